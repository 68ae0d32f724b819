package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.finger.MinutiaeComparison;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Cards;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.CaptureProgress;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.Ef01Simulator;
import org.waypost.drivers.simulated.SimulatedFingerprintReader;
import org.waypost.drivers.simulated.SpecimenFinger;
import org.waypost.testing.HeapNeedle;

/** Drawn fingers, the product's driver and its comparison at the counter; and the canary of invariants I2, I3, I23. */
class FingerTraceTest {
    private static final SpecimenFinger OF_A = SpecimenFinger.of(7);
    private static final SpecimenFinger OF_B = SpecimenFinger.of(11);
    private static final int ROW = 100;

    @TempDir
    Path folder;

    private final SimulatedFingerprintReader reader =
            new SimulatedFingerprintReader(new Ef01Simulator(Ef01Model.ZFM_20, false));
    private Scene scene;

    @BeforeEach
    void counter() throws Exception {
        scene = new Scene(Scene.clearList(folder), new FingerUse(new MinutiaeComparison(), Duration.ofHours(1)));
    }

    @AfterEach
    void closed() {
        reader.close();
    }

    private Reading<Fingerprint> capture(SpecimenFinger finger) {
        reader.touch(finger);
        return reader.capture(Duration.ofSeconds(5), CaptureProgress.UNHEARD);
    }

    private FingerStep given(Party party, FingerPurpose purpose, SpecimenFinger finger) {
        scene.accept(new Command.AskFinger(Scene.LI, party, purpose));
        scene.counter.present(scene.counter.awaitsFinger().orElseThrow(), capture(finger));
        return scene.counter.clerkView().party(party).finger().orElseThrow().at(purpose);
    }

    private void identified(Party party, SpecimenFinger finger) {
        scene.prepare(party, Route.FACE);
        scene.lay(party == Party.A ? Cards.a() : Cards.b());
        assertEquals(new FingerStep.Taken(), given(party, FingerPurpose.IDENTIFY, finger));
        scene.accept(new Command.Compare(Scene.LI, party, Finding.SAME_PERSON));
    }

    private void identified() {
        scene.open();
        identified(Party.A, OF_A);
        identified(Party.B, OF_B);
        scene.accept(Scene.interview(Party.A));
        scene.accept(Scene.interview(Party.B));
    }

    @Test
    void theFingerOfTheIdentificationSignsAndNoOther() {
        identified();
        assertEquals(new FingerStep.Same(), given(Party.A, FingerPurpose.SIGN, OF_A.at(6, -9)));
        assertEquals(new FingerStep.Different(), given(Party.A, FingerPurpose.SIGN, OF_B));
        assertEquals(new FingerStep.Different(), given(Party.B, FingerPurpose.SIGN, OF_A));
        assertEquals(new FingerStep.Same(), given(Party.B, FingerPurpose.SIGN, OF_B.at(-8, 5)));
    }

    /** A row of each print is looked for among what the heap still reaches; a row that is kept must be found. */
    @Test
    void nothingOfAPrintIsReachableAfterACase() throws IOException {
        byte[] kept = row(SpecimenFinger.of(23));
        HeapNeedle control = new HeapNeedle(kept);
        HeapNeedle ofA = new HeapNeedle(row(OF_A));
        HeapNeedle ofB = new HeapNeedle(row(OF_B));
        identified();
        given(Party.A, FingerPurpose.SIGN, OF_A);
        given(Party.B, FingerPurpose.SIGN, OF_A);
        scene.accept(new Command.Release(Scene.LI, "in order"));
        identified();
        scene.clock.forward(Scene.IDLE);
        scene.counter.tick();
        byte[] heap = HeapNeedle.heap(folder);
        assertTrue(control.isIn(heap), "the search finds the " + kept.length + " bytes that are kept");
        assertFalse(ofA.isIn(heap), "a row of A's print is in the heap");
        assertFalse(ofB.isIn(heap), "a row of B's print is in the heap");
    }

    private static Fingerprint taken(Reading<Fingerprint> reading) {
        return switch (reading) {
            case Reading.Taken<Fingerprint> taken -> taken.value();
            case Reading.Nobody<Fingerprint> nobody -> fail("nobody");
            case Reading.Faulty<Fingerprint> faulty -> fail(faulty.fault().name());
        };
    }

    /** Of the middle of a print, as the driver gives it. */
    private byte[] row(SpecimenFinger finger) {
        byte[] row = new byte[ROW];
        try (Fingerprint print = taken(capture(finger))) {
            long middle = (long) print.width() * (print.height() / 2) + (print.width() - ROW) / 2;
            print.pixels().asSlice(middle, ROW).asByteBuffer().get(row);
        }
        return row;
    }
}
