package org.waypost.drivers.camera.rtsp;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/** Encodes pictures as JPEG with FFmpeg, of one size after the other; what it writes is overwritten after use. */
final class PictureEncoder implements AutoCloseable {
    /** Longest file. */
    private static final int MOST_BYTES = 4 << 20;
    /** FFmpeg's scale of 1 (best) to 31; 3 is good enough for a face, at a tenth of the raw size. */
    private static final int QUALITY = 3;

    private final SwsContext scaler = sws_alloc_context();
    private final AVPacket packet = av_packet_alloc();
    private byte[] file = new byte[0];
    private Optional<Format> format = Optional.empty();

    /** What is made for one size of pictures. */
    private record Format(AVCodecContext context, AVFrame full) {

        static Format of(int width, int height) {
            var encoder = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
            AVCodecContext context = avcodec_alloc_context3(encoder);
            context.width(width).height(height).pix_fmt(AV_PIX_FMT_YUVJ420P).color_range(AVCOL_RANGE_JPEG);
            context.time_base().num(1).den(25);
            context.thread_count(1);
            context.flags(context.flags() | AV_CODEC_FLAG_QSCALE).global_quality(QUALITY * FF_QP2LAMBDA);
            AVFrame full = av_frame_alloc();
            full.width(width).height(height).format(AV_PIX_FMT_YUVJ420P).color_range(AVCOL_RANGE_JPEG);
            full.quality(QUALITY * FF_QP2LAMBDA);
            if (avcodec_open2(context, encoder, (AVDictionary) null) < 0 || av_frame_get_buffer(full, 0) < 0) {
                throw new IllegalStateException("FFmpeg has no JPEG");
            }
            return new Format(context, full);
        }

        boolean fits(AVFrame frame) {
            return full.width() == frame.width() && full.height() == frame.height();
        }

        void free() {
            wipe(0, full.height());
            wipe(1, (full.height() + 1) / 2);
            wipe(2, (full.height() + 1) / 2);
            av_frame_free(full);
            avcodec_free_context(context);
        }

        private void wipe(int plane, int rows) {
            full.data(plane).limit((long) full.linesize(plane) * rows).zero();
        }
    }

    /**
     * Encodes one picture of whatever kind.
     *
     * @return a JPEG file, valid until the next; empty if it cannot be encoded or is too long
     */
    Optional<ByteBuffer> encode(AVFrame frame) {
        Format made = format.filter(last -> last.fits(frame)).orElseGet(() -> renewed(frame));
        boolean isEncoded = sws_scale_frame(scaler, made.full(), frame) >= 0
                && avcodec_send_frame(made.context(), made.full()) == 0
                && avcodec_receive_packet(made.context(), packet) == 0;
        return isEncoded ? taken() : Optional.empty();
    }

    private Format renewed(AVFrame frame) {
        format.ifPresent(Format::free);
        Format made = Format.of(frame.width(), frame.height());
        format = Optional.of(made);
        return made;
    }

    private Optional<ByteBuffer> taken() {
        int length = packet.size();
        ByteBuffer encoded = packet.data().limit(length).asByteBuffer();
        Optional<ByteBuffer> jpeg = length > MOST_BYTES ? Optional.empty() : Optional.of(kept(encoded));
        packet.data().limit(length).zero();
        av_packet_unref(packet);
        return jpeg;
    }

    private ByteBuffer kept(ByteBuffer encoded) {
        Arrays.fill(file, (byte) 0);
        if (file.length < encoded.limit()) {
            file = new byte[2 * encoded.limit()];
        }
        int length = encoded.limit();
        encoded.get(file, 0, length);
        return ByteBuffer.wrap(file, 0, length);
    }

    @Override
    public void close() {
        Arrays.fill(file, (byte) 0);
        format.ifPresent(Format::free);
        format = Optional.empty();
        av_packet_free(packet);
        sws_free_context(scaler);
    }
}
