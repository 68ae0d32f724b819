package org.waypost.hub.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A stream whose end or failure is told only once a gate is open, or after half a minute; what comes is felt. */
final class HeldEnd extends FilterInputStream {
    private static final int LONGEST_SECONDS = 30;

    private final CountDownLatch gate;
    private final Pulse pulse;

    HeldEnd(InputStream in, CountDownLatch gate, Pulse pulse) {
        super(in);
        this.gate = gate;
        this.pulse = pulse;
    }

    @Override
    public int read() throws IOException {
        return felt(held(in::read));
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return felt(held(() -> in.read(into, offset, length)));
    }

    private int felt(int result) {
        if (result >= 0) {
            pulse.heard();
        }
        return result;
    }

    @Override
    public int available() throws IOException {
        return held(in::available);
    }

    private int held(Source source) throws IOException {
        boolean goesOn = false;
        try {
            int result = source.next();
            goesOn = result >= 0;
            return result;
        } finally {
            if (!goesOn) {
                waitForGate();
            }
        }
    }

    private void waitForGate() {
        try {
            gate.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Source {
        int next() throws IOException;
    }
}
