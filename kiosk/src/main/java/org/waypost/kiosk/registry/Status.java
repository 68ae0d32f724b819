package org.waypost.kiosk.registry;

import java.util.List;
import java.util.Optional;
import org.waypost.agent.report.CourierHealth;
import org.waypost.agent.report.Outbox;
import org.waypost.agent.watchlist.Standing;
import org.waypost.drivers.device.Fault;

/**
 * How the terminal is doing, for the foot of the registrar's screen and for the technician.
 *
 * @param courier the way to the hub
 * @param list the watchlist in use
 * @param reader what ails the card reader since it was last asked, if anything
 * @param rows what became of the last reports, newest first; no content
 */
public record Status(CourierHealth courier, Standing list, Optional<Fault> reader, List<Outbox.Row> rows) {
    public Status {
        rows = List.copyOf(rows);
    }
}
