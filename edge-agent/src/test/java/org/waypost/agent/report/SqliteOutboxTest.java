package org.waypost.agent.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditChain;
import org.waypost.agent.store.StoreFailure;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.SealedReport;

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

    private List<String> actions() {
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

    @Test
    void anOverdueReportIsAccountedForOnceAndOnlyWhileItWaits() {
        UUID report = put(Urgency.OTHER, "1");
        outbox.overdue(report);
        outbox.overdue(report);
        assertEquals(Optional.of(Enrolled.NOW), outbox.outstanding().getFirst().alarmed());
        SealedReport sent = outbox.next().orElseThrow();
        outbox.confirm(enrolled.stored(sent, 1));
        outbox.overdue(report);
        assertEquals(
                List.of("REPORT_OVERDUE " + report),
                actions().stream()
                        .filter(action -> action.startsWith("REPORT_OVERDUE"))
                        .toList());
    }

    @Test
    void anAmendmentIsAccountedForUnderTheNameOfWhoDecidesAndItsReportsEncounter() {
        UUID report = put(Urgency.OTHER, "1");
        outbox.confirm(enrolled.stored(outbox.next().orElseThrow(), 1));
        Amendment withdrawal = enrolled.withdrawal(report);
        outbox.amend(withdrawal);
        outbox.amend(withdrawal);
        assertEquals(
                "REPORT_WITHDRAWN " + report + " " + withdrawal.id() + " EXPLAINED",
                actions().getLast());
        assertEquals(3, actions().size());
        long encounters = store.transaction(in -> {
            try (Statement statement = in.createStatement();
                    var row = statement.executeQuery("select count(distinct encounter), max(actor) from audit")) {
                assertEquals("terminal", row.getString(2));
                return row.getLong(1);
            }
        });
        assertEquals(1, encounters);
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
    void eachStepIsAccountedForInItsTransaction() {
        UUID report = put(Urgency.OTHER, "1");
        SealedReport sent = outbox.next().orElseThrow();
        var receipt = enrolled.stored(sent, 1);
        outbox.confirm(receipt);
        assertEquals(List.of("REPORT_FILED ", "REPORT_CONFIRMED " + report + " " + receipt.digest()), actions());
        assertInstanceOf(AuditChain.Verdict.Intact.class, new AuditChain(store).verify());
    }

    @Test
    void aReportThatCannotBeAccountedForIsNotStored() {
        breakAudit();
        assertThrows(StoreFailure.class, () -> outbox.put(enrolled.report(Urgency.OTHER, "1"), Enrolled.filed()));
        assertEquals(Optional.empty(), outbox.next());
        assertEquals(List.of(), outbox.rows());
    }

    @Test
    void aReceiptThatCannotBeAccountedForLetsNothingGo() {
        put(Urgency.OTHER, "1");
        SealedReport sent = outbox.next().orElseThrow();
        breakAudit();
        assertThrows(StoreFailure.class, () -> outbox.confirm(enrolled.stored(sent, 1)));
        assertEquals(Optional.of(sent), outbox.next());
    }

    private void breakAudit() {
        execute("create trigger broken before insert on audit begin select raise(abort, 'broken'); end");
    }

    private void execute(String sql) {
        store.transaction(in -> {
            try (Statement statement = in.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    @Test
    void theSameReportIsNotStoredTwice() {
        CaseReport report = enrolled.report(Urgency.OTHER, "1");
        outbox.put(report, Enrolled.filed());
        assertThrows(StoreFailure.class, () -> outbox.put(report, Enrolled.filed()));
        assertEquals(1, outbox.rows().size());
        assertEquals(List.of("REPORT_FILED "), actions());
    }

    @Test
    void nothingOfAReportCanBeReadInTheFiles() throws IOException {
        String marker = "canary-" + UUID.randomUUID();
        put(Urgency.OTHER, marker);
        assertFalse(found(marker), "before the receipt");
        SealedReport sent = outbox.next().orElseThrow();
        outbox.confirm(enrolled.stored(sent, 1));
        assertFalse(found(marker), "after the receipt");
    }

    @Test
    void theSealedTextIsOverwrittenOnceConfirmed() throws IOException {
        put(Urgency.OTHER, "1");
        SealedReport sent = outbox.next().orElseThrow();
        String middle = sent.sealed().substring(20, 60);
        assertTrue(found(middle), "the search finds what is there");
        outbox.confirm(enrolled.stored(sent, 1));
        assertFalse(found(middle));
        assertTrue(found(sent.id().toString()), "the id stays");
    }

    /** Whether the text stands in any file of the store: raw, base64 at any offset, or hex. */
    private boolean found(String text) throws IOException {
        byte[] raw = text.getBytes(UTF_8);
        List<String> forms = List.of(
                text,
                HexFormat.of().formatHex(raw),
                HexFormat.of().withUpperCase().formatHex(raw),
                base64(raw, 0),
                base64(raw, 1),
                base64(raw, 2));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (forms.stream().anyMatch(content::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String base64(byte[] raw, int offset) {
        byte[] shifted = new byte[raw.length + offset];
        System.arraycopy(raw, 0, shifted, offset, raw.length);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(shifted);
        return text.substring(4, text.length() - 4);
    }

    @Test
    void aReportDamagedOnDiskIsSetAsideAndHoldsNothingUp() {
        UUID damaged = put(Urgency.DANGER_NOW, "1");
        UUID good = put(Urgency.OTHER, "2");
        execute("update outbox set message = replace(message, 'A', 'B') where lane = 0");
        assertEquals(List.of(good), due());
        assertTrue(outbox.rows().getLast().refused().isPresent());
        assertTrue(actions().contains("REPORT_REFUSED " + damaged + " DAMAGED_ON_DISK"));
        assertEquals(1, outbox.backlog().waiting());
    }

    @Test
    void aReportWhoseIdOrEncounterIsDamagedOnDiskHoldsNothingUp() {
        put(Urgency.DANGER_NOW, "1");
        UUID encounterless = put(Urgency.CHILD, "2");
        UUID good = put(Urgency.OTHER, "3");
        execute("update outbox set report = 'no id é' where lane = 0");
        execute("update outbox set encounter = 'no id' where lane = 1");
        assertEquals(List.of(encounterless, good), due());
        assertTrue(actions().contains("REPORT_REFUSED no id é DAMAGED_ON_DISK"));
        assertEquals(new UUID(0, 0), outbox.rows().getLast().report());
        assertEquals(2, outbox.backlog().waiting());
    }

    @Test
    void aReportIsNotSentUnderAnotherId() {
        put(Urgency.OTHER, "1");
        UUID other = UUID.randomUUID();
        execute("update outbox set report = '" + other + "'");
        assertEquals(List.of(), due());
        assertTrue(actions().contains("REPORT_REFUSED " + other + " DAMAGED_ON_DISK"));
    }

    @Test
    void aTimeDamagedOnDiskHidesNoRow() {
        put(Urgency.OTHER, "1");
        execute("update outbox set created = 'no time'");
        assertEquals(Instant.EPOCH, outbox.rows().getFirst().created());
        assertEquals(1, outbox.backlog().waiting());
    }

    @Test
    void numbersGoOnAboveAllEarlierOnesInAFileBegunAfterALoss() {
        execute("update origin set sequence_base = 1700000000");
        put(Urgency.OTHER, "1");
        assertEquals(1_700_000_001L, outbox.next().orElseThrow().sequence());
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
