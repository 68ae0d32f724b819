package org.waypost.drivers.fingerprint;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.drivers.fingerprint.Ef01Buffer.Kind;
import org.waypost.drivers.fingerprint.Ef01Buffer.Packet;

/**
 * Gathers the data packets of one picture outside the heap; {@link #close()} overwrites them with zero. Packets do not
 * end where rows do. Confined to the thread that made it.
 */
final class ImageIntake implements AutoCloseable {
    private final Arena arena;
    private final MemorySegment packed;
    private int received;

    ImageIntake() {
        this(Arena::ofConfined);
    }

    /** An intake in memory of its own. */
    ImageIntake(Supplier<Arena> memory) {
        this.arena = memory.get();
        this.packed = arena.allocate(ImageFormat.MOST_BYTES);
    }

    /** Takes the content of one packet; false if it is no data packet or more than any picture has. */
    boolean take(Packet packet) {
        ByteBuffer content = packet.content();
        int count = content.remaining();
        if (packet.kind() == Kind.ACKNOWLEDGE || count > ImageFormat.MOST_BYTES - received) {
            return false;
        }
        MemorySegment.copy(
                MemorySegment.ofBuffer(content),
                ValueLayout.JAVA_BYTE,
                0,
                packed,
                ValueLayout.JAVA_BYTE,
                received,
                count);
        received += count;
        return true;
    }

    /** Bytes so far. */
    int received() {
        return received;
    }

    /** The picture, if exactly the bytes of one have come. */
    Optional<Fingerprint> picture() {
        return ImageFormat.ofTransfer(received).map(format -> Fingerprint.unpacked(format, packed));
    }

    @Override
    public void close() {
        packed.fill((byte) 0);
        arena.close();
    }
}
