package dev.likeness.imaging.corpus;

import static dev.likeness.imaging.Pictures.box;
import static dev.likeness.imaging.Pictures.concat;
import static dev.likeness.imaging.Pictures.insert;
import static dev.likeness.imaging.UnreadableImage.Reason.NOT_AN_IMAGE;
import static dev.likeness.imaging.UnreadableImage.Reason.SEVERAL_FRAMES;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.likeness.imaging.HeicFiles;
import dev.likeness.imaging.Pictures;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of other kinds, whatever their name says, ones of two kinds at once, and moving pictures.
 */
final class Strangers {

    private static final String HTML = "<html><script>alert(1)</script></html>";
    private static final String ZIP = "PK\3\4 a part of an archive PK\5\6" + "\0".repeat(18);

    private Strangers() {}

    static List<Sample> all() {
        List<Sample> samples = new ArrayList<>(others());
        samples.addAll(twoAtOnce());
        samples.addAll(moving());
        return samples;
    }

    private static List<Sample> others() {
        List<Sample> samples = new ArrayList<>();
        String[][] texts = {{"text named photo.jpg", "hello, I am a picture"},
                {"SVG", "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"},
                {"XML with entities", "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'>]><svg>&a;</svg>"},
                {"PDF", "%PDF-1.7\n1 0 obj\n"}, {"HTML", HTML}, {"ZIP", ZIP}, {"GIF", "GIF89a\1\0\1\0\0\0\0;"},
                {"PostScript", "%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run"},
                {"ImageMagick script", "push graphic-context\nimage over 0,0 0,0 'https://x/'"},
                {"sound in a RIFF", "RIFF\4\0\0\0WAVEfmt "},
                {"AVIF", "\0\0\0\u001cftypavif\0\0\0\0mif1avifmiaf"},
                {"AVIF in a mif1", "\0\0\0\u0018ftypmif1\0\0\0\0avifmiaf"},
                {"MP4", "\0\0\0\u0018ftypisom\0\0\2\0isomavc1"}, {"QuickTime", "\0\0\0\u0014ftypqt  \0\0\0\0qt  "},
                {"TIFF", "II*\0\b\0\0\0\0\0"}, {"JPEG 2000", "\0\0\0\fjP  \r\n\u0087\n"},
                {"JPEG XL", "\u00ff\n"}, {"Photoshop", "8BPS\0\1"}, {"program", "\u007fELF\2\1\1"}};
        for (String[] text : texts) {
            samples.add(Sample.bad(text[0], text[1].getBytes(ISO_8859_1), NOT_AN_IMAGE));
        }
        samples.add(Sample.bad("BMP named photo.png",
                Pictures.encoded("bmp", Pictures.corners(BufferedImage.TYPE_INT_RGB)), NOT_AN_IMAGE));
        samples.add(Sample.good("JPEG named photo.png", Pictures.jpeg(), 48, 32));
        samples.add(Sample.good("HEIC named photo.jpg", HeicFiles.corners(), 96, 64));
        return samples;
    }

    private static List<Sample> twoAtOnce() {
        byte[] zip = ZIP.getBytes(ISO_8859_1);
        byte[] html = HTML.getBytes(ISO_8859_1);
        return List.of(Sample.good("JPEG and ZIP", concat(Pictures.jpeg(), zip), 48, 32),
                Sample.good("PNG and ZIP", concat(Pictures.png(), zip), 48, 32),
                Sample.good("WebP and ZIP", concat(Pictures.WEBP_CORNERS, zip), 48, 32),
                Sample.good("HEIC and ZIP", concat(HeicFiles.corners(), box("free", zip)), 96, 64),
                Sample.good("JPEG and HTML in a comment", insert(Pictures.jpeg(), 2, segment(0xfe, html)), 48, 32),
                Sample.good("PNG and HTML in a text",
                        insert(Pictures.png(), 33, Pictures.pngChunk("tEXt", concat(new byte[]{'a', 0}, html))), 48,
                        32),
                Sample.good("JPEG and a second JPEG", concat(Pictures.jpeg(), Pictures.jpeg()), 48, 32),
                Sample.bad("GIF and JPEG", concat("GIF89a".getBytes(ISO_8859_1), Pictures.jpeg()), NOT_AN_IMAGE),
                Sample.bad("PDF and JPEG", concat("%PDF-1.7\n".getBytes(ISO_8859_1), Pictures.jpeg()), NOT_AN_IMAGE),
                Sample.bad("ZIP and JPEG", concat(zip, Pictures.jpeg()), NOT_AN_IMAGE),
                Sample.bad("a line end and JPEG", concat(new byte[]{'\n'}, Pictures.jpeg()), NOT_AN_IMAGE));
    }

    private static List<Sample> moving() {
        byte[] counts = concat(HeicFiles.ints(2, 0));
        byte[] still = HeicFiles.corners();
        return List.of(
                Sample.bad("animated PNG", insert(Pictures.png(), 33, Pictures.pngChunk("acTL", counts)),
                        SEVERAL_FRAMES),
                Sample.bad("animated WebP", Pictures.webpExtended(0x02, Pictures.riffChunk("ANIM", new byte[6]),
                        Pictures.riffChunk("ANMF", new byte[16])), SEVERAL_FRAMES),
                Sample.bad("HEIC sequence", HeicFiles.file("hevc", 1, List.of(HeicFiles.coded(1, "corners", 96, 64))),
                        SEVERAL_FRAMES),
                Sample.bad("HEIC sequence of the container's brand",
                        HeicFiles.file("msf1", 1, List.of(HeicFiles.coded(1, "corners", 96, 64))), SEVERAL_FRAMES),
                Sample.bad("HEIC of nothing but a film",
                        concat(box("ftyp", "heic\0\0\0\0heic".getBytes(ISO_8859_1)), box("moov", new byte[50])),
                        SEVERAL_FRAMES),
                Sample.good("HEIC still with a film behind it", concat(still, box("moov", new byte[500])), 96, 64));
    }

    static byte[] segment(int marker, byte[] content) {
        return concat(new byte[]{(byte) 0xff, (byte) marker}, HeicFiles.shorts(content.length + 2), content);
    }
}
