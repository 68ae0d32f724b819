package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditChain;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Urgency;

class SqliteOutboxTest extends OutboxContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Enrolled.NOW);

    @TempDir
    Path directory;

    private TerminalStore store;
    private Outbox outbox;

    @BeforeEach
    void open() {
        store = TerminalStore.open(directory.resolve("terminal.db"), CLOCK);
        outbox = new SqliteOutbox(store, enrolled.keys(), new OutboxSize(OutboxSize.SMALLEST), new Mailbox(), CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    Outbox outbox() {
        return outbox;
    }

    @Override
    Outbox reopened() {
        close();
        open();
        return outbox;
    }

    /** A file of the version before duties: what waits in it is due from when it was filed. */
    @Test
    void aReportFiledBeforeThisVersionIsDueFromItsFiling() {
        UUID report = put(Urgency.CHILD, "1");
        store.transaction(in -> {
            try (Statement statement = in.createStatement()) {
                statement.executeUpdate("drop table notice");
                statement.executeUpdate("alter table outbox drop column amends");
                statement.executeUpdate("alter table outbox drop column overdue");
                statement.executeUpdate("alter table outbox drop column seen");
                statement.executeUpdate("drop index outbox_refused");
                statement.executeUpdate("alter table outbox drop column looked");
                for (String table : List.of("tip", "desk_answer", "desk_answer_last")) {
                    statement.executeUpdate("drop table " + table);
                }
                statement.executeUpdate("drop table audit_signed_head");
                statement.executeUpdate("drop table audit_anchor");
                statement.executeUpdate("drop index audit_of_the_panel");
                return statement.executeUpdate("delete from flyway_schema_history where version <> '1'");
            }
        });
        assertEquals(
                List.of(new Outbox.Outstanding(report, Urgency.CHILD, Enrolled.NOW, Optional.empty())),
                reopened().outstanding());
    }

    @Test
    void aWarmUpLeavesNothingBehind() {
        SqliteOutbox warmed =
                new SqliteOutbox(store, enrolled.keys(), new OutboxSize(OutboxSize.SMALLEST), new Mailbox(), CLOCK);
        CaseReport report = enrolled.report(Urgency.OTHER, "1");
        new WarmUp(warmed, report.filing().terminal(), report.filing().duty(), CLOCK).run();
        assertEquals(List.of(), warmed.rows());
        assertEquals(
                0,
                assertInstanceOf(AuditChain.Verdict.Intact.class, new AuditChain(store).verify())
                        .count());
        put(Urgency.OTHER, "2");
        assertEquals(1, outbox.next().orElseThrow().sequence(), "no number was used up");
    }
}
