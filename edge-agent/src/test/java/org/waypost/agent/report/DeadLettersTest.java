package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditChain;
import org.waypost.agent.panel.Technician;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;

/** Refused reports are there for a technician, however many. */
class DeadLettersTest {
    private static final int REFUSED = 2 * DeadLetters.SHEET + 7;
    private static final Technician TECHNICIAN = new Technician("tech-1");

    @TempDir
    Path directory;

    private final Enrolled enrolled = Enrolled.afresh();
    private final List<UUID> refused = new ArrayList<>();
    private Instant now = Enrolled.NOW;
    private TerminalStore store;
    private SqliteOutbox outbox;
    private DeadLetters dead;

    @BeforeEach
    void open() {
        store = TerminalStore.open(directory.resolve("terminal.db"), () -> now);
        outbox =
                new SqliteOutbox(store, enrolled.keys(), new OutboxSize(OutboxSize.SMALLEST), new Mailbox(), () -> now);
        dead = new DeadLetters(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private SealedReport put() {
        outbox.put(enrolled.report(Urgency.OTHER, "words"), Enrolled.filed());
        return outbox.next().orElseThrow();
    }

    private void refuse(Receipt.Reason reason) {
        SealedReport report = put();
        outbox.confirm(enrolled.answer(report, new Receipt.Refused(reason)));
        refused.addFirst(report.id());
        now = now.plusSeconds(1);
    }

    private List<UUID> ids(int sheet) {
        return dead.sheet(sheet).stream().map(DeadLetters.Letter::report).toList();
    }

    @Test
    void showsThoseBeyondTheNewestRowsSheetBySheet() {
        for (int i = 0; i < REFUSED; i++) {
            refuse(Receipt.Reason.CONFLICT);
        }
        for (int i = 0; i < DeadLetters.SHEET; i++) {
            outbox.confirm(enrolled.stored(put(), i + 1));
        }
        assertTrue(outbox.rows().stream().noneMatch(row -> row.refused().isPresent()), "control: rows() has none");
        assertEquals(new DeadLetters.Count(REFUSED, REFUSED), dead.count());
        assertEquals(3, dead.count().sheets());
        List<UUID> all = new ArrayList<>(ids(0));
        all.addAll(ids(1));
        all.addAll(ids(2));
        assertEquals(refused, all);
        assertEquals(List.of(), ids(3));
        List<DeadLetters.Letter> sheet = dead.sheet(1);
        int seen = dead.looked(
                TECHNICIAN, sheet.getLast().refused(), sheet.getFirst().refused(), now);
        assertEquals(DeadLetters.SHEET, seen);
        assertEquals(new DeadLetters.Count(REFUSED, REFUSED - DeadLetters.SHEET), dead.count());
        assertTrue(dead.sheet(1).stream().allMatch(letter -> letter.looked().equals(Optional.of(now))));
        assertTrue(dead.sheet(0).stream().allMatch(letter -> letter.looked().isEmpty()));
        assertEquals(1, audited("select count(*) from audit where action = 'REFUSED_SEEN' and actor = 'tech-1'"));
        assertTrue(new AuditChain(store).verify() instanceof AuditChain.Verdict.Intact);
    }

    @Test
    void tellsTheHubsReasonAndNoneOfWhatTheDiskDamaged() {
        refuse(Receipt.Reason.NOT_A_REPORT);
        SealedReport damaged = put();
        store.transaction(in -> {
            try (Statement statement = in.createStatement()) {
                return statement.executeUpdate(
                        "update outbox set message = 'x' || message where report = '" + damaged.id() + "'");
            }
        });
        assertEquals(Optional.empty(), outbox.next());
        assertEquals(
                List.of(Optional.empty(), Optional.of(Receipt.Reason.NOT_A_REPORT)),
                dead.sheet(0).stream().map(DeadLetters.Letter::reason).toList());
    }

    private int audited(String sql) {
        return store.transaction(in -> {
            try (Statement statement = in.createStatement();
                    var row = statement.executeQuery(sql)) {
                return row.getInt(1);
            }
        });
    }
}
