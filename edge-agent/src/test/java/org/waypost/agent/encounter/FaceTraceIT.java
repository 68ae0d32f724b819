package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.face.FaceComparison;
import org.waypost.agent.face.FaceModels;
import org.waypost.agent.face.MaskedPicture;
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
 * points, also while the camera looks and while a model computes. When cases have ended no memory that this process may
 * write, native or Java's, in use or given back, holds a row of a picture or of an aligned face; five seconds later
 * neither the heap nor a file has one raw, in base 64 or in hex. {@code -Dwaypost.face-trace.rounds=1000} makes it a
 * long one.
 */
// all memory is searched for some hundred rows: minutes on a loaded machine
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FaceTraceIT {
    private static final int ROUNDS = Integer.getInteger("waypost.face-trace.rounds", 12);
    private static final int ROUNDS_A_SCAN = Math.max(25, ROUNDS / 20);
    private static final int ROW = 150;
    private static final String DEFECT = "a driver or a model is broken";

    @TempDir
    Path folder;

    private final Random random = new Random(20261124);
    private final Set<Disturbance> seen = EnumSet.noneOf(Disturbance.class);
    private Runnable cancel = () -> {};
    private Runnable timeOut = () -> {};
    private boolean withdrawn;
    private MaskedPicture document;
    private MaskedPicture live;
    private MaskedPicture other;

    /** What comes between, at any point. */
    private enum Disturbance {
        CANCEL,
        TIMEOUT,
        FAILURE
    }

    @BeforeEach
    void pictures() throws IOException, InterruptedException {
        List<String> persons = Stock.persons();
        MaskedPicture.make(folder, List.of(persons.getFirst(), persons.getLast()));
        document = MaskedPicture.document(folder, persons.getFirst());
        live = MaskedPicture.live(folder, persons.getFirst());
        other = MaskedPicture.live(folder, persons.getLast());
    }

    @Test
    void nothingOfAFaceIsLeftAfterwards() throws Exception {
        Path stock = Stock.models(Files.createDirectory(folder.resolve("models")));
        Instant begun = Instant.now();
        try (Portrait kept = other.portrait();
                Arena arena = Arena.ofConfined();
                FaceModels models = assertInstanceOf(FaceModels.Loading.Loaded.class, FaceModels.load(stock))
                        .models()) {
            MemoryTrace memory = new MemoryTrace(other, arena)
                    .with("document", document.rows())
                    .with("document", document.alignedRows(stock))
                    .with("live", live.rows())
                    .with("live", live.alignedRows(stock));
            Desk desk = new Desk(any -> new Fitful(models.comparison(PortraitSource.CARD)), this::photograph);
            Scene scene = new Scene(Scene.clearList(folder), desk);
            cancel = () -> withdraw(scene);
            timeOut = () -> lapse(scene);
            for (int round = 0; round < ROUNDS; round++) {
                play(scene);
                if (round % ROUNDS_A_SCAN == ROUNDS_A_SCAN - 1) {
                    memory.assertNothingLeft();
                }
            }
            assertTrue(scene.lines.stream().anyMatch(line -> line.detail().startsWith("A Verified")));
            assertEquals(EnumSet.allOf(Disturbance.class), seen);
            Thread.sleep(Duration.ofSeconds(5));
            memory.assertNothingLeft();
            assertEquals(Optional.empty(), scene.counter.live(Party.A));
            byte[] row = other.row(ROW);
            assertReachable(row, HeapNeedle.heapWithGarbage(folder), begun);
            assertReachable(row, HeapNeedle.heap(folder), begun);
            assertFiles(row, begun);
            assertTrue(kept.width() > 0 && row.length == ROW, "both were kept until here");
        }
    }

    /** The dump was made before this names what it looks for. */
    private void assertReachable(byte[] kept, byte[] heap, Instant begun) {
        assertTrue(new FaceTrace(kept, begun).isIn(heap), "the search finds the bytes that are kept");
        assertFalse(new FaceTrace(document.row(ROW), begun).isIn(heap), "of the document's portrait in the heap");
        assertFalse(new FaceTrace(live.row(ROW), begun).isIn(heap), "of the living person's picture in the heap");
    }

    /** The control lies in a file in hex; it must be found there. */
    private void assertFiles(byte[] kept, Instant begun) throws IOException {
        Path written = folder.resolve("control");
        FaceTrace control = new FaceTrace(kept, begun);
        Files.delete(folder.resolve("heap.hprof"));
        Files.delete(folder.resolve("heap-with-garbage.hprof"));
        Files.writeString(written, control.hex());
        assertEquals(Optional.of(written), control.fileBelow(folder));
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        for (MaskedPicture picture : new MaskedPicture[] {document, live}) {
            FaceTrace trace = new FaceTrace(picture.row(ROW), begun);
            assertEquals(Optional.empty(), trace.fileBelow(folder));
            assertEquals(Optional.empty(), trace.fileIn(temporary));
        }
    }

    private void play(Scene scene) {
        withdrawn = false;
        scene.open();
        scene.prepare(Party.A, Route.FACE);
        try {
            scene.lay(card());
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
    private Reading<Portrait> photograph() {
        disturb();
        return switch (random.nextInt(8)) {
            case 0 -> new Reading.Nobody<>();
            case 1 -> new Reading.Faulty<>(Fault.NO_ANSWER);
            default -> new Reading.Taken<>(live.portrait());
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

    private Document card() {
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
                Optional.of(document.portrait()));
    }
}
