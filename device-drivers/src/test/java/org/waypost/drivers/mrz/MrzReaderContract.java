package org.waypost.drivers.mrz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.MrzFault;
import org.waypost.drivers.simulated.MrzSpecimen;

/** What every reader of machine readable zones keeps, over whatever link; in real time. */
public abstract class MrzReaderContract {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration UNTIL_READING = Duration.ofMillis(700);

    protected abstract MrzReader reader();

    protected abstract void swipe(MrzSpecimen specimen);

    protected abstract void arm(MrzFault fault);

    protected abstract void unplug() throws Exception;

    /** Swipes while the read waits. */
    private Reading<MrzOutcome> readSwiped(MrzSpecimen specimen) throws InterruptedException {
        Thread hand = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(UNTIL_READING);
                swipe(specimen);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        Reading<MrzOutcome> reading = reader().read(LONG);
        hand.join();
        return reading;
    }

    private static MrzFormat parsed(Reading<MrzOutcome> reading) {
        var taken = assertInstanceOf(Reading.Taken.class, reading);
        return assertInstanceOf(MrzOutcome.Parsed.class, taken.value()).mrz().format();
    }

    @Test
    void readsOneDocumentAfterAnother() throws InterruptedException {
        assertEquals(MrzFormat.TD3, parsed(readSwiped(MrzSpecimen.PASSPORT)));
        assertEquals(MrzFormat.TD1, parsed(readSwiped(MrzSpecimen.CARD)));
        assertEquals(MrzFormat.MRV_B, parsed(readSwiped(MrzSpecimen.SMALL_VISA)));
    }

    @Test
    void nobodyIsNoFault() {
        long begin = System.nanoTime();
        assertEquals(new Reading.Nobody<MrzOutcome>(), reader().read(SHORT));
        assertTrue(System.nanoTime() - begin >= Duration.ofMillis(250).toNanos());
    }

    @Test
    void whatWasSwipedBeforeTheReadIsThrownAway() throws InterruptedException {
        assertEquals(new Reading.Nobody<MrzOutcome>(), reader().read(SHORT));
        swipe(MrzSpecimen.PASSPORT);
        Thread.sleep(UNTIL_READING);
        assertEquals(new Reading.Nobody<MrzOutcome>(), reader().read(SHORT));
    }

    @Test
    void afterATornMessageTheNextIsRead() throws InterruptedException {
        arm(MrzFault.TORN);
        assertEquals(new Reading.Faulty<MrzOutcome>(Fault.LINK_UNRELIABLE), readSwiped(MrzSpecimen.PASSPORT));
        assertEquals(MrzFormat.TD3, parsed(readSwiped(MrzSpecimen.PASSPORT)));
    }

    @Test
    void aPulledCableIsAnAbsentDevice() throws Exception {
        assertEquals(new Reading.Nobody<MrzOutcome>(), reader().read(SHORT));
        unplug();
        Reading<MrzOutcome> reading = reader().read(SHORT);
        for (int i = 0; i < 10 && reading instanceof Reading.Nobody; i++) {
            reading = reader().read(SHORT);
        }
        assertEquals(new Reading.Faulty<MrzOutcome>(Fault.DEVICE_ABSENT), reading);
    }

    @Test
    void aClosedReaderIsNotRead() {
        reader().close();
        reader().close();
        assertThrows(IllegalStateException.class, () -> reader().read(SHORT));
    }
}
