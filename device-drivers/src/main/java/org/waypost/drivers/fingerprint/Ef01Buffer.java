package org.waypost.drivers.fingerprint;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/**
 * Finds packets in a stream of bytes: {@code EF 01 | FF FF FF FF | PID | LEN(2) | content | SUM(2)}. Bytes before a
 * packet are skipped; after a wrong sum one byte is dropped and the search goes on inside what was received. The sum is
 * a plain addition: it tells every single wrong bit, but not two that outweigh each other, nor bytes that changed
 * places.
 */
final class Ef01Buffer {
    private static final byte[] START = {(byte) 0xEF, 0x01, -1, -1, -1, -1};
    private static final int HEADER = START.length + 3;
    /** LEN of an acknowledge: a code and the sum. */
    private static final int SHORTEST = 3;
    /** LEN of the largest data packet: 256 bytes and the sum. */
    private static final int LONGEST = 258;

    private static final int ROOM = 4096;

    private final byte[] bytes = new byte[ROOM];
    private int start;
    private int end;
    private boolean noisy;

    /**
     * One intact packet.
     *
     * @param content a view of this buffer, valid until the next call that changes it
     */
    record Packet(Kind kind, ByteBuffer content) {}

    /** The packet identifier, of those that a module sends. */
    enum Kind {
        DATA(0x02),
        ACKNOWLEDGE(0x07),
        LAST_DATA(0x08);

        private final int pid;

        Kind(int pid) {
            this.pid = pid;
        }

        private static Optional<Kind> of(int pid) {
            for (Kind kind : values()) {
                if (kind.pid == pid) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** Adds all that the link has; returns whether anything came in time. */
    boolean fill(Link link, Duration patience) throws LinkLost {
        if (end > ROOM - HEADER - LONGEST) {
            compact();
        }
        int count = link.read(bytes, end, patience);
        end += count;
        return count > 0;
    }

    /** The next intact packet, if one is complete. */
    Optional<Packet> next() {
        while (slideToStart() && end - start >= HEADER) {
            Optional<Kind> kind = Kind.of(bytes[start + START.length]);
            int length = (bytes[start + 7] & 0xFF) << 8 | (bytes[start + 8] & 0xFF);
            if (kind.isPresent() && length >= SHORTEST && length <= LONGEST) {
                if (end - start < HEADER + length) {
                    return Optional.empty();
                }
                if (sumHolds(length)) {
                    return Optional.of(new Packet(kind.get(), take(length)));
                }
            }
            skip();
        }
        return Optional.empty();
    }

    /** Gives up the packet that was never completed and searches behind its first byte. */
    Optional<Packet> nextDespiteGap() {
        Optional<Packet> packet = Optional.empty();
        while (packet.isEmpty() && start < end) {
            skip();
            packet = next();
        }
        return packet;
    }

    boolean isEmpty() {
        return start == end;
    }

    /** Whether bytes came that belong to no intact packet. */
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

    private boolean slideToStart() {
        while (start < end && !packetMayStartHere()) {
            skip();
        }
        return start < end;
    }

    private boolean packetMayStartHere() {
        int known = Math.min(START.length, end - start);
        return Arrays.equals(bytes, start, start + known, START, 0, known);
    }

    private boolean sumHolds(int length) {
        int at = start + HEADER + length - 2;
        int sum = 0;
        for (int i = start + START.length; i < at; i++) {
            sum += bytes[i] & 0xFF;
        }
        return (sum & 0xFFFF) == ((bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF));
    }

    private ByteBuffer take(int length) {
        int at = start + HEADER;
        start = at + length;
        return ByteBuffer.wrap(bytes, at, length - 2).slice();
    }

    /** Moves what is unread to the front; a full buffer without a packet in it is noise and dropped. */
    private void compact() {
        int unread = start == 0 ? 0 : end - start;
        System.arraycopy(bytes, end - unread, bytes, 0, unread);
        Arrays.fill(bytes, unread, ROOM, (byte) 0);
        start = 0;
        end = unread;
    }
}
