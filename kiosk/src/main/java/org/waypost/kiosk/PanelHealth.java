package org.waypost.kiosk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.waypost.agent.panel.Tampering;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Health;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.panel.PanelEvent;

/**
 * How the panel is, and the housing it guards. A button that stuck and a line that was noisy stay a fault until a
 * technician has looked. A call for help changes nothing here: health is for who looks after devices.
 */
final class PanelHealth {
    private final HealthMonitor monitor;
    private final Tampering tampering;
    private final InstantSource clock;
    private volatile Instant looked;
    private volatile boolean ailing;

    PanelHealth(HealthMonitor monitor, Tampering tampering, InstantSource clock) {
        this.monitor = monitor;
        this.tampering = tampering;
        this.clock = clock;
        this.looked = clock.instant();
    }

    List<Health> devices() {
        return List.of(monitor.health(), housing());
    }

    /** Takes what came of waiting for an event. */
    void observed(Reading<PanelEvent> reading) {
        ailing |= reading instanceof Reading.Taken<PanelEvent> taken && isAilment(taken.value());
        boolean hidden = ailing && !(reading instanceof Reading.Faulty);
        monitor.observe(() -> hidden ? new Reading.Faulty<>(Fault.LINK_UNRELIABLE) : reading);
    }

    /** A technician has looked. */
    void looked() {
        ailing = false;
        looked = clock.instant();
    }

    private Health housing() {
        Optional<Instant> opened = tampering.since();
        return new Health(
                DeviceKind.PANEL,
                "housing",
                opened.isPresent() ? Health.State.FAULTY : Health.State.READY,
                opened.orElse(looked),
                opened.map(at -> Fault.TAMPERED),
                Device.Identity.NOT_COMPARED);
    }

    private static boolean isAilment(PanelEvent event) {
        return switch (event) {
            case PanelEvent.HelpStuck stuck -> true;
            case PanelEvent.LineNoisy noisy -> true;
            case PanelEvent.HelpPressed pressed -> false;
            case PanelEvent.TamperOpened opened -> false;
            case PanelEvent.PresenceBegan began -> false;
            case PanelEvent.PresenceEnded ended -> false;
        };
    }
}
