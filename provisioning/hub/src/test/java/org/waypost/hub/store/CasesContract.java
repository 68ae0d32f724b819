package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.KeyFile;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.SealedReport;
import org.waypost.hub.casebook.CaseFile;
import org.waypost.hub.casebook.CaseLine;
import org.waypost.hub.casebook.Casebook;
import org.waypost.hub.casebook.DutyAlarm;
import org.waypost.hub.casebook.DutyWindows;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.intake.Judged;

/** What officers get from the store, whichever database is below it. */
abstract class CasesContract extends StoreContract {
    private static final Officer LI = new Officer("Officer Li");
    private static final Reason REASON = new Reason("first assessment");

    private SqlCases stored;

    @BeforeEach
    void stored() {
        stored = new SqlCases(database, signer(), () -> now);
    }

    private long keep(SealedReport message, Urgency urgency) {
        Receipt receipt = cases(database)
                .settle(List.of(new Judged.Accepted(message, urgency)))
                .getFirst();
        now = now.plusSeconds(1);
        return ((Receipt.Stored) receipt).number();
    }

    private List<Long> inbox(int limit) {
        return stored.inbox(limit).stream().map(CaseLine::number).toList();
    }

    @Test
    void listsWhatWaitsFirstThenTheMostUrgentThenTheOldest() {
        long other = keep(message(UUID.randomUUID(), 1), Urgency.OTHER);
        long taken = keep(message(UUID.randomUUID(), 2), Urgency.DANGER_NOW);
        long later = keep(message(UUID.randomUUID(), 3), Urgency.OTHER);
        long child = keep(message(UUID.randomUUID(), 4), Urgency.CHILD);
        assertTrue(stored.acknowledge(taken, LI, REASON));
        assertEquals(List.of(child, other, later, taken), inbox(10));
        assertEquals(List.of(child, other), inbox(2));
    }

    @Test
    void givesACaseOnceTakenToNobodyElse() {
        long number = keep(message(UUID.randomUUID(), 1), Urgency.OTHER);
        assertTrue(stored.acknowledge(number, LI, REASON));
        assertFalse(stored.acknowledge(number, new Officer("Officer Wu"), REASON));
        assertFalse(stored.acknowledge(number + 1, LI, REASON));
        assertEquals(
                Optional.of(LI.name()),
                stored.line(number).orElseThrow().acknowledged().map(CaseLine.Acknowledgement::by));
        assertEquals(1, auditEntries());
    }

    @Test
    void recordsALookAtWhatIsThere() {
        SealedReport message = message(UUID.randomUUID(), 1);
        long number = keep(message, Urgency.OTHER);
        assertEquals(Optional.of(new CaseFile(message, List.of(), List.of())), stored.look(number, LI, REASON));
        assertEquals(Optional.empty(), stored.look(number + 1, LI, REASON));
        assertEquals(1, auditEntries());
    }

    private long amend(UUID report, long sequence) {
        SealedReport message = message(UUID.randomUUID(), sequence);
        Receipt receipt = cases(database)
                .settle(List.of(new Judged.Amending(message, report)))
                .getFirst();
        now = now.plusSeconds(1);
        return ((Receipt.Stored) receipt).number();
    }

    @Test
    void showsAmendmentsWithTheirReportAndNowhereElse() {
        UUID report = UUID.randomUUID();
        long number = keep(message(report, 1), Urgency.CHILD);
        assertEquals(Optional.empty(), stored.line(number).orElseThrow().amended());
        String before = stored.version();
        long first = amend(report, 2);
        long second = amend(report, 3);
        assertNotEquals(before, stored.version());
        assertEquals(List.of(number), inbox(10));
        assertEquals(
                Optional.of(now.minusSeconds(1)),
                stored.line(number).orElseThrow().amended());
        CaseFile file = stored.look(number, LI, REASON).orElseThrow();
        assertEquals(report, file.report().id());
        assertEquals(
                List.of(first, second),
                file.amendments().stream().map(CaseFile.Later::number).toList());
        assertEquals(Optional.empty(), stored.look(first, LI, REASON));
        assertEquals(Optional.empty(), stored.line(first));
        assertFalse(stored.acknowledge(first, LI, REASON));
    }

    @Test
    void namesWhatWaitsLongerThanItMayToTheMinute() {
        DutyWindows windows = new DutyWindows(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(24));
        long other = keep(message(UUID.randomUUID(), 1), Urgency.OTHER);
        long child = keep(message(UUID.randomUUID(), 2), Urgency.CHILD);
        UUID report = UUID.randomUUID();
        long danger = keep(message(report, 3), Urgency.DANGER_NOW);
        amend(report, 4);
        now = START.plusSeconds(2).plus(windows.danger()).minusMillis(1);
        assertEquals(List.of(), late(windows));
        now = now.plusMillis(1);
        assertEquals(List.of(danger), late(windows));
        now = START.plus(Duration.ofDays(2));
        assertEquals(List.of(danger, child, other), late(windows));
        assertEquals(1, stored.late(windows, 1).size());
        stored.acknowledge(danger, LI, REASON);
        assertEquals(List.of(child, other), late(windows));
        assertEquals(2, stored.lateCount(windows));
    }

    private List<Long> late(DutyWindows windows) {
        assertEquals(
                stored.late(windows, 10),
                stored.inbox(10).stream()
                        .filter(line -> windows.late(line, now))
                        .toList());
        return stored.late(windows, 10).stream().map(CaseLine::number).toList();
    }

    @Test
    void tellsTheOperatorOfLateReportsAtABoundedRate() throws Exception {
        DutyWindows windows = new DutyWindows(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(24));
        Casebook casebook = new Casebook(
                stored, new ReportOpener(KeyFile.newSealingKey()), windows, new SqlUncoverings(database, () -> now));
        DutyAlarm alarm = new DutyAlarm(casebook, () -> now);
        long danger = keep(message(UUID.randomUUID(), 1), Urgency.DANGER_NOW);
        assertFalse(alarm.look());
        now = START.plus(windows.danger());
        int told = 0;
        for (int second = 0; second < 3_600; second += 30) {
            told += alarm.look() ? 1 : 0;
            now = now.plusSeconds(30);
        }
        assertEquals(6, told);
        stored.acknowledge(danger, LI, REASON);
        now = now.plus(DutyAlarm.QUIET);
        assertFalse(alarm.look());
    }

    @Test
    void givesAnotherVersionAfterEachChange() {
        String empty = stored.version();
        long number = keep(message(UUID.randomUUID(), 1), Urgency.OTHER);
        String one = stored.version();
        stored.acknowledge(number, LI, REASON);
        assertNotEquals(empty, one);
        assertNotEquals(one, stored.version());
    }
}
