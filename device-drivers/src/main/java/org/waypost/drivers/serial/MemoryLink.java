package org.waypost.drivers.serial;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One end of a cable in memory. What one end writes the other reads, as through a wire that keeps everything; when
 * either end closes, both are lost once the bytes on the way are read. Both ends begin at 115200 baud; bytes written
 * while the ends differ in speed arrive garbled, none of them as it was sent.
 */
public final class MemoryLink implements Link {
    private static final int FIRST_BAUD = 115_200;
    private static final int GARBLE = 0x5A;

    private final Pipe inward;
    private final Pipe outward;

    private MemoryLink(Pipe inward, Pipe outward) {
        this.inward = inward;
        this.outward = outward;
    }

    /** The two ends of a new cable. */
    public record Cable(MemoryLink near, MemoryLink far) {
        /** Lays a cable. */
        public static Cable laid() {
            Pipe there = new Pipe();
            Pipe back = new Pipe();
            return new Cable(new MemoryLink(back, there), new MemoryLink(there, back));
        }
    }

    @Override
    public void write(byte[] bytes) throws LinkLost {
        outward.put(bytes);
    }

    @Override
    public void speed(int baud) throws LinkLost {
        outward.writerSpeed(baud);
        inward.readerSpeed(baud);
    }

    @Override
    public int read(byte[] into, int offset, Duration patience) throws LinkLost {
        return inward.take(into, offset, patience.toNanos());
    }

    @Override
    public void drain() throws LinkLost {
        inward.discard();
    }

    @Override
    public void close() {
        inward.end();
        outward.end();
    }

    /** Bytes on the way in one direction; those taken are overwritten. */
    private static final class Pipe {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private byte[] waiting = new byte[512];
        private int count;
        private boolean ended;
        private int writerBaud = FIRST_BAUD;
        private int readerBaud = FIRST_BAUD;

        void writerSpeed(int baud) throws LinkLost {
            lock.lock();
            try {
                requireOpen();
                writerBaud = baud;
            } finally {
                lock.unlock();
            }
        }

        void readerSpeed(int baud) throws LinkLost {
            lock.lock();
            try {
                requireOpen();
                readerBaud = baud;
            } finally {
                lock.unlock();
            }
        }

        void put(byte[] bytes) throws LinkLost {
            lock.lock();
            try {
                requireOpen();
                makeRoom(bytes.length);
                System.arraycopy(bytes, 0, waiting, count, bytes.length);
                garbleFrom(count, bytes.length);
                count += bytes.length;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        int take(byte[] into, int offset, long nanos) throws LinkLost {
            lock.lock();
            try {
                awaitBytes(nanos);
                if (count == 0) {
                    requireOpen();
                }
                return moveTo(into, offset);
            } finally {
                lock.unlock();
            }
        }

        void discard() throws LinkLost {
            lock.lock();
            try {
                requireOpen();
                Arrays.fill(waiting, 0, count, (byte) 0);
                count = 0;
            } finally {
                lock.unlock();
            }
        }

        void end() {
            lock.lock();
            try {
                ended = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void awaitBytes(long nanos) {
            long left = nanos;
            try {
                while (count == 0 && !ended && left > 0) {
                    left = changed.awaitNanos(left);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private int moveTo(byte[] into, int offset) {
            int taken = Math.min(count, into.length - offset);
            System.arraycopy(waiting, 0, into, offset, taken);
            System.arraycopy(waiting, taken, waiting, 0, count - taken);
            Arrays.fill(waiting, count - taken, count, (byte) 0);
            count -= taken;
            return taken;
        }

        private void garbleFrom(int start, int length) {
            for (int i = start; writerBaud != readerBaud && i < start + length; i++) {
                waiting[i] ^= (byte) GARBLE;
            }
        }

        private void makeRoom(int more) {
            if (count + more > waiting.length) {
                byte[] old = waiting;
                waiting = Arrays.copyOf(old, Math.max(count + more, 2 * old.length));
                Arrays.fill(old, (byte) 0);
            }
        }

        private void requireOpen() throws LinkLost {
            if (ended) {
                throw new LinkLost("the other end of the memory link is closed");
            }
        }
    }
}
