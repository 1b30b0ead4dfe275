/** Examining photos beside making thumbnails of them with vipsthumbnail. */
@NullMarked
package dev.likeness.bench.image;

import org.jspecify.annotations.NullMarked;
