package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.idcard.CardReader;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.idcard.SamvCardReader;
import org.waypost.drivers.idcard.SamvSettings;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.simulated.IdleHabit;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SpecimenCard;
import org.waypost.drivers.simulated.SpecimenPortraitDecoder;
import org.waypost.drivers.simulated.WirePace;

/**
 * Many cards laid down and lifted, most over a cable in memory and the rest over pseudo terminals, with a supervised
 * driver that is closed and made anew every hundred cards: what the process holds must not grow.
 */
final class CardSoak {
    private static final List<SpecimenCard> SPECIMENS = List.of(SpecimenCard.values());
    private static final int CARDS_A_DRIVER = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path directory;
    private int read;
    private int failed;

    CardSoak(Path directory) {
        this.directory = directory;
    }

    /**
     * Runs it.
     *
     * @param inMemory multiple of a hundred
     * @param overPty multiple of a hundred
     */
    void run(int inMemory, int overPty, Consumer<Figure> figures) throws IOException, InterruptedException {
        memory();
        pty();
        Census before = Census.take(directory);
        read = 0;
        failed = 0;
        for (int cards = 0; cards < inMemory; cards += CARDS_A_DRIVER) {
            memory();
        }
        for (int cards = 0; cards < overPty; cards += CARDS_A_DRIVER) {
            pty();
        }
        Census after = Census.take(directory);
        figures.accept(Figure.noted("soak-cards-read", read, ""));
        figures.accept(Figure.atMost(0, "soak-cards-not-read", failed, ""));
        figures.accept(grown("soak-descriptors", after.descriptors(), before.descriptors(), 0));
        figures.accept(grown("soak-threads", after.threads(), before.threads(), 0));
        figures.accept(grown("soak-heap-mebibytes", after.mebibytes(), before.mebibytes(), 8));
    }

    private static Figure grown(String name, double after, double before, double allowed) {
        Figure figure = Figure.atMost(before + allowed, name, after, "");
        return before > 0 ? figure.beside("before", before) : figure;
    }

    private void memory() {
        SamvSimulator module = new SamvSimulator(IdleHabit.KEEPS_REPORTING, WirePace.unpaced());
        cards(module, module::connect);
        module.unplug();
    }

    private void pty() throws IOException, InterruptedException {
        SamvSimulator module = new SamvSimulator(IdleHabit.KEEPS_REPORTING, WirePace.unpaced());
        try (Pty pty = Pty.lay(directory);
                Link far = pty.far()) {
            Thread device = Thread.ofPlatform().name("waypost-soak-module").start(() -> module.serve(far));
            cards(module, pty::near);
            pty.pull();
            device.join();
        } catch (LinkLost unopened) {
            throw new IOException("no pseudo terminal", unopened);
        }
    }

    private void cards(SamvSimulator module, Link.Opener opener) {
        HealthMonitor monitor = new HealthMonitor(DeviceKind.ID_CARD_READER, "card", InstantSource.system());
        SamvSettings settings = SamvSettings.usual().polledEvery(Duration.ofMillis(1));
        try (CardReader reader = CardReader.supervised(
                () -> new SamvCardReader(opener, new SpecimenPortraitDecoder(), settings, Ticker.SYSTEM), monitor)) {
            for (int card = 0; card < CARDS_A_DRIVER; card++) {
                card(module, reader, SPECIMENS.get(card % SPECIMENS.size()));
            }
        }
    }

    /** Three looks at the empty field, and the next card counts as another. */
    private void card(SamvSimulator module, CardReader reader, SpecimenCard specimen) {
        module.place(specimen.image());
        switch (reader.read(PATIENCE)) {
            case Reading.Taken<Document> taken -> {
                taken.value().close();
                read++;
            }
            case Reading.Nobody<Document> nobody -> failed++;
            case Reading.Faulty<Document> faulty -> failed++;
        }
        module.remove();
        for (int look = 0; look < 3; look++) {
            reader.read(Duration.ZERO);
        }
    }
}
