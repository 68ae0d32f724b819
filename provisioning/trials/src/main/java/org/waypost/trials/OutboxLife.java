package org.waypost.trials;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
 * A terminal that files reports and gets receipts, and tells on its standard output, unbuffered, what it has promised:
 * {@code FILED report digest} and {@code CONFIRMED report}. The first half is only filed, which lets SQLite's log grow
 * until it is emptied by itself; then the store is opened again and every third report is confirmed, which empties the
 * log each time.
 */
final class OutboxLife {
    /** The file in the directory. */
    static final String FILE = "terminal.db";

    private static final int CONFIRMED_EVERY = 3;
    private static final Settings.Office OFFICE = Inventions.office(new TerminalId("counter-1"));

    private final InstantSource clock = InstantSource.system();
    private final ReportIds ids = new ReportIds(clock);
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final TrialKeys keys;
    private final Path file;
    private final Safety safety;

    private OutboxLife(Path directory, TrialKeys keys, Safety safety) {
        this.file = directory.resolve(FILE);
        this.keys = keys;
        this.safety = safety;
    }

    /** Takes the directory, that of the keys, how safe SQLite is to be, and how many reports are filed. */
    public static void main(String[] arguments) throws IOException {
        OutboxLife life = new OutboxLife(
                Path.of(arguments[0]), new TrialKeys(Path.of(arguments[1])), Safety.valueOf(arguments[2]));
        int reports = Integer.parseInt(arguments[3]);
        life.days(reports / 2, Integer.MAX_VALUE);
        life.days(reports - reports / 2, CONFIRMED_EVERY);
    }

    static List<String> command(Path directory, TrialKeys keys, Safety safety, int reports) {
        return Program.java(
                OutboxLife.class,
                List.of(),
                directory.toString(),
                keys.directory().toString(),
                safety.name(),
                Integer.toString(reports));
    }

    private void days(int reports, int confirmedEvery) throws IOException {
        try (TerminalStore store = TerminalStore.open(file, clock)) {
            safety.on(store);
            SqliteOutbox outbox =
                    new SqliteOutbox(store, keys.outbox(), new OutboxSize(OutboxSize.USUAL), new Mailbox(), clock);
            for (int report = 1; report <= reports; report++) {
                say("FILED " + filed(store, outbox));
                if (report % confirmedEvery == 0) {
                    say("CONFIRMED " + confirmed(outbox));
                }
            }
        }
    }

    private String filed(TerminalStore store, Outbox outbox) {
        Instant now = clock.instant();
        CaseReport report = Inventions.report(ids.next(), OFFICE, CaseReport.Urgency.OTHER, now);
        AuditEvent event =
                new AuditEvent(now, "registrar-1", AuditEvent.Action.REPORT_FILED, UUID.randomUUID(), report.id() + "");
        if (!(outbox.put(report, event) instanceof Outbox.Put.Saved saved)) {
            throw new IllegalStateException("the outbox takes no more");
        }
        return saved.report() + " " + store.transaction(in -> digest(in, saved.report()));
    }

    private static String digest(Connection in, UUID report) throws SQLException {
        try (var query = in.prepareStatement("select digest from outbox where report = ?")) {
            query.setString(1, report.toString());
            return query.executeQuery().getString(1);
        }
    }

    private UUID confirmed(Outbox outbox) {
        SealedReport next = outbox.next().orElseThrow();
        outbox.published(next.id());
        Receipt stored = new Receipt.Stored(next.sequence(), clock.instant());
        if (!(outbox.confirm(keys.receipts().sign(next, stored)) instanceof Outbox.Confirmation.Confirmed)) {
            throw new IllegalStateException("a good receipt was not taken");
        }
        return next.id();
    }

    private void say(String line) throws IOException {
        out.write((line + "\n").getBytes(US_ASCII));
    }

    /** How careful SQLite is on the store's connection. */
    enum Safety {
        /** As the product opens it. */
        PRODUCT,
        /** Control: a commit is not forced to the disk. */
        NORMAL,
        /** Control: nothing is forced to the disk. */
        OFF;

        void on(TerminalStore store) {
            switch (this) {
                case PRODUCT -> {}
                case NORMAL, OFF -> store.transaction(this::weaken);
            }
        }

        /** The mode cannot be changed within a transaction, so this one is left for a moment. */
        private boolean weaken(Connection in) throws SQLException {
            in.setAutoCommit(true);
            try (Statement statement = in.createStatement()) {
                statement.execute("pragma synchronous=" + name());
            }
            in.setAutoCommit(false);
            return true;
        }
    }
}
