package org.waypost.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.idcard.PortraitDecoder;
import org.waypost.drivers.idcard.SamvCardReader;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.simulated.IdleHabit;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SpecimenCard;
import org.waypost.drivers.simulated.WirePace;

/**
 * A pseudo terminal that is pulled after so many bytes of the module's replies to status, find, select and read: the
 * driver says which fault it is, and neither a document nor nobody.
 */
final class PulledCable {
    /** The four replies together. */
    static final int BYTES = 11 + 15 + 19 + 1295;

    private PulledCable() {}

    static void run(Path directory, int step, Consumer<Figure> figures) throws IOException, InterruptedException {
        int pulls = 0;
        int wrong = 0;
        long slowest = 0;
        for (int bytes = 0; bytes < BYTES; bytes += step) {
            long start = System.nanoTime();
            wrong += pulledAfter(bytes, directory) instanceof Reading.Faulty<Document> ? 0 : 1;
            slowest = Math.max(slowest, System.nanoTime() - start);
            pulls++;
        }
        figures.accept(Figure.noted("card-pty-pulled", pulls, ""));
        figures.accept(Figure.atMost(0, "card-pty-pulled-and-no-fault-said", wrong, ""));
        figures.accept(Figure.atMost(30_000, "card-pty-pulled-slowest", slowest / 1e6, "ms"));
    }

    private static Reading<Document> pulledAfter(int bytes, Path directory) throws IOException, InterruptedException {
        SamvSimulator module = new SamvSimulator(IdleHabit.KEEPS_REPORTING, WirePace.unpaced());
        module.place(SpecimenCard.TEST_JIA.image());
        try (Pty pty = Pty.lay(directory);
                Link far = new Brittle(pty, bytes)) {
            Thread device = Thread.ofPlatform().name("waypost-pulled-module").start(() -> module.serve(far));
            try (SamvCardReader reader = new SamvCardReader(pty::near, PortraitDecoder.NONE)) {
                return reader.read(Duration.ofSeconds(10));
            } finally {
                pty.pull();
                device.join();
            }
        } catch (LinkLost unopened) {
            throw new IOException("no pseudo terminal", unopened);
        }
    }

    /** The module's end of a cable that is pulled once so many bytes were written. */
    private static final class Brittle implements Link {
        private final Pty pty;
        private final Link link;
        private int left;

        Brittle(Pty pty, int left) throws LinkLost {
            this.pty = pty;
            this.link = pty.far();
            this.left = left;
        }

        @Override
        public void write(byte[] bytes) throws LinkLost {
            int whole = Math.min(left, bytes.length);
            link.write(Arrays.copyOf(bytes, whole));
            left -= whole;
            if (left == 0) {
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
