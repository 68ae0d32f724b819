package org.waypost.kiosk.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waypost.agent.report.CourierHealth;
import org.waypost.agent.report.DeadLetters;
import org.waypost.agent.report.Outbox;
import org.waypost.agent.trust.TrustStanding;
import org.waypost.agent.watchlist.Standing;
import org.waypost.contract.Notice;
import org.waypost.contract.Progress;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Health;

/**
 * How the terminal is doing, for the foot of the registrar's screen and for the technician.
 *
 * @param courier the way to the hub
 * @param list the watchlist in use
 * @param trust the trust store in use
 * @param devices each device of the terminal
 * @param faces how the comparison of faces is; empty where the face mode is off
 * @param rows what became of the last reports, newest first; no content
 * @param said the desk's last word of each of them of which there is one
 * @param duties what must be at the hub by when
 * @param dead how many reports the hub refused
 */
public record Status(
        CourierHealth courier,
        Standing list,
        TrustStanding trust,
        List<Health> devices,
        Optional<ModelHealth> faces,
        List<Outbox.Row> rows,
        Map<UUID, Notice> said,
        Duties duties,
        DeadLetters.Count dead) {
    public Status {
        devices = List.copyOf(devices);
        rows = List.copyOf(rows);
        said = Map.copyOf(said);
    }

    /** Of how many reports the desk has a question. */
    public long questions() {
        return said.values().stream()
                .filter(notice -> notice.progress() == Progress.QUESTION)
                .count();
    }

    /** Since when the housing stands opened and no technician has looked. */
    public Optional<Instant> tampered() {
        return devices.stream()
                .filter(device -> device.fault().filter(Fault.TAMPERED::equals).isPresent())
                .map(Health::since)
                .findFirst();
    }

    /** What ails the card reader since it was last asked, if anything. */
    public Optional<Fault> reader() {
        return devices.stream()
                .filter(device -> device.kind() == DeviceKind.ID_CARD_READER)
                .flatMap(device -> device.fault().stream())
                .findFirst();
    }
}
