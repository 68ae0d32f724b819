package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.agent.panel.Tampering;
import org.waypost.agent.trust.TrustStanding;
import org.waypost.agent.watchlist.Screening;
import org.waypost.agent.watchlist.Standing;
import org.waypost.contract.Codec;
import org.waypost.contract.TerminalId;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Health;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.panel.PanelEvent;
import org.waypost.drivers.panel.PanelInput;

class PanelHealthTest {
    private static final Instant NOW = Instant.parse("2026-11-29T08:47:13Z");

    private final Tampering tampering = new Tampering();
    private final PanelHealth health =
            new PanelHealth(new HealthMonitor(DeviceKind.PANEL, "panel", () -> NOW), tampering, () -> NOW);

    private String wire() {
        return Codec.write(new TerminalHealth(
                        new TerminalId("counter-1"),
                        () -> new Standing.Unusable(Screening.Reason.LIST_ABSENT),
                        () -> new TrustStanding.InUse(7, NOW, 3),
                        health::devices,
                        Optional::empty,
                        () -> NOW)
                .get());
    }

    private Optional<Fault> fault(int device) {
        return health.devices().get(device).fault();
    }

    /** I10 and I11: whoever reads the wire cannot tell that somebody asked for help, came or went. */
    @Test
    void isTheSameOnTheWireWhateverAPersonDoes() {
        String before = wire();
        for (PanelEvent event : List.of(
                new PanelEvent.HelpPressed(NOW),
                new PanelEvent.PresenceBegan(NOW),
                new PanelEvent.PresenceEnded(NOW))) {
            health.observed(new Reading.Taken<>(event));
            assertEquals(before, wire());
        }
        health.observed(new Reading.Taken<>(new PanelEvent.HelpStuck(NOW)));
        assertNotEquals(before, wire(), "control: a fault is told");
    }

    @Test
    void aLineThatFailedStaysAFaultUntilATechnicianHasLooked() {
        health.observed(new Reading.Taken<>(new PanelEvent.LineNoisy(NOW, PanelInput.TAMPER, 4)));
        health.observed(new Reading.Nobody<>());
        assertEquals(Optional.of(Fault.LINK_UNRELIABLE), fault(0));
        health.looked();
        health.observed(new Reading.Nobody<>());
        assertEquals(Health.State.READY, health.devices().getFirst().state());
    }

    @Test
    void anOpenedHousingIsToldBesideThePanelsOwnState() {
        health.observed(new Reading.Faulty<>(Fault.DEVICE_ABSENT));
        tampering.opened(new PanelEvent.TamperOpened(NOW, PanelEvent.Found.WATCHING), line -> {});
        assertEquals(Optional.of(Fault.DEVICE_ABSENT), fault(0));
        assertEquals(Optional.of(Fault.TAMPERED), fault(1));
        assertEquals(Health.Remedy.CALL_SERVICE, health.devices().get(1).remedy());
        assertEquals(Fault.Actor.TECHNICIAN, Fault.TAMPERED.actor());
    }
}
