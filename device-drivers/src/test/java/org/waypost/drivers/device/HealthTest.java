package org.waypost.drivers.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.drivers.device.Device.Identity;
import org.waypost.drivers.device.Health.Remedy;
import org.waypost.drivers.device.Health.State;

class HealthTest {
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private Instant now = START;
    private final HealthMonitor monitor = new HealthMonitor(DeviceKind.ID_CARD_READER, "card", () -> now);

    private void use(Reading<String> outcome) {
        now = now.plusSeconds(1);
        assertEquals(outcome, monitor.observe(() -> outcome));
    }

    private void assertHealth(State state, long since, Optional<Fault> fault) {
        Health health = monitor.health();
        assertEquals(state, health.state());
        assertEquals(START.plusSeconds(since), health.since());
        assertEquals(fault, health.fault());
    }

    @Test
    void isUntriedBeforeItsFirstUseAndNothingElse() {
        assertHealth(State.UNTRIED, 0, Optional.empty());
        assertEquals(Identity.NOT_COMPARED, monitor.health().identity());
    }

    @Test
    void isReadyWhetherOrNotSomebodyIsThere() {
        use(new Reading.Nobody<>());
        use(new Reading.Taken<>("x"));
        assertHealth(State.READY, 1, Optional.empty());
    }

    @Test
    void isBusyWhileItIsUsed() {
        use(new Reading.Nobody<>());
        now = START.plusSeconds(5);
        monitor.observe(() -> {
            assertHealth(State.BUSY, 5, Optional.empty());
            return new Reading.Nobody<>();
        });
        assertHealth(State.READY, 1, Optional.empty());
    }

    @Test
    void sinceMovesOnlyWithTheState() {
        use(new Reading.Faulty<>(Fault.DEVICE_ABSENT));
        use(new Reading.Faulty<>(Fault.DEVICE_ABSENT));
        assertHealth(State.ABSENT, 1, Optional.of(Fault.DEVICE_ABSENT));
        use(new Reading.Faulty<>(Fault.NO_ANSWER));
        use(new Reading.Faulty<>(Fault.LINK_UNRELIABLE));
        assertHealth(State.FAULTY, 3, Optional.of(Fault.LINK_UNRELIABLE));
        use(new Reading.Nobody<>());
        assertHealth(State.READY, 5, Optional.empty());
    }

    @Test
    void aDeviceThatFailedDoesNotLookBetterWhileItIsTriedAgain() {
        use(new Reading.Faulty<>(Fault.NO_ANSWER));
        monitor.observe(() -> {
            assertHealth(State.FAULTY, 1, Optional.of(Fault.NO_ANSWER));
            return new Reading.Nobody<>();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatTheClerkMendsIsNotTheDevicesFault(Fault fault) {
        use(new Reading.Faulty<>(fault));
        assertEquals(fault.actor() == Fault.Actor.CLERK, monitor.health().state() == State.READY);
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultOfADeviceSaysWhatToDo(Fault fault) {
        Health health =
                new Health(DeviceKind.PANEL, "panel", State.FAULTY, START, Optional.of(fault), Identity.NOT_COMPARED);
        assertNotEquals(Remedy.NONE, health.remedy());
        assertEquals(fault.actor() == Fault.Actor.CLERK, health.remedy() == Remedy.PRESENT_AGAIN);
        assertEquals(fault.actor() == Fault.Actor.NOBODY, health.remedy() == Remedy.WAIT);
    }

    @Test
    void aDriverThatThrowsIsFaultyAndTheDefectIsNotSwallowed() {
        assertThrows(
                IllegalStateException.class,
                () -> monitor.observe(() -> {
                    throw new IllegalStateException("defect");
                }));
        assertHealth(State.FAULTY, 0, Optional.of(Fault.DRIVER_DEFECT));
    }

    @Test
    void keepsTheIdentityAcrossStates() {
        monitor.identified(Identity.DIFFERS);
        use(new Reading.Faulty<>(Fault.WRONG_DEVICE));
        assertEquals(Identity.DIFFERS, monitor.health().identity());
        assertEquals(Remedy.PROVISION, monitor.health().remedy());
    }

    @Test
    void holdsNothingOfWhatWasRead() {
        use(new Reading.Taken<>("marker-name"));
        assertTrue(!monitor.health().toString().contains("marker"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Health(
                        DeviceKind.CAMERA, "x".repeat(41), State.READY, START, Optional.empty(), Identity.CONFIRMED));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Health(DeviceKind.CAMERA, "c", State.FAULTY, START, Optional.empty(), Identity.CONFIRMED));
    }
}
