package dev.likeness.gallery.marking;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * The mark itself: an XMP packet whose one property is the IPTC's Digital Source Type of media made
 * by a trained algorithm (https://cv.iptc.org/newscodes/digitalsourcetype/). It names nobody.
 */
public final class AiMark {

    private static final String PACKET = """
            <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
            Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"/>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>""";

    private AiMark() {}

    /**
     * Changes with the mark's text, so that what was kept with an older one is not taken for the same.
     */
    public static String version() {
        return Long.toHexString(Crc.of(PACKET.getBytes(UTF_8)));
    }

    /** XMP specification part 3, 1.1.3: an APP1 segment. */
    static byte[] jpegSegment() {
        byte[] name = "http://ns.adobe.com/xap/1.0/\0".getBytes(ISO_8859_1);
        byte[] packet = PACKET.getBytes(UTF_8);
        int length = 2 + name.length + packet.length;
        return ByteBuffer.allocate(2 + length)
                .putShort((short) 0xFFE1)
                .putShort((short) length)
                .put(name)
                .put(packet)
                .array();
    }

    /** XMP specification part 3, 1.1.5: an iTXt chunk, not compressed. */
    static byte[] pngChunk() {
        byte[] head = "iTXtXML:com.adobe.xmp\0\0\0\0\0".getBytes(ISO_8859_1);
        byte[] packet = PACKET.getBytes(UTF_8);
        CRC32 crc = new CRC32();
        crc.update(head);
        crc.update(packet);
        return ByteBuffer.allocate(8 + head.length + packet.length)
                .putInt(head.length - 4 + packet.length)
                .put(head)
                .put(packet)
                .putInt((int) crc.getValue())
                .array();
    }
}
