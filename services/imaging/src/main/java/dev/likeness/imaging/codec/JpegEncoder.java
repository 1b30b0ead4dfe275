package dev.likeness.imaging.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.awt.image.BufferedImage;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.ShortPointer;

/**
 * Baseline JPEGs, 4:2:0, with nothing but JFIF beside their pixels; a third of the time that the
 * JDK's encoder takes. Quality is told as libjpeg's: its tables (ITU-T T.81, annex K), scaled its
 * way. Only the mean of a block is always kept to one step of brightness.
 */
final class JpegEncoder {

    /** At this scale FFmpeg takes the tables as they are. */
    private static final int SCALE_ONE = 8;
    private static final byte[] JFIF = {(byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1,
            0, 0};

    private JpegEncoder() {}

    /**
     * @param image opaque ({@code TYPE_INT_RGB})
     * @param quality above 0, at most 1
     */
    static byte[] encode(BufferedImage image, double quality) {
        AVCodec codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
        AVCodecContext context = avcodec_alloc_context3(codec);
        AVDictionary options = new AVDictionary(null);
        AVFrame frame = RgbFrame.of(image);
        AVPacket packet = av_packet_alloc();
        try {
            settings(context, image, quality);
            Ffmpeg.check(av_dict_set(options, "huffman", "default", 0));
            Ffmpeg.check(avcodec_open2(context, codec, options));
            frame.quality(SCALE_ONE * FF_QP2LAMBDA);
            Ffmpeg.check(avcodec_send_frame(context, frame));
            Ffmpeg.check(avcodec_send_frame(context, null));
            Ffmpeg.check(avcodec_receive_packet(context, packet));
            return withJfif(packet);
        } finally {
            av_packet_free(packet);
            av_frame_free(frame);
            av_dict_free(options);
            avcodec_free_context(context);
        }
    }

    private static void settings(AVCodecContext context, BufferedImage image, double quality) {
        context.width(image.getWidth());
        context.height(image.getHeight());
        context.pix_fmt(AV_PIX_FMT_YUVJ420P);
        context.color_range(AVCOL_RANGE_JPEG);
        context.time_base(av_make_q(1, 1));
        context.thread_count(1);
        context.flags(AV_CODEC_FLAG_QSCALE | AV_CODEC_FLAG_BITEXACT);
        context.global_quality(SCALE_ONE * FF_QP2LAMBDA);
        context.qmin(SCALE_ONE);
        context.qmax(SCALE_ONE);
        context.intra_matrix(table(JPEGQTable.K1Luminance, quality));
        context.chroma_intra_matrix(table(JPEGQTable.K2Chrominance, quality));
    }

    /** Freed with the context. */
    private static ShortPointer table(JPEGQTable standard, double quality) {
        double scale = quality >= 0.5 ? 2 - 2 * quality : 0.5 / quality;
        int[] scaled = standard.getScaledInstance((float) scale, true).getTable();
        ShortPointer table = new ShortPointer(av_malloc(2L * scaled.length));
        for (int i = 0; i < scaled.length; i++) {
            table.put(i, (short) scaled[i]);
        }
        return table;
    }

    private static byte[] withJfif(AVPacket packet) {
        byte[] file = new byte[packet.size() + JFIF.length];
        packet.data().get(file, JFIF.length, packet.size());
        System.arraycopy(file, JFIF.length, file, 0, 2);
        System.arraycopy(JFIF, 0, file, 2, JFIF.length);
        return file;
    }
}
