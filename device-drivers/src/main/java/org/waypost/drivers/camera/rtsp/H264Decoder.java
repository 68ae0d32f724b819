package org.waypost.drivers.camera.rtsp;

import static java.lang.System.Logger.Level.INFO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerScope;
import org.waypost.drivers.device.JpegHeader;

/**
 * Decodes H.264 with FFmpeg and encodes each picture as JPEG. FFmpeg sees coded pictures and nothing else: it opens no
 * file and no connection, knows the limit of pixels before it takes memory for them, and prints nothing. Used by one
 * thread at a time.
 */
final class H264Decoder implements UnitDecoder {
    private static final System.Logger LOG = System.getLogger(H264Decoder.class.getName());
    /** FFmpeg's largest piece of memory: a picture of 10 megapixels needs 15 MB. */
    private static final long MOST_MEMORY = 64L << 20;

    private final AVCodecContext context;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final PictureEncoder encoder = new PictureEncoder();
    private boolean refused;
    private boolean closed;

    H264Decoder() {
        av_log_set_level(AV_LOG_QUIET);
        av_max_alloc(MOST_MEMORY);
        var decoder = avcodec_find_decoder(AV_CODEC_ID_H264);
        context = avcodec_alloc_context3(decoder);
        context.thread_count(1);
        context.flags(context.flags() | AV_CODEC_FLAG_LOW_DELAY);
        context.max_pixels(JpegHeader.MOST_PIXELS);
        if (avcodec_open2(context, decoder, (AVDictionary) null) < 0) {
            throw new IllegalStateException("FFmpeg has no H.264");
        }
    }

    @Override
    @SuppressWarnings("try") // the scope collects what is made within it, unasked
    public Optional<ByteBuffer> decode(ByteBuffer units) {
        try (PointerScope scope = new PointerScope()) {
            Optional<ByteBuffer> newest = Optional.empty();
            note(sent(units));
            while (avcodec_receive_frame(context, frame) == 0) {
                newest = isWell() ? encoder.encode(frame) : Optional.empty();
                av_frame_unref(frame);
            }
            wipePacket();
            return newest;
        }
    }

    private boolean sent(ByteBuffer units) {
        int length = units.remaining();
        if (av_new_packet(packet, length) < 0) {
            return false;
        }
        packet.data().limit(length).asByteBuffer().put(units);
        return avcodec_send_packet(context, packet) == 0;
    }

    /** One line for each time the stream turns bad, whatever FFmpeg would have to say. */
    private void note(boolean well) {
        if (!well && !refused) {
            LOG.log(INFO, "the camera sends H.264 that cannot be decoded");
        }
        refused = !well;
    }

    private boolean isWell() {
        return (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) == 0
                && frame.decode_error_flags() == 0
                && frame.width() <= JpegHeader.LONGEST_SIDE
                && frame.height() <= JpegHeader.LONGEST_SIDE;
    }

    private void wipePacket() {
        if (packet.size() > 0) {
            packet.data().limit(packet.size()).zero();
        }
        av_packet_unref(packet);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            encoder.close();
            avcodec_free_context(context);
            av_packet_free(packet);
            av_frame_free(frame);
        }
    }
}
