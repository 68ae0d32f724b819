package org.waypost.hub.intake;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/** A stream that opens a gate once the first bytes were sent, or could not be, and counts them. */
final class OpeningOutput extends FilterOutputStream {
    private final CountDownLatch gate;
    private final Pulse pulse;

    OpeningOutput(OutputStream out, CountDownLatch gate, Pulse pulse) {
        super(out);
        this.gate = gate;
        this.pulse = pulse;
    }

    @Override
    public void write(int octet) throws IOException {
        try {
            out.write(octet);
            pulse.sent(1);
        } finally {
            gate.countDown();
        }
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        try {
            out.write(octets, offset, length);
            pulse.sent(length);
        } finally {
            gate.countDown();
        }
    }
}
