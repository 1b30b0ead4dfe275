package dev.likeness.imaging.codec;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import dev.likeness.imaging.HeicPicture;
import dev.likeness.imaging.Reduction;
import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.UnreadableImage.Reason;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/**
 * The primary picture of a HEIC file, tile by tile. The container was read in Java: FFmpeg sees
 * nothing but a tile's HEVC.
 */
final class HeicDecoder implements AutoCloseable {

    /** Coded pictures are padded to whole blocks, at most of this side. */
    private static final int BLOCK = 64;

    private final HeicPicture picture;
    private final Reduction reduction;
    private final int factor;
    private final BufferedImage image;
    private final int[] target;
    private final AVFrame frame = av_frame_alloc();
    private byte[] configuration = {};
    private AVCodecContext context = new AVCodecContext(null);

    private HeicDecoder(HeicPicture picture, int longSide) {
        this.picture = picture;
        HeicPicture.Crop crop = picture.crop();
        this.factor = Reduction.factor(Math.max(crop.width(), crop.height()), longSide);
        this.reduction = new Reduction(crop.width(), crop.height(), factor);
        this.image = new BufferedImage(reduction.width(), reduction.height(), BufferedImage.TYPE_INT_RGB);
        this.target = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** Cropped and not turned; its long side at least nine tenths of {@code longSide}. */
    static BufferedImage decode(HeicPicture picture, int longSide) {
        try (HeicDecoder decoder = new HeicDecoder(picture, longSide)) {
            if (picture.tiles() == 1) {
                decoder.decodeTile(0);
                decoder.rows().read((y, pixels, offset) -> decoder.row(y, pixels, offset));
            } else {
                decoder.decodeGrid();
            }
            return decoder.image;
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        avcodec_free_context(context);
    }

    /** One row of tiles at a time, put side by side. */
    private void decodeGrid() {
        int[] band = new int[picture.width() * picture.tileHeight()];
        for (int index = 0; index < picture.tiles(); index++) {
            decodeTile(index);
            int left = picture.left(index);
            int width = Math.min(picture.tileWidth(), picture.width() - left);
            rows().read((y, pixels, offset) -> System.arraycopy(pixels, offset, band, y * picture.width() + left,
                    width));
            if (left + picture.tileWidth() >= picture.width()) {
                int top = picture.top(index);
                int rows = Math.min(picture.tileHeight(), picture.height() - top);
                for (int y = 0; y < rows; y++) {
                    row(top + y, band, y * picture.width());
                }
            }
        }
    }

    private void row(int y, int[] pixels, int offset) {
        HeicPicture.Crop crop = picture.crop();
        int inside = y - crop.top();
        if (inside >= 0 && inside < crop.height() && reduction.add(pixels, offset + crop.left())) {
            System.arraycopy(reduction.row(), 0, target, inside / factor * reduction.width(), reduction.width());
        }
    }

    private FrameRows rows() {
        return picture.coding()
                .map(coding -> new FrameRows(frame, coding.matrix(), coding.fullRange()))
                .orElseGet(() -> new FrameRows(frame));
    }

    private void decodeTile(int index) {
        open(picture.configuration(index));
        Ffmpeg.send(context, picture.coded(index));
        Ffmpeg.check(avcodec_send_packet(context, (AVPacket) null));
        Ffmpeg.check(avcodec_receive_frame(context, frame));
        avcodec_flush_buffers(context);
        if (frame.width() != picture.tileWidth() || frame.height() != picture.tileHeight()
                || frame.decode_error_flags() != 0 || (frame.flags() & AV_FRAME_FLAG_CORRUPT) != 0) {
            throw new UnreadableImage(Reason.CORRUPT, "a tile of another size than said, or damaged");
        }
    }

    /** All tiles of a grid have one configuration as a rule: the decoder is opened once. */
    private void open(byte[] wanted) {
        if (!context.isNull() && Arrays.equals(configuration, wanted)) {
            return;
        }
        avcodec_free_context(context);
        configuration = wanted;
        context = Ffmpeg.decoder(AV_CODEC_ID_HEVC, settings -> {
            BytePointer extra = new BytePointer(av_mallocz(wanted.length + (long) AV_INPUT_BUFFER_PADDING_SIZE));
            extra.put(wanted);
            settings.extradata(extra);
            settings.extradata_size(wanted.length);
            settings.max_pixels((picture.tileWidth() + (long) BLOCK) * (picture.tileHeight() + (long) BLOCK));
        });
    }
}
