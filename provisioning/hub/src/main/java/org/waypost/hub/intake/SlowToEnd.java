package org.waypost.hub.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** A stream whose end or failure is told one second after its beginning at the earliest. */
final class SlowToEnd extends FilterInputStream {
    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long since = System.nanoTime();

    SlowToEnd(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        return slowToEnd(in::read);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return slowToEnd(() -> in.read(into, offset, length));
    }

    @Override
    public int available() throws IOException {
        return slowToEnd(in::available);
    }

    private int slowToEnd(Source source) throws IOException {
        boolean goesOn = false;
        try {
            int result = source.next();
            goesOn = result >= 0;
            return result;
        } finally {
            if (!goesOn) {
                hold();
            }
        }
    }

    private void hold() {
        try {
            TimeUnit.NANOSECONDS.sleep(LEAST_NANOS - (System.nanoTime() - since));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Source {
        int next() throws IOException;
    }
}
