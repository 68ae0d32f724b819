package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
 * The canary of invariants I2 and I3: faces are verified, cases end by decision, withdrawal, time or defect, and five
 * seconds later the heap reaches no row of any picture. {@code -Dwaypost.face-trace.rounds=1000} makes it a long one.
 */
class FaceTraceIT {
    private static final int ROUNDS = Integer.getInteger("waypost.face-trace.rounds", 25);
    private static final int ROW = 150;

    @TempDir
    Path folder;

    private final Random random = new Random(20261124);

    @Test
    void nothingOfAFaceIsReachableAfterwards() throws Exception {
        String person = Stock.persons().getFirst();
        Path stock = Stock.models(Files.createDirectory(folder.resolve("models")));
        HeapNeedle document = new HeapNeedle(row(Stock.document(person)));
        HeapNeedle live = new HeapNeedle(row(Stock.live(person)));
        byte[] kept = row(Stock.live(Stock.persons().getLast()));
        HeapNeedle control = new HeapNeedle(kept);
        try (FaceModels models = assertInstanceOf(FaceModels.Loading.Loaded.class, FaceModels.load(stock))
                .models()) {
            Desk desk = new Desk(models.comparison(PortraitSource.CARD), new Camera(person));
            Scene scene = new Scene(Scene.clearList(folder), desk);
            for (int round = 0; round < ROUNDS; round++) {
                play(scene, person);
            }
            assertTrue(scene.lines.stream().anyMatch(line -> line.detail().startsWith("A Verified")));
            Thread.sleep(Duration.ofSeconds(5));
            byte[] heap = HeapNeedle.heap(folder);
            assertTrue(control.isIn(heap), "the search finds the " + kept.length + " bytes that are kept");
            assertFalse(document.isIn(heap), "a row of the document's portrait is in the heap");
            assertFalse(live.isIn(heap), "a row of the living person's picture is in the heap");
            assertEquals(Optional.empty(), scene.counter.live(Party.A));
        }
    }

    private void play(Scene scene, String person) {
        scene.open();
        scene.prepare(Party.A, Route.FACE);
        try {
            scene.lay(card(person));
        } catch (IllegalStateException defect) {
            assertEquals("the camera's driver is broken", defect.getMessage());
        }
        switch (random.nextInt(4)) {
            case 0 -> scene.give(new Command.Compare(Scene.LI, Party.A, Finding.SAME_PERSON));
            case 1 -> scene.clock.forward(Scene.IDLE);
            case 2 -> scene.accept(new Command.RaiseConcern(Scene.LI, Scene.concern()));
            default -> {}
        }
        scene.counter.tick();
        scene.accept(new Command.Withdraw(Scene.LI));
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

    /** Works, mostly. */
    private final class Camera implements Supplier<Reading<Portrait>> {
        private final String person;

        Camera(String person) {
            this.person = person;
        }

        @Override
        public Reading<Portrait> get() {
            return switch (random.nextInt(8)) {
                case 0 -> new Reading.Nobody<>();
                case 1 -> new Reading.Faulty<>(Fault.NO_ANSWER);
                case 2 -> throw new IllegalStateException("the camera's driver is broken");
                default -> new Reading.Taken<>(Stock.live(person));
            };
        }
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
