package org.waypost.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/**
 * A pseudo terminal that is pulled after so many bytes of what a device sends until it is read: the driver says which
 * fault it is, and neither a reading nor nobody. A cable that is not pulled at all must give the reading.
 */
final class PulledCable {
    private final Path directory;

    PulledCable(Path directory) {
        this.directory = directory;
    }

    /** The figures of one kind, pulled at every so many bytes. */
    void run(PulledKind kind, int step, Consumer<Figure> figures) throws IOException, InterruptedException {
        Pull whole = pulledAfter(Integer.MAX_VALUE, kind.devices().get());
        int pulls = 0;
        int missed = 0;
        long slowest = 0;
        for (int bytes : kind.offsets(whole.sent(), step)) {
            long start = System.nanoTime();
            missed += pulledAfter(bytes, kind.devices().get()).reading() instanceof Reading.Faulty<?> ? 0 : 1;
            slowest = Math.max(slowest, System.nanoTime() - start);
            pulls++;
        }
        String name = kind.name() + "-pty";
        figures.accept(Figure.atLeast(1, name + "-whole-and-read", whole.isTaken() ? 1 : 0, ""));
        figures.accept(Figure.atLeast(1, name + "-pulled", pulls, ""));
        figures.accept(Figure.atMost(0, name + "-pulled-and-no-fault-said", missed, ""));
        figures.accept(Figure.atMost(30_000, name + "-pulled-slowest", slowest / 1e6, "ms"));
    }

    /**
     * What came of one reading.
     *
     * @param sent bytes that the device had sent by then
     */
    private record Pull(Reading<?> reading, int sent) {
        boolean isTaken() {
            return reading instanceof Reading.Taken<?>;
        }
    }

    private Pull pulledAfter(int bytes, PulledDevice device) throws IOException, InterruptedException {
        try (Pty pty = Pty.lay(directory);
                Brittle far = new Brittle(pty, bytes)) {
            Thread serving = Thread.ofPlatform().name("waypost-pulled-device").start(() -> device.serve(far));
            try {
                AtomicInteger sent = new AtomicInteger();
                Reading<?> reading = device.read(pty::near, () -> sent.set(far.written.get()));
                return new Pull(reading, sent.get());
            } finally {
                pty.pull();
                serving.join();
            }
        } catch (LinkLost unopened) {
            throw new IOException("no pseudo terminal", unopened);
        }
    }

    /** The device's end of a cable that is pulled once so many bytes were written. */
    private static final class Brittle implements Link {
        private final Pty pty;
        private final Link link;
        private final int most;
        private final AtomicInteger written = new AtomicInteger();

        Brittle(Pty pty, int most) throws LinkLost {
            this.pty = pty;
            this.link = pty.far();
            this.most = most;
        }

        @Override
        public void write(byte[] bytes) throws LinkLost {
            int whole = Math.min(most - written.get(), bytes.length);
            // counted before: the driver may have read them at once
            int total = written.addAndGet(whole);
            link.write(Arrays.copyOf(bytes, whole));
            if (total == most) {
                pull();
            }
        }

        private void pull() throws LinkLost {
            try {
                pty.pull();
            } catch (IOException unclear) {
                throw new UncheckedIOException("the pseudo terminal cannot be cleared", unclear);
            }
            throw new LinkLost("pulled");
        }

        @Override
        public int read(byte[] into, int offset, Duration patience) throws LinkLost {
            return link.read(into, offset, patience);
        }

        @Override
        public void drain() throws LinkLost {
            link.drain();
        }

        @Override
        public void speed(int baud) throws LinkLost {
            link.speed(baud);
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
