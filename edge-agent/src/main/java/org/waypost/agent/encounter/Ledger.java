package org.waypost.agent.encounter;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.encounter.Journey.Stage;
import org.waypost.agent.report.Outbox.Put;
import org.waypost.agent.report.ReportIds;
import org.waypost.agent.store.StoreFailure;
import org.waypost.contract.CaseReport;
import org.waypost.contract.KeyFailure;

/** Writes a step down before it counts. A failure to write is a value here, so that the step is not done. */
final class Ledger {
    private static final System.Logger LOG = System.getLogger(Ledger.class.getName());
    private final Records records;
    private final ReportDraft draft;
    private final ReportIds ids;
    private final Stopwatch watch;

    Ledger(Records records, ReportDraft draft, InstantSource clock, Stopwatch watch) {
        this.records = records;
        this.draft = draft;
        this.ids = new ReportIds(clock);
        this.watch = watch;
    }

    /** Writes lines; the reason if that failed. */
    Optional<Rejection> write(List<AuditEvent> events) {
        try {
            events.forEach(records.audit()::append);
            return Optional.empty();
        } catch (StoreFailure failure) {
            return failed(failure);
        }
    }

    /** Writes a permitted command, and files the report if it is a referral; the reason if that failed. */
    Optional<Rejection> write(MarriageCase before, Command command, Instant now) {
        AuditEvent event = new Account(before.encounter(), now).of(before, command);
        return command instanceof Command.Refer refer
                ? file(draft.of(before, refer.by(), ids.next(), now), event)
                : write(List.of(event));
    }

    private Optional<Rejection> file(CaseReport report, AuditEvent event) {
        try {
            return switch (watch.time(Stage.OUTBOX, () -> records.outbox().put(report, event))) {
                case Put.Saved saved -> Optional.empty();
                case Put.Full full -> Optional.of(Rejection.OUTBOX_FULL);
                case Put.TooLong tooLong -> Optional.of(Rejection.TOO_MANY_STATEMENTS);
            };
        } catch (StoreFailure | KeyFailure failure) {
            return failed(failure);
        }
    }

    private static Optional<Rejection> failed(RuntimeException failure) {
        LOG.log(System.Logger.Level.ERROR, "a step could not be written down and was not done", failure);
        return Optional.of(Rejection.NOT_RECORDED);
    }
}
