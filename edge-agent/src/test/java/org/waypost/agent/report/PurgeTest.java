package org.waypost.agent.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.Anchor;
import org.waypost.agent.audit.AuditChain;
import org.waypost.agent.audit.AuditChain.Verdict;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.panel.Technician;
import org.waypost.agent.store.Retention;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Codec;
import org.waypost.contract.Notice;
import org.waypost.contract.Progress;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedNotice;
import org.waypost.contract.Signer;
import org.waypost.contract.Verifier;

/** What is left in the files after a purge: of what was too old nothing, of what waits everything. */
class PurgeTest {
    private static final Retention RETENTION =
            new Retention(Duration.ofDays(20), Duration.ofDays(10), Duration.ofDays(30));
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final String CANARY = "canary-of-the-audit";
    private static final int EACH = 20;

    @TempDir
    Path directory;

    private final Enrolled enrolled = Enrolled.afresh();
    private final List<String> confirmed = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private Instant now = Enrolled.NOW;
    private TerminalStore store;
    private SqliteOutbox outbox;
    private Purge purge;
    private UUID waiting;

    @BeforeEach
    void fill() {
        store = TerminalStore.open(directory.resolve("terminal.db"), () -> now);
        outbox =
                new SqliteOutbox(store, enrolled.keys(), new OutboxSize(OutboxSize.SMALLEST), new Mailbox(), () -> now);
        Anchor anchor = new Anchor(enrolled.terminal(), () -> new Signer(enrolled.signing()));
        purge = new Purge(store, RETENTION, anchor, () -> now);
        waiting = put().id();
        outbox.published(waiting);
        for (int i = 1; i <= EACH; i++) {
            SealedReport taken = put();
            confirmed.add(taken.id().toString());
            outbox.confirm(enrolled.stored(taken, i));
            say(taken);
            SealedReport dead = put();
            refused.add(dead.id().toString());
            refused.add(dead.sealed().substring(0, 60));
            outbox.confirm(enrolled.answer(dead, new Receipt.Refused(Receipt.Reason.CONFLICT)));
        }
        assertEquals(EACH, look());
    }

