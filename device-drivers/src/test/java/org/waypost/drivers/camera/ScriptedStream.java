package org.waypost.drivers.camera;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A camera whose bytes come when the test says so, and have been dealt with when {@link #deliver} returns. */
final class ScriptedStream implements PictureStream {
    private final SynchronousQueue<byte[]> bytes = new SynchronousQueue<>();
    private final Semaphore asked = new Semaphore(0);
    private final AtomicInteger openings = new AtomicInteger();

    /** How often it was opened. */
    int openings() {
        return openings.get();
    }

    void deliver(byte[] next) throws InterruptedException {
        asked.acquire();
        bytes.put(next);
        asked.acquire();
        asked.release();
    }

    /** Ends the stream. */
    void end() throws InterruptedException {
        asked.acquire();
        bytes.put(new byte[0]);
    }

    @Override
    public ReadableByteChannel open() {
        openings.incrementAndGet();
        return new Channel();
    }

    private final class Channel implements ReadableByteChannel {
        private ByteBuffer rest = ByteBuffer.allocate(0);
        private volatile boolean closed;

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (!rest.hasRemaining()) {
                rest = next();
                if (!rest.hasRemaining()) {
                    return -1;
                }
            }
            int count = Math.min(rest.remaining(), into.remaining());
            into.put(rest.slice(rest.position(), count));
            rest.position(rest.position() + count);
            return count;
        }

        private ByteBuffer next() throws IOException {
            asked.release();
            try {
                return ByteBuffer.wrap(bytes.take());
            } catch (InterruptedException ended) {
                asked.drainPermits();
                throw new ClosedChannelException();
            }
        }

        @Override
        public boolean isOpen() {
            return !closed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
