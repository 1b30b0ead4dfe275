package dev.likeness.imaging.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_BITSTREAM;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_BUFFER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_CRCCHECK;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.UnreadableImage.Reason;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/**
 * What every use of FFmpeg shares: one thread, no guessing at damaged pixels, not a word in logs.
 */
final class Ffmpeg {

    static {
        av_log_set_level(AV_LOG_QUIET);
    }

    private Ffmpeg() {}

    static AVCodecContext decoder(int codecId, Consumer<AVCodecContext> settings) {
        AVCodec codec = avcodec_find_decoder(codecId);
        AVCodecContext context = avcodec_alloc_context3(codec);
        context.thread_count(1);
        context.err_recognition(AV_EF_EXPLODE | AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER);
        settings.accept(context);
        if (avcodec_open2(context, codec, (AVDictionary) null) < 0) {
            avcodec_free_context(context);
            throw new UnreadableImage(Reason.CORRUPT, "a decoder does not take the configuration");
        }
        return context;
    }

    static void send(AVCodecContext context, byte[] coded) {
        AVPacket packet = av_packet_alloc();
        try {
            if (av_new_packet(packet, coded.length) < 0) {
                throw new OutOfMemoryError("a packet of " + coded.length + " bytes");
            }
            packet.data().put(coded);
            check(avcodec_send_packet(context, packet));
        } finally {
            av_packet_free(packet);
        }
    }

    static void check(int result) {
        if (result < 0) {
            throw new UnreadableImage(Reason.CORRUPT, "pixels that can't be decoded (" + result + ")");
        }
    }
}
