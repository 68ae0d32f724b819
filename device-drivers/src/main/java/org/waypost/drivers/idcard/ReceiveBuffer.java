package org.waypost.drivers.idcard;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/**
 * Finds reply frames in a stream of bytes: {@code AA AA AA 96 69 | LEN(2) | SW1 SW2 SW3 | data | CHK}. Bytes before a
 * preamble are skipped; after a wrong checksum one byte is dropped and the search goes on inside what was received. Any
 * bytes at all are accepted; what is no frame is no frame.
 */
final class ReceiveBuffer {
    private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
    private static final int HEADER = PREAMBLE.length + 2;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 2400;

    private final byte[] bytes = new byte[2 * (HEADER + LONGEST)];
    private int start;
    private int end;
    private boolean noisy;

    /** One intact frame: a view of this buffer, valid until the next call that changes it. */
    record Frame(SamvStatus status, int length, ByteBuffer data) {}

    /** Adds what the link has; returns whether anything came in time. */
    boolean fill(Link link, Duration patience) throws LinkLost {
        if (end == bytes.length) {
            compact();
        }
        int count = link.read(bytes, end, patience);
        end += count;
        return count > 0;
    }

    /** The next intact frame, if one is complete. */
    Optional<Frame> next() {
        while (slideToPreamble() && end - start >= HEADER) {
            int length = length();
            if (length >= SHORTEST && length <= LONGEST) {
                if (end - start < HEADER + length) {
                    return Optional.empty();
                }
                if (checksumHolds(length)) {
                    return Optional.of(take(length));
                }
            }
            skip();
        }
        return Optional.empty();
    }

    /** Gives up the frame that was never completed and searches behind its first byte. */
    Optional<Frame> nextDespiteGap() {
        Optional<Frame> frame = Optional.empty();
        while (frame.isEmpty() && start < end) {
            skip();
            frame = next();
        }
        return frame;
    }

    boolean isEmpty() {
        return start == end;
    }

    /** Whether bytes came that belong to no intact frame. */
    boolean isNoisy() {
        return noisy;
    }

    /** Overwrites everything with zero. */
    void wipe() {
        Arrays.fill(bytes, (byte) 0);
        start = 0;
        end = 0;
        noisy = false;
    }

    private void skip() {
        start++;
        noisy = true;
    }

    private boolean slideToPreamble() {
        while (start < end && !preambleMayStandHere()) {
            skip();
        }
        return start < end;
    }

    private boolean preambleMayStandHere() {
        int known = Math.min(PREAMBLE.length, end - start);
        return Arrays.equals(bytes, start, start + known, PREAMBLE, 0, known);
    }

    private int length() {
        return (bytes[start + 5] & 0xFF) << 8 | (bytes[start + 6] & 0xFF);
    }

    private boolean checksumHolds(int length) {
        int check = 0;
        for (int i = start + PREAMBLE.length; i < start + HEADER + length; i++) {
            check ^= bytes[i];
        }
        return (check & 0xFF) == 0;
    }

    private Frame take(int length) {
        int at = start + HEADER;
        start = at + length;
        SamvStatus status = SamvStatus.of(bytes[at] & 0xFF, bytes[at + 1] & 0xFF, bytes[at + 2] & 0xFF);
        return new Frame(
                status,
                length,
                ByteBuffer.wrap(bytes, at + 3, length - SHORTEST).slice());
    }

    /** Moves what is unread to the front; a full buffer without a frame in it is noise and dropped. */
    private void compact() {
        int unread = start == 0 ? 0 : end - start;
        System.arraycopy(bytes, end - unread, bytes, 0, unread);
        Arrays.fill(bytes, unread, bytes.length, (byte) 0);
        start = 0;
        end = unread;
    }
}
