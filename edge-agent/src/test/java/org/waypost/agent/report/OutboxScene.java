package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Urgency;

/** An outbox in a file of its own, and what it accounts for. */
abstract class OutboxScene {
    private static final InstantSource CLOCK = InstantSource.fixed(Enrolled.NOW);

    @TempDir
    Path directory;

    final Enrolled enrolled = Enrolled.afresh();
    TerminalStore store;
    Outbox outbox;

    @BeforeEach
    void open() {
        store = TerminalStore.open(directory.resolve("terminal.db"), CLOCK);
        outbox = new SqliteOutbox(store, enrolled.keys(), new OutboxSize(OutboxSize.SMALLEST), new Mailbox(), CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    UUID put(Urgency urgency, String words) {
        CaseReport report = enrolled.report(urgency, words);
        assertInstanceOf(Outbox.Put.Saved.class, outbox.put(report, Enrolled.filed()));
        return report.id();
    }

    List<String> actions() {
        return store.transaction(in -> {
            try (Statement statement = in.createStatement();
                    var rows = statement.executeQuery("select action || ' ' || detail from audit order by number")) {
                List<String> found = new java.util.ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        });
    }

    void execute(String sql) {
        store.transaction(in -> {
            try (Statement statement = in.createStatement()) {
                return statement.execute(sql);
            }
        });
    }
}
