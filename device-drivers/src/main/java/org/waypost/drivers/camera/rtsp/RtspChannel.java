package org.waypost.drivers.camera.rtsp;

import static java.lang.System.Logger.Level.DEBUG;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.waypost.drivers.camera.CameraLost;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;

/** The pictures of a session one after the other. {@link #close()} from any thread; memory ends with the reading. */
final class RtspChannel implements ReadableByteChannel {
    private static final System.Logger LOG = System.getLogger(RtspChannel.class.getName());

    /** So many bytes without one picture are no camera. */
    private static final long MOST_WITHOUT_PICTURE = 16L << 20;

    private final ReentrantLock inUse = new ReentrantLock();
    private final RtspWire wire;
    private final RtspSession session;
    private final RtpPayload payload;
    private final Ticker ticker;
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private long withoutPicture;
    private long stayed;

    RtspChannel(RtspWire wire, RtspSession session, Ticker ticker) {
        this.wire = wire;
        this.session = session;
        this.payload = switch (session.track().coding()) {
            case JPEG -> new JpegPayload();
            case H264 -> new H264Payload(session.track().parameters(), new H264Decoder());
        };
        this.ticker = ticker;
        this.stayed = ticker.nanos();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        inUse.lock();
        try {
            while (!rest.hasRemaining()) {
                rest = next().orElse(rest);
            }
            int count = Math.min(into.remaining(), rest.remaining());
            into.put(rest.slice(rest.position(), count));
            rest.position(rest.position() + count);
            return count;
        } catch (CameraLost lost) {
            throw new IOException(lost.getMessage(), lost);
        } finally {
            inUse.unlock();
        }
    }

    private Optional<ByteBuffer> next() throws IOException, CameraLost {
        if (ticker.nanos() - stayed > session.keep().toNanos() / 2) {
            stayed = ticker.nanos();
            session.dialogue().stay();
        }
        return switch (session.dialogue().reader().next()) {
            case RtspMessage.Reply toStay -> {
                session.dialogue().hears(toStay);
                yield Optional.empty();
            }
            case RtspMessage.Packet packet ->
                packet.channel() == session.channel() ? picture(packet) : Optional.empty();
        };
    }

    private Optional<ByteBuffer> picture(RtspMessage.Packet packet) throws CameraLost {
        withoutPicture += packet.bytes().limit();
        if (withoutPicture > MOST_WITHOUT_PICTURE) {
            throw new CameraLost(Fault.LINK_UNRELIABLE, "no picture in " + MOST_WITHOUT_PICTURE + " bytes");
        }
        Optional<ByteBuffer> picture = RtpPacket.of(packet.bytes())
                .filter(read -> read.payloadType() == session.track().payloadType())
                .flatMap(payload::accept);
        picture.ifPresent(whole -> withoutPicture = 0);
        return picture;
    }

    @Override
    public boolean isOpen() {
        return wire.isOpen();
    }

    @Override
    public void close() {
        if (wire.isOpen()) {
            try {
                session.dialogue().end();
            } catch (IOException gone) {
                LOG.log(DEBUG, "the camera was gone before its end");
            }
            wire.close();
        }
        if (inUse.tryLock()) {
            try {
                payload.close();
                session.dialogue().reader().wipe();
                rest = ByteBuffer.allocate(0);
            } finally {
                inUse.unlock();
            }
        }
    }
}
