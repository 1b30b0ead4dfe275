package dev.likeness.upload.sending;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** What a client calls a photo. The content decides later; this only has to be harmless. */
public final class AnnouncedType {

    private AnnouncedType() {}

    /**
     * An image's type without its parameters. Anything else is bytes: clients put forms and worse
     * there, and a store may read a body by its type.
     */
    public static String of(@Nullable MediaType announced) {
        return announced != null && announced.getType().equals("image") && announced.isConcrete()
                ? announced.getType() + "/" + announced.getSubtype()
                : MediaType.APPLICATION_OCTET_STREAM_VALUE;
    }
}
