package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Urgency;

class DutyClockTest {
    private static final Duration AT_ONCE = Duration.ofMinutes(15);
    private static final Duration A_DAY = Duration.ofDays(1);

    @TempDir
    Path directory;

    private final Enrolled enrolled = Enrolled.afresh();
    private Instant now = Enrolled.NOW;
    private final InstantSource clock = () -> now;
    private TerminalStore store;
    private Outbox outbox;
    private DutyClock duties;

    @BeforeEach
    void open() {
        store = TerminalStore.open(directory.resolve("terminal.db"), clock);
        outbox = new SqliteOutbox(store, enrolled.keys(), new OutboxSize(OutboxSize.SMALLEST), new Mailbox(), clock);
        duties = new DutyClock(outbox, new DutyWindows(AT_ONCE, AT_ONCE, A_DAY), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private UUID put(Urgency urgency) {
        CaseReport report = enrolled.report(urgency, "seen");
        outbox.put(report, Enrolled.filed());
        return report.id();
    }

    private Optional<Instant> alarmed() {
        return outbox.outstanding().getFirst().alarmed();
    }

    @Test
    void theOneThatIsDueFirstStandsFirstEachByItsUrgency() {
        UUID other = put(Urgency.OTHER);
        UUID child = put(Urgency.CHILD);
        assertEquals(
                List.of(
                        new DutyClock.Due(child, Enrolled.NOW.plus(AT_ONCE), false),
                        new DutyClock.Due(other, Enrolled.NOW.plus(A_DAY), false)),
                duties.dues());
        now = Enrolled.NOW.plus(AT_ONCE);
        assertEquals(
                List.of(true, false),
                duties.dues().stream().map(DutyClock.Due::over).toList());
    }

    @Test
    void anAlarmIsRaisedAtTheEndOfTheWindowAndNotBefore() {
        put(Urgency.DANGER_NOW);
        now = Enrolled.NOW.plus(AT_ONCE).minusMillis(1);
        duties.look();
        assertEquals(Optional.empty(), alarmed());
        now = Enrolled.NOW.plus(AT_ONCE);
        duties.look();
        assertEquals(Optional.of(now), alarmed());
    }

    @Test
    void itIsRaisedOnceForEachReport() {
        put(Urgency.DANGER_NOW);
        now = Enrolled.NOW.plus(AT_ONCE);
        duties.look();
        Instant first = now;
        now = now.plus(AT_ONCE);
        duties.look();
        assertEquals(Optional.of(first), alarmed());
    }

    @Test
    void aReportOfWhichTheReceiptIsHereIsDueNoMore() {
        put(Urgency.DANGER_NOW);
        outbox.confirm(enrolled.stored(outbox.next().orElseThrow(), 1));
        now = Enrolled.NOW.plus(A_DAY);
        assertEquals(List.of(), duties.dues());
    }

    @Test
    void aWindowHasBounds() {
        for (Duration never : List.of(Duration.ZERO, Duration.ofSeconds(59), Duration.ofDays(8))) {
            assertThrows(IllegalArgumentException.class, () -> new DutyWindows(A_DAY, A_DAY, never));
        }
    }
}