    /** A technician sees to all that is refused. */
    private int look() {
        return new DeadLetters(store).looked(new Technician("tech-1"), Instant.EPOCH, now, now);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void say(SealedReport report) {
        SignedNotice notice = enrolled.said(new Notice(report.id(), 1, Progress.TAKEN_ON, now));
        assertEquals(true, store.transaction(in -> new NoticeTable(in).insert(notice, now)));
    }

    private SealedReport put() {
        outbox.put(
                enrolled.report(Urgency.OTHER, "words"),
                new AuditEvent(now, "reg-7", AuditEvent.Action.REPORT_FILED, UUID.randomUUID(), CANARY));
        return outbox.next().orElseThrow();
    }

    private int rows() {
        return rows("outbox");
    }

    private int rows(String table) {
        return store.transaction(in -> {
            try (Statement statement = in.createStatement();
                    var row = statement.executeQuery("select count(*) from " + table)) {
                return row.getInt(1);
            }
        });
    }

    /** Which of the marks lie somewhere in the file, its log or its index. */
    private static List<String> found(Path directory, List<String> marks) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String part : List.of("", "-wal", "-shm")) {
            Path file = directory.resolve("terminal.db" + part);
            if (Files.exists(file)) {
                all.append(Files.readString(file, ISO_8859_1));
            }
        }
        return marks.stream().filter(mark -> all.indexOf(mark) >= 0).toList();
    }

    @Test
    void leavesNoTraceOfWhatIsTooOldAndAllOfWhatWaits() throws Exception {
        List<String> marks = new ArrayList<>(confirmed);
        marks.addAll(refused);
        marks.add(CANARY);
        assertEquals(marks, found(directory, marks), "control: the search finds them before");
        now = now.plus(RETENTION.audit()).plus(A_MOMENT);
        purge.look();
        assertEquals(List.of(), found(directory, marks));
        assertEquals(List.of(waiting.toString()), found(directory, List.of(waiting.toString())));
        outbox.republish();
        assertEquals(waiting, outbox.next().orElseThrow().id());
    }

    /** Too little to write the file anew: the log alone must be emptied. */
    @Test
    void leavesNoTraceOfASingleReport() throws Exception {
        now = now.plus(RETENTION.audit()).plus(A_MOMENT);
        purge.look();
        store.scrub();
        SealedReport dead = put();
        outbox.confirm(enrolled.answer(dead, new Receipt.Refused(Receipt.Reason.CONFLICT)));
        look();
        now = now.plus(RETENTION.refused()).plus(A_MOMENT);
        List<String> mark = List.of(dead.sealed().substring(0, 60));
        assertEquals(mark, found(directory, mark), "control: the search finds it before");
        purge.look();
        assertEquals(List.of(), found(directory, mark));
    }

    /** The same deletion where one of the three is missing: what the search is for is then found. */
    @Test
    void findsWhatIsDeletedWithoutEmptyingTheLogOrWithoutOverwriting() throws Exception {
        store.scrub();
        store.close();
        Path copy = Files.createDirectory(directory.resolve("copy"));
        Files.copy(directory.resolve("terminal.db"), copy.resolve("terminal.db"));
        store = TerminalStore.open(directory.resolve("terminal.db"), () -> now);
        try (Connection plain = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("terminal.db"));
                Statement statement = plain.createStatement()) {
            statement.execute("pragma secure_delete = off");
            statement.execute("delete from outbox where refused is not null");
            statement.execute("pragma wal_checkpoint(truncate)");
        }
        assertTrue(!found(copy, refused).isEmpty(), "not overwritten");
        unemptied();
    }

    private void unemptied() throws IOException, SQLException {
        try (TerminalStore other = TerminalStore.open(directory.resolve("terminal.db"), () -> now)) {
            SqliteOutbox again = new SqliteOutbox(
                    other, enrolled.keys(), new OutboxSize(OutboxSize.SMALLEST), new Mailbox(), () -> now);
            CaseReport late = enrolled.report(Urgency.OTHER, "words");
            again.put(late, Enrolled.filed());
            other.transaction(in -> {
                try (Statement statement = in.createStatement()) {
                    return statement.executeUpdate("delete from outbox where report = '" + late.id() + "'");
                }
            });
            List<String> mark = List.of(late.id().toString());
            assertEquals(mark, found(directory, mark), "the log not emptied");
            other.shred();
        }
    }

    @Test
    void eachClassHasAnAgeOfItsOwnAndWhatWaitsHasNone() {
        now = Enrolled.NOW.plus(RETENTION.refused());
        assertEquals(new Purge.Purged(0, 0, 0), purge.delete(now), "not before its age");
        assertEquals(new Purge.Purged(0, EACH, 0), purge.delete(now.plus(A_MOMENT)));
        now = Enrolled.NOW.plus(RETENTION.confirmed());
        assertEquals(new Purge.Purged(0, 0, 0), purge.delete(now));
        assertEquals(new Purge.Purged(EACH, 0, 0), purge.delete(now.plus(A_MOMENT)));
        now = Enrolled.NOW.plus(RETENTION.audit());
        assertEquals(new Purge.Purged(0, 0, 0), purge.delete(now));
        assertEquals(new Purge.Purged(0, 0, 2 + 4 * EACH), purge.delete(now.plus(A_MOMENT)));
        assertEquals(new Purge.Purged(0, 0, 3), purge.delete(Instant.parse("2056-01-01T00:00:00Z")));
        assertEquals(1, rows(), "what waits has no age");
    }

    @Test
    void whatWasSaidOfAReportGoesWithItAndAnAmendmentThatWaitsKeepsIt() {
        UUID held = UUID.fromString(confirmed.getFirst());
        UUID gone = UUID.fromString(confirmed.getLast());
        now = now.plus(RETENTION.confirmed());
        assertEquals(Outbox.Amending.SAVED, outbox.amend(enrolled.withdrawal(held)));
        assertEquals(Outbox.Amending.SAVED, outbox.amend(enrolled.withdrawal(gone)));
        outbox.published(waiting);
        List<SealedReport> amendments = outbox.due(Set.of(), 2, Codec.MESSAGE_MAX);
        outbox.confirm(enrolled.stored(amendments.getLast(), 2 * EACH));
        now = now.plus(A_MOMENT);
        assertEquals(EACH, purge.delete(now).confirmed(), "one amendment and all reports but one");
        assertEquals(1, rows("notice"), "that of the report which stays");
        assertEquals(amendments.getFirst().id(), outbox.next().orElseThrow().id());
        outbox.confirm(enrolled.stored(amendments.getFirst(), 2 * EACH + 1));
        assertEquals(2, purge.delete(now).confirmed());
        assertEquals(0, rows("notice"));
        assertEquals(1, rows());
    }

    @Test
    void theAuditStaysVerifiableFromItsAnchorOn() throws Exception {
        now = now.plus(RETENTION.audit()).plus(A_MOMENT);
        purge.look();
        Verifier key = new Verifier(enrolled.signing().getPublicKeysetHandle());
        AuditChain chain = new AuditChain(store);
        Verdict.Intact intact =
                assertInstanceOf(Verdict.Intact.class, chain.verify(enrolled.terminal(), key, List.of()));
        assertEquals(1, intact.held(), "the line that accounts for the purge");
        assertEquals(3 + 4 * EACH, intact.count());
        outbox.put(enrolled.report(Urgency.CHILD, "words"), Enrolled.filed());
        assertEquals(2, assertInstanceOf(Verdict.Intact.class, chain.verify()).held());
    }

    @Test
    void purgesOnceAnHour() {
        now = now.plus(RETENTION.refused());
        purge.look();
        assertEquals(1 + 2 * EACH, rows());
        now = now.plus(Purge.EVERY).minusMillis(1);
        purge.look();
        assertEquals(1 + 2 * EACH, rows(), "old enough, but looked through within the hour");
        now = now.plusMillis(1);
        purge.look();
        assertEquals(1 + EACH, rows());
    }

    @Test
    void whatWasRefusedHasNoAgeUntilSomebodyHasSeenIt() {
        SealedReport dead = put();
        outbox.confirm(enrolled.answer(dead, new Receipt.Refused(Receipt.Reason.NOT_FOR_THIS_DESK)));
        UUID held = UUID.fromString(confirmed.getFirst());
        assertEquals(Outbox.Amending.SAVED, outbox.amend(enrolled.withdrawal(held)));
        SealedReport amendment = outbox.next().orElseThrow();
        outbox.confirm(enrolled.answer(amendment, new Receipt.Refused(Receipt.Reason.NO_SUCH_REPORT)));
        DeadLetters letters = new DeadLetters(store);
        now = now.plus(Duration.ofDays(3_000));
        assertEquals(new Purge.Purged(EACH - 1, EACH, 0), withoutAudit(purge.delete(now)));
        assertEquals(new DeadLetters.Count(2, 2), letters.count());
        assertEquals(4, rows(), "what waits, the two, and the report that one of them is about");
        assertEquals(2, look());
        assertEquals(0, look(), "it is seen once");
        assertEquals(new Purge.Purged(2, 0, 0), withoutAudit(purge.delete(now)), "its report is old");
        assertEquals(1, letters.count().all(), "seen now, so its days begin");
        now = now.plus(RETENTION.refused()).plus(A_MOMENT);
        assertEquals(1, purge.delete(now).refused());
        assertEquals(1, rows());
    }

    private static Purge.Purged withoutAudit(Purge.Purged purged) {
        return new Purge.Purged(purged.confirmed(), purged.refused(), 0);
    }
}
