/**
 * Finds the faces of a picture and measures them: place, pose, light, sharpness, eyes and what they
 * look like. The only home of ONNX Runtime; the models and their licence lie beside it as
 * resources.
 */
@NullMarked
package dev.likeness.imaging.faces;

import org.jspecify.annotations.NullMarked;
