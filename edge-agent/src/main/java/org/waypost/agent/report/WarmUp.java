package org.waypost.agent.report;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.LegalDuty;
import org.waypost.contract.Indicator;
import org.waypost.contract.Statement;
import org.waypost.contract.TerminalId;

/**
 * Files invented reports and takes them back, so that what the first report of a process loads is loaded before a
 * person waits for it. Nothing is kept, no number used, nothing sent.
 *
 * @param outbox where a first report will go
 * @param terminal this one
 * @param duty as in its settings
 */
public record WarmUp(SqliteOutbox outbox, TerminalId terminal, LegalDuty duty, InstantSource clock) {
    /** Enough for the compiler to have met the hot methods; about half a second of one core on a small machine. */
    private static final int TIMES = 20;

    private static final String NOBODY = "nobody";

    /**
     * Does it; takes a moment.
     *
     * @return true when done
     * @throws org.waypost.agent.store.StoreFailure if the disk fails
     */
    public boolean run() {
        ReportIds ids = new ReportIds(clock);
        for (int time = 0; time < TIMES; time++) {
            Instant now = clock.instant();
            CaseReport report = invented(ids.next(), now);
            outbox.rehearse(
                    report,
                    new AuditEvent(now, NOBODY, AuditEvent.Action.REPORT_FILED, report.id(), report.id() + " "));
        }
        return true;
    }

    private CaseReport invented(UUID id, Instant now) {
        return new CaseReport(
                id,
                new CaseReport.Filing(terminal, NOBODY, duty, now, now),
                CaseReport.Urgency.DANGER_NOW,
                CaseReport.Protected.ANOTHER_PERSON,
                List.of(new Statement(Statement.Source.OBSERVED, Optional.of(Indicator.SPK_1), NOBODY)),
                List.of(),
                new CaseReport.Handling(CaseReport.Companion.PRESENT, "", "", "", "", CaseReport.Interpreter.NOT_USED),
                Set.of(CaseReport.Recipient.POLICE));
    }
}
