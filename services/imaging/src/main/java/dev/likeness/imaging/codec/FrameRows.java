package dev.likeness.imaging.codec;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_count_planes;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_BT2020;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.UnreadableImage.Reason;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a decoded frame as opaque 0xRRGGBB, some at a time: neither here nor there is a
 * second full-size copy.
 */
final class FrameRows {

    private static final int STRIP_ROWS = 64;
    /** The converter writes whole vectors: rows begin aligned, and there is room behind the last. */
    private static final int ALIGNMENT = 64;
    private static final int FULL_SCALE = 1 << 16;

    private final AVFrame frame;
    private final PixelLayout layout;
    private final int matrix;
    private final boolean fullRange;

    interface Sink {

        /** Row {@code y}, beginning at {@code offset}. */
        void row(int y, int[] pixels, int offset);
    }

    /** Matrix and range as the frame says them itself. */
    FrameRows(AVFrame frame) {
        this(frame, frame.colorspace(), frame.color_range() == AVCOL_RANGE_JPEG);
    }

    /** @param matrix a number of ITU-T H.273 */
    FrameRows(AVFrame frame, int matrix, boolean fullRange) {
        this.frame = frame;
        this.layout = PixelLayout.of(frame.format());
        this.matrix = matrix;
        this.fullRange = fullRange || layout.alwaysFullRange();
    }

    void read(Sink sink) {
        int width = frame.width();
        int stride = (width * 4 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        int[] pixels = new int[stride / 4 * STRIP_ROWS];
        Pointer buffer = av_malloc((long) stride * STRIP_ROWS + ALIGNMENT);
        @Nullable
        SwsContext converter = null;
        try {
            for (int top = 0; top < frame.height(); top += STRIP_ROWS) {
                int rows = Math.min(STRIP_ROWS, frame.height() - top);
                if (converter == null || rows < STRIP_ROWS) {
                    sws_freeContext(converter);
                    converter = converter(rows);
                }
                convert(converter, top, rows, buffer, stride);
                new IntPointer(buffer).get(pixels, 0, stride / 4 * rows);
                for (int y = 0; y < rows; y++) {
                    sink.row(top + y, pixels, y * stride / 4);
                }
            }
        } finally {
            sws_freeContext(converter);
            av_free(buffer);
        }
    }

    private void convert(SwsContext converter, int top, int rows, Pointer target, int stride) {
        try (var source = new PointerPointer<BytePointer>(4);
                var strides = new IntPointer(4L);
                var targets = new PointerPointer<Pointer>(4);
                var targetStrides = new IntPointer(stride, 0, 0, 0)) {
            int planes = av_pix_fmt_count_planes(frame.format());
            for (int plane = 0; plane < 4; plane++) {
                boolean used = plane < planes;
                int first = plane == 0 ? top : top >> layout.chromaRowShift();
                source.put(plane, used
                        ? new BytePointer(frame.data(plane)).position((long) first * frame.linesize(plane))
                        : null);
                strides.put(plane, used ? frame.linesize(plane) : 0);
                targets.put(plane, plane == 0 ? target : null);
            }
            Ffmpeg.check(sws_scale(converter, source, strides, 0, rows, targets, targetStrides));
        }
    }

    private SwsContext converter(int rows) {
        int width = frame.width();
        SwsContext converter = sws_getContext(width, rows, layout.format(), width, rows, AV_PIX_FMT_BGRA,
                SWS_BILINEAR, null, null, (DoublePointer) null);
        if (converter == null) {
            throw new UnreadableImage(Reason.UNREADABLE, "pixels in a layout that can't be converted");
        }
        IntPointer coefficients = sws_getCoefficients(switch (matrix) {
            case AVCOL_SPC_BT709 -> SWS_CS_ITU709;
            case AVCOL_SPC_BT2020_NCL -> SWS_CS_BT2020;
            default -> SWS_CS_ITU601;
        });
        var _ = sws_setColorspaceDetails(converter, coefficients, fullRange ? 1 : 0, coefficients, 1, 0, FULL_SCALE,
                FULL_SCALE);
        return converter;
    }
}
