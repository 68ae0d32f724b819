package org.waypost.trials;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.report.Mailbox;
import org.waypost.agent.report.Outbox;
import org.waypost.agent.report.OutboxSize;
import org.waypost.agent.report.ReportIds;
import org.waypost.agent.report.SqliteOutbox;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;
import org.waypost.contract.TerminalId;

/**
 * An outbox as the product opens it, with invented reports, and a hub's receipts without a hub. What it promises is
 * told as {@code FILED report digest} and {@code CONFIRMED report}.
 */
record TrialOutbox(TerminalStore store, SqliteOutbox outbox, TrialKeys keys, ReportIds ids) implements AutoCloseable {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Settings.Office OFFICE = Inventions.office(new TerminalId("counter-1"));

    static TrialOutbox open(Path file, TrialKeys keys, OutboxSize size) {
        TerminalStore store = TerminalStore.open(file, CLOCK);
        SqliteOutbox outbox = new SqliteOutbox(store, keys.outbox(), size, new Mailbox(), CLOCK);
        return new TrialOutbox(store, outbox, keys, new ReportIds(CLOCK));
    }

    /** What is promised by filing one more; empty if the outbox is full. */
    Optional<String> filed(CaseReport.Urgency urgency) {
        Instant now = CLOCK.instant();
        CaseReport report = Inventions.report(ids.next(), OFFICE, urgency, now);
        AuditEvent event =
                new AuditEvent(now, "registrar-1", AuditEvent.Action.REPORT_FILED, UUID.randomUUID(), report.id() + "");
        return switch (outbox.put(report, event)) {
            case Outbox.Put.Saved saved ->
                Optional.of("FILED " + saved.report() + " " + store.transaction(in -> digest(in, saved.report())));
            case Outbox.Put.Full full -> Optional.empty();
            case Outbox.Put.TooLong tooLong -> throw new IllegalStateException("an invented report is too long");
        };
    }

    private static String digest(Connection in, UUID report) throws SQLException {
        try (var query = in.prepareStatement("select digest from outbox where report = ?")) {
            query.setString(1, report.toString());
            return query.executeQuery().getString(1);
        }
    }

    /** What is promised by taking in the receipt of the next report that is due. */
    String confirmed() {
        SealedReport next = outbox.next().orElseThrow();
        outbox.published(next.id());
        Receipt stored = new Receipt.Stored(next.sequence(), CLOCK.instant());
        if (!(outbox.confirm(keys.receipts().sign(next, stored)) instanceof Outbox.Confirmation.Confirmed)) {
            throw new IllegalStateException("a good receipt was not taken");
        }
        return "CONFIRMED " + next.id();
    }

    @Override
    public void close() {
        store.close();
    }
}
