package dev.likeness.imaging.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY10LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P10LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P10LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P10LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;

import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.UnreadableImage.Reason;

/**
 * The ways of storing luma and chroma that photos use; every other one is refused.
 *
 * @param format as FFmpeg numbers it, without the old ones that imply a range
 * @param chromaRowShift 1 where chroma has half the rows
 */
record PixelLayout(int format, int chromaRowShift, boolean alwaysFullRange) {

    static PixelLayout of(int format) {
        return switch (format) {
            case AV_PIX_FMT_YUVJ420P -> new PixelLayout(AV_PIX_FMT_YUV420P, 1, true);
            case AV_PIX_FMT_YUVJ422P -> new PixelLayout(AV_PIX_FMT_YUV422P, 0, true);
            case AV_PIX_FMT_YUVJ444P -> new PixelLayout(AV_PIX_FMT_YUV444P, 0, true);
            case AV_PIX_FMT_YUVJ440P -> new PixelLayout(AV_PIX_FMT_YUV440P, 1, true);
            case AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUV420P10LE, AV_PIX_FMT_YUV440P -> new PixelLayout(format, 1, false);
            case AV_PIX_FMT_YUV422P, AV_PIX_FMT_YUV422P10LE, AV_PIX_FMT_YUV444P, AV_PIX_FMT_YUV444P10LE,
                    AV_PIX_FMT_GRAY8, AV_PIX_FMT_GRAY10LE ->
                new PixelLayout(format, 0, false);
            default -> throw new UnreadableImage(Reason.UNREADABLE, "pixels in a layout that no photo has");
        };
    }
}
