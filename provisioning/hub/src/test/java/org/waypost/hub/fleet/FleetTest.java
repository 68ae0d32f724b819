package org.waypost.hub.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.Health;
import org.waypost.contract.TerminalId;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlHealthStore;
import org.waypost.hub.store.SqlQuarantines;
import org.waypost.hub.store.StoreAddress;

class FleetTest {
    private static final TerminalId COUNTER = new TerminalId("counter-1");
    private static final TerminalId OTHER = new TerminalId("counter-2");
    private static final Instant START = Instant.parse("2026-11-24T08:20:00Z");

    @TempDir
    Path directory;

    private Database database;
    private Fleet fleet;
    private Instant now = START;

    @BeforeEach
    void open() {
        database = Database.open(new StoreAddress.Directory(directory));
        fleet = new Fleet(
                new SqlHealthStore(database),
                new SqlQuarantines(database, () -> now),
                () -> List.of(OTHER, COUNTER),
                () -> now);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Fleet.Taking say(Instant hour, Health.Device... devices) {
        var list = Optional.of(new Health.ListInUse(1, START.plus(Duration.ofDays(2))));
        return fleet.take(List.of(new Health(COUNTER, hour, list, Optional.empty(), List.of(devices))))
                .getFirst();
    }

    private static Instant hour(Instant moment) {
        return moment.truncatedTo(ChronoUnit.HOURS);
    }

    private TerminalLine.Standing standing() {
        return fleet.lines().stream()
                .filter(line -> line.terminal().equals(COUNTER))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    private static Health.Device device(Health.Condition condition, Health.Identity identity) {
        boolean works = condition == Health.Condition.WORKING;
        return new Health.Device(
                Health.Kind.CAMERA,
                "camera",
                condition,
                works ? Optional.empty() : Optional.of(hour(START)),
                works ? Health.Remedy.NONE : Health.Remedy.CONNECT,
                identity);
    }

    @Test
    void isWellUntilItsListEndsAndSilentAfterThreeBeats() {
        assertEquals(TerminalLine.Standing.NEVER_HEARD, standing());
        assertEquals(Fleet.Taking.KEPT, say(hour(now)));
        assertEquals(TerminalLine.Standing.WELL, standing());
        now = START.plus(Fleet.SILENCE);
        assertEquals(TerminalLine.Standing.WELL, standing());
        now = now.plusMillis(1);
        assertEquals(TerminalLine.Standing.SILENT, standing());
        now = START.plus(Duration.ofDays(2));
        assertEquals(Fleet.Taking.KEPT, say(hour(now)));
        assertEquals(TerminalLine.Standing.AILING, standing());
    }

    @Test
    void isAilingWithADeviceThatFailsOrIsAnother() {
        say(hour(now), device(Health.Condition.WORKING, Health.Identity.CONFIRMED));
        assertEquals(TerminalLine.Standing.WELL, standing());
        say(hour(now), device(Health.Condition.ABSENT, Health.Identity.NOT_COMPARED));
        assertEquals(TerminalLine.Standing.AILING, standing());
        say(hour(now), device(Health.Condition.WORKING, Health.Identity.DIFFERS));
        assertEquals(TerminalLine.Standing.AILING, standing());
    }

    @Test
    void takesNothingOfAnotherDayOrOfAnHourBefore() {
        assertEquals(Fleet.Taking.KEPT, say(hour(now)));
        assertEquals(Fleet.Taking.KEPT, say(hour(now)), "once more in the same hour");
        assertEquals(Fleet.Taking.NOT_OF_NOW, say(hour(now).minus(Duration.ofHours(1))));
        assertEquals(Fleet.Taking.NOT_OF_NOW, say(hour(now).plus(Duration.ofHours(25))));
    }

    @Test
    void saysOfEachOfABatchWhatBecameOfIt() {
        Health current = new Health(COUNTER, hour(now), Optional.empty(), Optional.empty(), List.of());
        Health before = new Health(
                COUNTER, hour(now).minus(Duration.ofHours(1)), Optional.empty(), Optional.empty(), List.of());
        Health distant = new Health(
                COUNTER, hour(now).plus(Duration.ofHours(30)), Optional.empty(), Optional.empty(), List.of());
        Health other = new Health(OTHER, hour(now), Optional.empty(), Optional.empty(), List.of());
        assertEquals(
                List.of(Fleet.Taking.NOT_OF_NOW, Fleet.Taking.KEPT, Fleet.Taking.NOT_OF_NOW, Fleet.Taking.KEPT),
                fleet.take(List.of(distant, current, before, other)));
        assertEquals(List.of(), fleet.take(List.of()));
    }

    @Test
    void listsTheMostPressingFirst() {
        say(hour(now), device(Health.Condition.FAULTY, Health.Identity.CONFIRMED));
        assertEquals(
                List.of(COUNTER, OTHER),
                fleet.lines().stream().map(TerminalLine::terminal).toList());
        say(hour(now));
        assertEquals(
                List.of(OTHER, COUNTER),
                fleet.lines().stream().map(TerminalLine::terminal).toList());
    }
}
