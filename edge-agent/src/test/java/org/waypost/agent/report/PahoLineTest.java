package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.junit.jupiter.api.Test;

class PahoLineTest {
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final PahoLine line = new PahoLine(new HungUp(), new Pulse(System::nanoTime));

    @Test
    void anEndIsHeardOnceSomethingWasSent() throws Exception {
        CompletableFuture<Integer> heard = heard();
        try (OutputStream out = line.getOutputStream()) {
            out.write(new byte[] {1, 2});
            assertEquals(-1, heard.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void anEndIsHeardOnceSendingFailed() throws Exception {
        PahoLine broken = new PahoLine(new HungUp(OutputStream.nullOutputStream()), new Pulse(System::nanoTime));
        OutputStream out = broken.getOutputStream();
        out.close();
        try (InputStream in = broken.getInputStream()) {
            CompletableFuture<Integer> heard = CompletableFuture.supplyAsync(() -> next(in), THREADS);
            try {
                out.write(1);
            } catch (IOException e) {
                assertEquals("Stream closed", e.getMessage());
            }
            assertEquals(-1, heard.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void anEndIsHeardOnceTheLineIsStopped() throws Exception {
        CompletableFuture<Integer> heard = heard();
        line.stop();
        assertEquals(-1, heard.get(10, TimeUnit.SECONDS));
    }

    private CompletableFuture<Integer> heard() throws Exception {
        InputStream in = line.getInputStream();
        CompletableFuture<Integer> heard = CompletableFuture.supplyAsync(() -> next(in), THREADS);
        Thread.sleep(200);
        assertFalse(heard.isDone(), "told before anything was sent");
        return heard;
    }

    private static int next(InputStream in) {
        try {
            return in.read();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A line whose other side is gone. */
    private record HungUp(OutputStream out) implements NetworkModule {
        HungUp() {
            this(OutputStream.nullOutputStream());
        }

        @Override
        public void start() {}

        @Override
        public InputStream getInputStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public OutputStream getOutputStream() {
            return out;
        }

        @Override
        public void stop() {}

        @Override
        public String getServerURI() {
            return "ssl://nobody";
        }
    }
}
