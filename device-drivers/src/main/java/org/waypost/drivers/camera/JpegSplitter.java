package org.waypost.drivers.camera;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.JpegHeader;

/**
 * Cuts JPEG files out of a stream of bytes: bare, in HTTP parts, in an AVI file or in a capture buffer. What stands
 * between two files is skipped, and so is a file that is torn, too long, has too many scans or announces too large a
 * picture. Used by one thread.
 */
final class JpegSplitter implements AutoCloseable {
    /** Longest file. A picture of 10 megapixels needs less; one of 1280 x 720 about 0.1 to 0.3 MB. */
    static final int MOST_BYTES = 4 << 20;
    /** So many bytes without one good picture are no camera. */
    static final long MOST_WITHOUT_PICTURE = 4L * MOST_BYTES;

    private static final int WINDOW = 1 << 16;

    private final byte[] window = new byte[WINDOW];
    private final Arena arena;
    private final MemorySegment file;
    private final JpegWalk walk = new JpegWalk();
    private int at;
    private int end;
    private int length;
    private int longest;
    private final AtomicLong withoutPicture = new AtomicLong();

    JpegSplitter() {
        this(Arena::ofConfined);
    }

    JpegSplitter(Supplier<Arena> memory) {
        this.arena = memory.get();
        this.file = arena.allocate(MOST_BYTES);
    }

    /**
     * A whole file within the limits.
     *
     * @param bytes valid until the next is asked for
     */
    record Picture(JpegHeader header, MemorySegment bytes) {}

    /**
     * Reads on to the next picture.
     *
     * @return empty at the end of the stream
     * @throws CameraLost if nothing but other bytes comes
     */
    Optional<Picture> next(ReadableByteChannel channel) throws IOException, CameraLost {
        while (at < end || fill(channel)) {
            if (scan()) {
                Optional<Picture> picture = picture();
                if (picture.isPresent()) {
                    withoutPicture.set(0);
                    return picture;
                }
            }
        }
        return Optional.empty();
    }

    private boolean fill(ReadableByteChannel channel) throws IOException, CameraLost {
        if (withoutPicture.get() > MOST_WITHOUT_PICTURE) {
            throw new CameraLost(Fault.LINK_UNRELIABLE, "no picture in " + MOST_WITHOUT_PICTURE + " bytes");
        }
        Arrays.fill(window, 0, end, (byte) 0);
        at = 0;
        end = 0;
        int count = channel.read(ByteBuffer.wrap(window));
        end = Math.max(0, count);
        withoutPicture.addAndGet(end);
        return count >= 0;
    }

    /** Bytes read since the last good picture; from any thread. */
    long withoutPicture() {
        return withoutPicture.get();
    }

    /** Takes from the window up to the end of a file; whether there was one. */
    private boolean scan() {
        while (at < end) {
            JpegWalk.Part part = walk.step(window, at, end);
            switch (part) {
                case OTHER -> length = 0;
                case START -> begin();
                case BODY, END -> keep(walk.count());
            }
            at += walk.count();
            if (part == JpegWalk.Part.END) {
                return length > 0;
            }
        }
        return false;
    }

    /** The first byte of the mark that starts a file may have come with the bytes before it. */
    private void begin() {
        file.setAtIndex(ValueLayout.JAVA_BYTE, 0, (byte) 0xFF);
        file.setAtIndex(ValueLayout.JAVA_BYTE, 1, (byte) 0xD8);
        length = 2;
    }

    private void keep(int count) {
        if (length + count > MOST_BYTES) {
            walk.abandon();
            length = 0;
            return;
        }
        MemorySegment.copy(window, at, file, ValueLayout.JAVA_BYTE, length, count);
        length += count;
        longest = Math.max(longest, length);
    }

    private Optional<Picture> picture() {
        MemorySegment bytes = file.asSlice(0, length);
        return JpegHeader.of(bytes.asByteBuffer()).map(header -> new Picture(header, bytes));
    }

    /** Zeroes what was read. */
    @Override
    public void close() {
        Arrays.fill(window, (byte) 0);
        file.asSlice(0, longest).fill((byte) 0);
        arena.close();
    }
}
