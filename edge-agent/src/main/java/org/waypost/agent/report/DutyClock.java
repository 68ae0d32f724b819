package org.waypost.agent.report;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.waypost.agent.report.Outbox.Outstanding;

/**
 * Which reports the hub must have by when (invariant I13), by this terminal's clock. A report is in time once its
 * receipt is here: filing it fulfils no duty as long as nobody holds it who can act. Safe for use by several threads.
 */
public final class DutyClock {
    private static final System.Logger LOG = System.getLogger(DutyClock.class.getName());

    private final Outbox outbox;
    private final DutyWindows windows;
    private final InstantSource clock;

    /** Watches one outbox. */
    public DutyClock(Outbox outbox, DutyWindows windows, InstantSource clock) {
        this.outbox = outbox;
        this.windows = windows;
        this.clock = clock;
    }

    /** Every report without a receipt, the one that is due first at the head; one that the hub refused is not there. */
    public List<Due> dues() {
        Instant now = clock.instant();
        return outbox.outstanding().stream()
                .map(report -> due(report, now))
                .sorted(Comparator.comparing(Due::at))
                .toList();
    }

    /** To be called about every second: accounts for each report that became overdue, and tells the log, once. */
    public void look() {
        Instant now = clock.instant();
        for (Outstanding report : outbox.outstanding()) {
            Due due = due(report, now);
            if (due.over() && report.alarmed().isEmpty()) {
                outbox.overdue(report.report());
                LOG.log(
                        WARNING,
                        "ALARM: report {0} was due at {1} and the hub has not answered: tell the desk by telephone",
                        due.report(),
                        due.at());
            }
        }
    }

    private Due due(Outstanding report, Instant now) {
        Instant at = windows.due(report.urgency(), report.seen());
        return new Due(report.report(), at, !now.isBefore(at));
    }

    /**
     * One duty.
     *
     * @param at when the hub must have the report
     * @param over whether that is past
     */
    public record Due(UUID report, Instant at, boolean over) {}
}
