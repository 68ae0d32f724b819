package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.face.FaceComparison;
import org.waypost.agent.face.FaceModels;
import org.waypost.agent.face.PortraitSource;
import org.waypost.agent.face.Stock;
import org.waypost.agent.verification.Desk;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Cards;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.Document;
import org.waypost.testing.HeapNeedle;

/**
 * The canary of invariants I2 and I3: faces are verified, cases are withdrawn, run out of time or break at random
 * points, also while the camera looks and while a model computes. Five seconds later neither the heap nor a file holds
 * a row of any picture, raw, in base 64 or in hex. {@code -Dwaypost.face-trace.rounds=1000} makes it a long one.
 */
class FaceTraceIT {
    private static final int ROUNDS = Integer.getInteger("waypost.face-trace.rounds", 25);
    private static final int ROW = 150;
    private static final String DEFECT = "a driver or a model is broken";

    @TempDir
    Path folder;

    private final Random random = new Random(20261124);
    private final Set<Disturbance> seen = EnumSet.noneOf(Disturbance.class);
    private Runnable cancel = () -> {};
    private Runnable timeOut = () -> {};
    private boolean withdrawn;

    /** What comes between, at any point. */
    private enum Disturbance {
        CANCEL,
        TIMEOUT,
        FAILURE
    }

    @Test
    void nothingOfAFaceIsReachableAfterwards() throws Exception {
        String person = Stock.persons().getFirst();
        Path stock = Stock.models(Files.createDirectory(folder.resolve("models")));
        FaceTrace document = new FaceTrace(row(Stock.document(person)));
        FaceTrace live = new FaceTrace(row(Stock.live(person)));
        byte[] kept = row(Stock.live(Stock.persons().getLast()));
        FaceTrace control = new FaceTrace(kept);
        try (FaceModels models = assertInstanceOf(FaceModels.Loading.Loaded.class, FaceModels.load(stock))
                .models()) {
            Desk desk = new Desk(any -> new Fitful(models.comparison(PortraitSource.CARD)), () -> photograph(person));
            Scene scene = new Scene(Scene.clearList(folder), desk);
            cancel = () -> withdraw(scene);
            timeOut = () -> lapse(scene);
            for (int round = 0; round < ROUNDS; round++) {
                play(scene, person);
            }
            assertTrue(scene.lines.stream().anyMatch(line -> line.detail().startsWith("A Verified")));
            assertEquals(EnumSet.allOf(Disturbance.class), seen);
            Thread.sleep(Duration.ofSeconds(5));
            assertFiles(control, document, live);
            byte[] heap = HeapNeedle.heap(folder);
            assertTrue(control.isIn(heap), "the search finds the " + kept.length + " bytes that are kept");
            assertFalse(document.isIn(heap), "a row of the document's portrait is in the heap");
            assertFalse(live.isIn(heap), "a row of the living person's picture is in the heap");
            assertEquals(Optional.empty(), scene.counter.live(Party.A));
        }
    }

    /** The control lies in a file in hex; it must be found there. */
    private void assertFiles(FaceTrace control, FaceTrace document, FaceTrace live) throws IOException {
        Path written = folder.resolve("control");
        Files.writeString(written, control.hex());
        assertEquals(Optional.of(written), control.fileBelow(folder));
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        for (FaceTrace trace : new FaceTrace[] {document, live}) {
            assertEquals(Optional.empty(), trace.fileBelow(folder));
            assertEquals(Optional.empty(), trace.fileIn(temporary));
        }
    }

    private void play(Scene scene, String person) {
        withdrawn = false;
        scene.open();
        scene.prepare(Party.A, Route.FACE);
        try {
            scene.lay(card(person));
        } catch (IllegalStateException defect) {
            assertEquals(DEFECT, defect.getMessage());
        }
        if (!withdrawn) {
            switch (random.nextInt(4)) {
                case 0 -> scene.give(new Command.Compare(Scene.LI, Party.A, Finding.SAME_PERSON));
                case 1 -> lapse(scene);
                case 2 -> scene.accept(new Command.RaiseConcern(Scene.LI, Scene.concern()));
                default -> {}
            }
            withdraw(scene);
        }
    }

    private void withdraw(Scene scene) {
        if (!withdrawn) {
            withdrawn = true;
            scene.accept(new Command.Withdraw(Scene.LI));
        }
    }

    private static void lapse(Scene scene) {
        scene.clock.forward(Scene.IDLE);
        scene.counter.tick();
    }

    /** At one of six points something comes between. */
    private void disturb() {
        int any = random.nextInt(6 * Disturbance.values().length);
        if (any < Disturbance.values().length) {
            Disturbance disturbance = Disturbance.values()[any];
            seen.add(disturbance);
            switch (disturbance) {
                case CANCEL -> cancel.run();
                case TIMEOUT -> timeOut.run();
                case FAILURE -> throw new IllegalStateException(DEFECT);
            }
        }
    }

    /** A camera that works, mostly. */
    private Reading<Portrait> photograph(String person) {
        disturb();
        return switch (random.nextInt(8)) {
            case 0 -> new Reading.Nobody<>();
            case 1 -> new Reading.Faulty<>(Fault.NO_ANSWER);
            default -> new Reading.Taken<>(Stock.live(person));
        };
    }

    /** The real models, before and after which something may come between. */
    private final class Fitful implements FaceComparison {
        private final FaceComparison real;

        Fitful(FaceComparison real) {
            this.real = real;
        }

        @Override
        public Optional<Obstacle> absence() {
            return real.absence();
        }

        @Override
        public Comparison compare(Portrait probe, Portrait reference) {
            disturb();
            Comparison answer = real.compare(probe, reference);
            disturb();
            return answer;
        }

        @Override
        public void forget() {
            real.forget();
        }
    }

    private static Document card(String person) {
        Document card = Cards.a();
        card.close();
        return new Document(
                card.kind(),
                card.number(),
                card.name(),
                card.sex(),
                card.birth(),
                card.nationality(),
                card.validity(),
                card.discrepancies(),
                Optional.of(Stock.document(person)));
    }

    /** Of the middle of a picture, which is closed. */
    private static byte[] row(Portrait portrait) {
        byte[] row = new byte[ROW];
        try (portrait) {
            long middle = 3L * (portrait.width() * (portrait.height() / 2) + portrait.width() / 2) - ROW / 2;
            portrait.pixels().asSlice(middle, ROW).asByteBuffer().get(row);
        }
        return row;
    }
}
