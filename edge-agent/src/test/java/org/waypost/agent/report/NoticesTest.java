package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditChain;
import org.waypost.agent.report.Notices.Hearing;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Notice;
import org.waypost.contract.Progress;
import org.waypost.contract.SignedNotice;
import org.waypost.contract.TerminalId;

class NoticesTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Enrolled.NOW);

    @TempDir
    Path directory;

    private final Enrolled enrolled = Enrolled.afresh();
    private TerminalStore store;
    private Notices notices;
    private UUID report;

    @BeforeEach
    void open() {
        store = TerminalStore.open(directory.resolve("terminal.db"), CLOCK);
        notices = new Notices(store, enrolled.noticeKeys(), CLOCK);
        CaseReport filed = enrolled.report(CaseReport.Urgency.OTHER, "seen");
        new SqliteOutbox(store, enrolled.keys(), new OutboxSize(OutboxSize.SMALLEST), new Mailbox(), CLOCK)
                .put(filed, Enrolled.filed());
        report = filed.id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Notice notice(long number, Progress progress) {
        return new Notice(report, number, progress, Enrolled.NOW);
    }

    private Hearing.Kept kept(Notice notice) {
        return assertInstanceOf(Hearing.Kept.class, notices.take(enrolled.said(notice)));
    }

    private List<String> heard() {
        return store.transaction(in -> {
            try (Statement statement = in.createStatement();
                    ResultSet row = statement.executeQuery("select detail from audit where action = 'NOTICE_HEARD'")) {
                List<String> lines = new ArrayList<>();
                while (row.next()) {
                    lines.add(row.getString(1));
                }
                return lines;
            }
        });
    }

    @Test
    void keepsWhatTheHubSaysAccountsForItAndAcknowledgesIt() {
        Hearing.Kept kept = kept(notice(1, Progress.TAKEN_ON));
        assertTrue(kept.first());
        assertTrue(kept.acknowledgement().signedBy(enrolled.terminalVerifier()));
        assertEquals(report, kept.acknowledgement().report());
        assertEquals(Map.of(report, notice(1, Progress.TAKEN_ON)), notices.latest());
        assertEquals(List.of(report + " 1 TAKEN_ON"), heard());
        assertInstanceOf(AuditChain.Verdict.Intact.class, new AuditChain(store).verify());
    }

    @Test
    void acknowledgesOneThatComesAgainAndKeepsItOnce() {
        Hearing.Kept first = kept(notice(1, Progress.TAKEN_ON));
        assertEquals(new Hearing.Kept(first.acknowledgement(), false), kept(notice(1, Progress.TAKEN_ON)));
        assertEquals(1, heard().size());
    }

    @Test
    void theHigherNumberCountsWhicheverComesFirst() {
        kept(notice(3, Progress.ACTED_ON));
        kept(notice(2, Progress.QUESTION));
        assertEquals(Map.of(report, notice(3, Progress.ACTED_ON)), notices.latest());
        assertEquals(2, heard().size());
    }

    @Test
    void whatIsNotTheHubsOrNotForHereChangesNothing() {
        Notice good = notice(1, Progress.TAKEN_ON);
        SignedNotice forged = Enrolled.afresh().said(good);
        SignedNotice elsewhere = enrolled.said(new TerminalId("counter-2"), good);
        SignedNotice unknown = enrolled.said(new Notice(UUID.randomUUID(), 1, Progress.TAKEN_ON, Enrolled.NOW));
        SignedNotice turned = new SignedNotice(
                1,
                enrolled.terminal(),
                notice(1, Progress.NO_GROUND_FOUND),
                enrolled.said(good).signature());
        for (SignedNotice wrong : List.of(forged, elsewhere, unknown, turned)) {
            assertInstanceOf(Hearing.Ignored.class, notices.take(wrong));
        }
        assertEquals(Map.of(), notices.latest());
        assertEquals(List.of(), heard());
    }

    @Test
    void areThereAfterTheTerminalWasSwitchedOff() {
        kept(notice(1, Progress.HANDED_OVER));
        close();
        store = TerminalStore.open(directory.resolve("terminal.db"), CLOCK);
        assertEquals(
                Map.of(report, notice(1, Progress.HANDED_OVER)),
                new Notices(store, enrolled.noticeKeys(), CLOCK).latest());
    }
}
