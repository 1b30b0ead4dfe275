package dev.likeness.generation.shoot;

import java.util.UUID;

/**
 * Where an output will be kept, decided before it is copied: a copy made again ends at the same
 * place.
 *
 * @param output place among the prediction's outputs, from 0
 * @param objectKey in the bucket of previews
 */
public record Frame(int output, UUID portraitId, String objectKey) {}
