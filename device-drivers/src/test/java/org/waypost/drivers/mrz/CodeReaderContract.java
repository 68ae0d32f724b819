package org.waypost.drivers.mrz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.CodeFault;

/** What every reader of appointment codes keeps, over whatever link; in real time. */
public abstract class CodeReaderContract {
    private static final AppointmentCode CODE = AppointmentCode.issued("WP-2026-0042");
    private static final AppointmentCode OTHER = AppointmentCode.issued("WP-2026-0043");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration UNTIL_READING = Duration.ofMillis(700);

    protected abstract CodeReader reader();

    /** Holds a code with this text in front of the reader, until it is read once. */
    protected abstract void show(String text);

    /** Spoils the next text. */
    protected abstract void arm(CodeFault fault);

    protected abstract void unplug() throws Exception;

    /** Shows while the read waits. */
    private Reading<CodeOutcome> readShown(String text) throws InterruptedException {
        Thread hand = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(UNTIL_READING);
                show(text);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        Reading<CodeOutcome> reading = reader().read(LONG);
        hand.join();
        return reading;
    }

    private static Reading<CodeOutcome> accepted(AppointmentCode code) {
        return new Reading.Taken<>(new CodeOutcome.Accepted(code));
    }

    private static Reading<CodeOutcome> refused(CodeOutcome.Reason reason) {
        return new Reading.Taken<>(new CodeOutcome.Refused(reason));
    }

    @Test
    void readsOneCodeAfterAnother() throws InterruptedException {
        assertEquals(accepted(CODE), readShown(CODE.characters()));
        assertEquals(accepted(OTHER), readShown(OTHER.characters()));
    }

    @Test
    void nobodyIsNoFault() {
        assertEquals(new Reading.Nobody<CodeOutcome>(), reader().read(SHORT));
        assertEquals(new Reading.Nobody<CodeOutcome>(), reader().read(SHORT));
    }

    @Test
    void aCodeThatStaysInFrontOfTheReaderCountsOnce() throws InterruptedException {
        assertEquals(accepted(CODE), readShown(CODE.characters()));
        show(CODE.characters());
        assertEquals(new Reading.Nobody<CodeOutcome>(), reader().read(SHORT));
    }

    @Test
    void anyOtherTextIsRefusedAndNotHandedUp() throws InterruptedException {
        assertEquals(refused(CodeOutcome.Reason.CHARACTER), readShown("https://example.org/WP-2026-0042"));
        assertEquals(refused(CodeOutcome.Reason.LENGTH), readShown("WP"));
        String damaged = CODE.characters().replace("0042", "0024");
        assertEquals(refused(CodeOutcome.Reason.CHECK_CHARACTER), readShown(damaged));
    }

    @Test
    void afterATornTextTheNextIsRead() throws InterruptedException {
        arm(CodeFault.NO_TERMINATOR);
        assertEquals(new Reading.Faulty<CodeOutcome>(Fault.LINK_UNRELIABLE), readShown(CODE.characters()));
        assertEquals(accepted(OTHER), readShown(OTHER.characters()));
    }

    @Test
    void aPulledCableIsAnAbsentDevice() throws Exception {
        assertEquals(new Reading.Nobody<CodeOutcome>(), reader().read(SHORT));
        unplug();
        Reading<CodeOutcome> reading = reader().read(SHORT);
        for (int i = 0; i < 10 && reading instanceof Reading.Nobody; i++) {
            reading = reader().read(SHORT);
        }
        assertEquals(new Reading.Faulty<CodeOutcome>(Fault.DEVICE_ABSENT), reading);
    }

    @Test
    void aClosedReaderIsNotRead() {
        reader().close();
        reader().close();
        assertThrows(IllegalStateException.class, () -> reader().read(SHORT));
    }
}
