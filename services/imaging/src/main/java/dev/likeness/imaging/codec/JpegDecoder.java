package dev.likeness.imaging.codec;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.likeness.imaging.ImageHeader;
import dev.likeness.imaging.Reduction;
import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.UnreadableImage.Reason;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Plain JPEGs at a half, a quarter or an eighth of their size straight from their DCT: the pixels
 * that nobody wants are never made.
 */
final class JpegDecoder {

    private static final int MAX_HALVINGS = 3;

    private JpegDecoder() {}

    /** As stored, and not turned; its long side at least nine tenths of {@code longSide}. */
    static BufferedImage decode(byte[] plain, ImageHeader header, int longSide) {
        int factor = Reduction.factor(header.longSide(), longSide);
        int halvings = Math.min(MAX_HALVINGS, 31 - Integer.numberOfLeadingZeros(factor));
        AVCodecContext context = Ffmpeg.decoder(AV_CODEC_ID_MJPEG, settings -> {
            settings.lowres(halvings);
            settings.max_pixels(header.pixels() + 4L * header.longSide() + 4);
        });
        AVFrame frame = av_frame_alloc();
        try {
            Ffmpeg.send(context, plain);
            Ffmpeg.check(avcodec_receive_frame(context, frame));
            int scale = 1 << halvings;
            if (frame.width() != Math.ceilDiv(header.width(), scale)
                    || frame.height() != Math.ceilDiv(header.height(), scale)
                    || frame.decode_error_flags() != 0 || (frame.flags() & AV_FRAME_FLAG_CORRUPT) != 0) {
                throw new UnreadableImage(Reason.CORRUPT, "another size than its header says, or damaged pixels");
            }
            return reduced(frame, longSide);
        } finally {
            av_frame_free(frame);
            avcodec_free_context(context);
        }
    }

    private static BufferedImage reduced(AVFrame frame, int longSide) {
        int factor = Reduction.factor(Math.max(frame.width(), frame.height()), longSide);
        Reduction reduction = new Reduction(frame.width(), frame.height(), factor);
        BufferedImage image = new BufferedImage(reduction.width(), reduction.height(), BufferedImage.TYPE_INT_RGB);
        int[] target = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        // JPEG is always BT.601 in full range (ITU-T T.871).
        new FrameRows(frame, 0, true).read((y, pixels, offset) -> {
            if (reduction.add(pixels, offset)) {
                System.arraycopy(reduction.row(), 0, target, y / factor * reduction.width(), reduction.width());
            }
        });
        return image;
    }
}
