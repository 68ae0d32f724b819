package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.agent.watchlist.Screening;
import org.waypost.agent.watchlist.Standing;
import org.waypost.contract.Codec;
import org.waypost.contract.TerminalId;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Health;

class TerminalHealthTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:47:13Z");

    private static org.waypost.contract.Health told(Health... devices) {
        return new TerminalHealth(
                        new TerminalId("counter-1"),
                        () -> new Standing.Unusable(Screening.Reason.LIST_ABSENT),
                        () -> List.of(devices),
                        () -> NOW)
                .get();
    }

    private static Health device(Health.State state, Optional<Fault> fault, Instant since) {
        return new Health(DeviceKind.ID_CARD_READER, "card", state, since, fault, Device.Identity.CONFIRMED);
    }

    private static String wire(Health.State state, Instant since) {
        return Codec.write(told(device(state, Optional.empty(), since)));
    }

    /** I10: whoever reads the wire cannot tell whether, or when, somebody stood at the counter. */
    @ParameterizedTest
    @EnumSource(
            value = Health.State.class,
            names = {"UNTRIED", "READY", "BUSY"})
    void isTheSameOnTheWireWhateverAUseChanges(Health.State state) {
        String untouched = wire(Health.State.UNTRIED, NOW.minusSeconds(40_000));
        assertEquals(untouched, wire(state, NOW));
        assertEquals(untouched, wire(state, NOW.minusSeconds(90)));
        assertNotEquals(
                untouched,
                Codec.write(told(device(Health.State.ABSENT, Optional.of(Fault.DEVICE_ABSENT), NOW))),
                "control: a fault is told");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void saysSinceWhichHourADeviceFailsAndWhatToDo(Fault fault) {
        Health.State state = fault == Fault.DEVICE_ABSENT ? Health.State.ABSENT : Health.State.FAULTY;
        var device = told(device(state, Optional.of(fault), NOW)).devices().getFirst();
        assertEquals(Optional.of(Instant.parse("2026-11-24T08:00:00Z")), device.since());
        assertEquals(state.name(), device.condition().name());
        String remedy = device(state, Optional.of(fault), NOW).remedy().name();
        assertEquals(
                remedy.equals("PRESENT_AGAIN") ? "NONE" : remedy,
                device.remedy().name());
    }

    @Test
    void hasAWordForEveryKind() {
        for (DeviceKind kind : DeviceKind.values()) {
            Health one =
                    new Health(kind, "one", Health.State.READY, NOW, Optional.empty(), Device.Identity.NOT_COMPARED);
            assertEquals(kind.name(), told(one).devices().getFirst().kind().name());
        }
    }
}
