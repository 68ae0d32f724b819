package org.waypost.agent.report;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/** A stream that opens a gate once the first bytes were sent, or could not be. */
final class OpeningOutput extends FilterOutputStream {
    private final CountDownLatch gate;

    OpeningOutput(OutputStream out, CountDownLatch gate) {
        super(out);
        this.gate = gate;
    }

    @Override
    public void write(int octet) throws IOException {
        try {
            out.write(octet);
        } finally {
            gate.countDown();
        }
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        try {
            out.write(octets, offset, length);
        } finally {
            gate.countDown();
        }
    }
}
