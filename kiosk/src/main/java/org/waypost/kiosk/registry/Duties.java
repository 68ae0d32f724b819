package org.waypost.kiosk.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waypost.agent.encounter.ClerkView;
import org.waypost.agent.report.DutyClock;
import org.waypost.agent.settings.Settings;

/**
 * What must be at the hub by when.
 *
 * @param duty as the office has it
 * @param dues reports without a receipt, the one that is due first at the head
 */
public record Duties(Settings.Duty duty, List<DutyClock.Due> dues) {
    public Duties {
        dues = List.copyOf(dues);
    }

    /** Reports that the hub should have by now. */
    public List<DutyClock.Due> overdue() {
        return dues.stream().filter(DutyClock.Due::over).toList();
    }

    /** When the hub must have a report; empty for one that it has. */
    public Optional<Instant> due(UUID report) {
        return dues.stream()
                .filter(due -> due.report().equals(report))
                .map(DutyClock.Due::at)
                .findFirst();
    }

    /** When it must have a report of what was noticed in the open case. */
    public Instant due(ClerkView.Noticed noticed) {
        return duty.windows().due(noticed.urgency(), noticed.seen());
    }
}
