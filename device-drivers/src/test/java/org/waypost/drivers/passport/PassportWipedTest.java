package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.passport.PassportBench.ANNA;
import static org.waypost.drivers.passport.PassportBench.ECDSA;
import static org.waypost.drivers.passport.PassportBench.taken;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Watchdog;
import org.waypost.drivers.simulated.ChipRandom;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportPicture;
import org.waypost.drivers.simulated.PassportSpecimen;
import org.waypost.drivers.simulated.SimulatedChipTerminal;

/** Nothing of a document is left in buffers or in a portrait that was closed, late or cancelled. */
class PassportWipedTest {
    private static final String SOFIA = PassportSpecimen.ANNA.replace("ANNA<MARIA", "ANNA<SOFIA");
    private static final EmrtdCard CARD = PassportSpecimen.modern().personalised(ECDSA);

    private final SimulatedChipTerminal terminal = new SimulatedChipTerminal(false, ChipRandom.secure());

    @Test
    void aClosedPassportsPortraitCannotBeRead() {
        terminal.place(CARD);
        Passport passport = taken(PassportBench.read(terminal, ANNA, AccessPolicy.PACE_ONLY));
        MemorySegment pixels = passport.portrait().orElseThrow().pixels();
        assertTrue(pixels.get(ValueLayout.JAVA_BYTE, 0) != 0);
        passport.close();
        passport.close();
        assertThrows(IllegalStateException.class, () -> pixels.get(ValueLayout.JAVA_BYTE, 0));
    }

    /** What a reading brings after its deadline, or after its caller was cancelled, is closed unseen. */
    @Test
    void aPortraitThatCameTooLateIsDeadToo() throws InterruptedException {
        for (boolean cancelled : new boolean[] {false, true}) {
            terminal.place(CARD);
            Passport passport = taken(PassportBench.read(terminal, ANNA, AccessPolicy.PACE_ONLY));
            MemorySegment pixels = passport.portrait().orElseThrow().pixels();
            LateReading late = new LateReading(passport);
            Thread caller = Thread.ofPlatform()
                    .start(() -> late.await(cancelled ? Duration.ofMinutes(1) : Duration.ofMillis(50)));
            if (cancelled) {
                caller.interrupt();
            }
            caller.join();
            late.closed();
            assertThrows(IllegalStateException.class, () -> pixels.get(ValueLayout.JAVA_BYTE, 0));
        }
    }

    @Test
    void theBytesOfZoneAndPortraitAreZeroAfterwards() throws ChipFailure {
        assertZeroAfterwards(
                PassportFiles.dg1(PassportSpecimen.ANNA), PassportFiles.dg2(PassportPicture.jpeg(96, 128)));
    }

    @Test
    void alsoIfTheyHoldNoZoneAndNoPicture() throws ChipFailure {
        byte[] noZone = PassportFiles.dg1("ERIKSSON");
        byte[] noPicture = PassportFiles.dg2(new PassportPicture(new byte[300], 96, 128, false));
        assertZeroAfterwards(noZone, noPicture);
    }

    private static void assertZeroAfterwards(byte[] dg1, byte[] dg2) throws ChipFailure {
        SecurityObject object =
                SecurityObject.of(ECDSA.securityObject(Map.of(1, dg1, 2, dg2))).orElseThrow();
        List<byte[]> handed = new ArrayList<>();
        ChipFiles keeping = file -> {
            handed.add((file == EmrtdFile.DG1 ? dg1 : dg2).clone());
            return Optional.of(handed.getLast());
        };
        SignedContent content = new SignedContent(new SignedFiles(keeping, object, new ReportDraft()));
        try {
            content.fields();
        } catch (ChipFailure noZone) {
            assertEquals(Fault.CARD_UNREADABLE, noZone.fault());
        }
        content.portrait().ifPresent(portrait -> portrait.close());
        assertEquals(2, handed.size());
        assertArrayEquals(new byte[dg1.length], handed.getFirst());
        assertArrayEquals(new byte[dg2.length], handed.getLast());
    }

    @Test
    void theBytesOfAnAlteredFileAreZeroToo() throws ChipFailure {
        byte[] dg1 = PassportFiles.dg1(PassportSpecimen.ANNA);
        SecurityObject object =
                SecurityObject.of(ECDSA.securityObject(Map.of(1, dg1, 2, dg1))).orElseThrow();
        byte[] altered = PassportFiles.dg1(SOFIA);
        ChipFiles keeping = file -> Optional.of(altered);
        assertTrue(new SignedContent(new SignedFiles(keeping, object, new ReportDraft()))
                .fields()
                .isEmpty());
        assertArrayEquals(new byte[altered.length], altered);
    }

    /** Brings its passport only after it was given up. */
    private static final class LateReading {
        private final Watchdog watchdog = new Watchdog("late-chip");
        private final CountDownLatch abandoned = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);
        private final Passport passport;

        LateReading(Passport passport) {
            this.passport = passport;
        }

        void await(Duration deadline) {
            watchdog.guard(deadline, new Watchdog.Operation<>(this::bring, abandoned::countDown, late -> {
                late.close();
                closed.countDown();
            }));
        }

        private Reading<Passport> bring() {
            boolean given = givenUp();
            while (!given) {
                given = givenUp();
            }
            return new Reading.Taken<>(passport);
        }

        /** Deaf to interrupts, as native code may be. */
        private boolean givenUp() {
            try {
                abandoned.await();
                return true;
            } catch (InterruptedException deaf) {
                return false;
            }
        }

        void closed() throws InterruptedException {
            closed.await();
        }
    }
}
