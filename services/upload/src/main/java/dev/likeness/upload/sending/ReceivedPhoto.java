package dev.likeness.upload.sending;

import dev.likeness.upload.set.Bytes;
import dev.likeness.upload.set.PhotoName;
import dev.likeness.upload.set.StoredObject;

/** A photo of a multipart request, stored but in no set yet. */
public record ReceivedPhoto(PhotoName name, Bytes bytes, StoredObject object) {}
