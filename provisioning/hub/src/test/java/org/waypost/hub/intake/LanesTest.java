package org.waypost.hub.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.hub.fleet.Conduct;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlQuarantines;
import org.waypost.hub.store.StoreAddress;

class LanesTest {
    private static final TerminalId FLOODING = new TerminalId("counter-1");
    private static final TerminalId NORMAL = new TerminalId("counter-2");

    @TempDir
    Path directory;

    private Instant now = Instant.parse("2026-11-29T08:00:00Z");
    private Database database;
    private Conduct conduct;
    private Lanes<Numbered> lanes;

    @BeforeEach
    void open() {
        database = Database.open(new StoreAddress.Directory(directory));
        conduct = new Conduct(() -> now, new SqlQuarantines(database, () -> now));
        lanes = new Lanes<>(conduct);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private record Numbered(TerminalId terminal, int number) implements Incoming {
        @Override
        public String topic() {
            return Topic.report(terminal).text();
        }

        @Override
        public byte[] payload() {
            return new byte[0];
        }
    }

    private void flood() {
        for (int i = 0; i < Conduct.FLOOD_SLOWED_AT; i++) {
            conduct.came(FLOODING);
        }
    }

    private static List<Numbered> of(TerminalId terminal, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> new Numbered(terminal, number))
                .toList();
    }

    /** As the intake does: what is called up is read. */
    private List<Numbered> sorted(List<Numbered> arrived) {
        List<Numbered> dealtWith = lanes.sort(arrived).now();
        dealtWith.forEach(message -> assertTrue(conduct.admits(message.terminal()), message::toString));
        return dealtWith;
    }

    /** 390 of one that floods lie before ten of a normal one: all ten are dealt with at once, and first. */
    @Test
    void aFloodHoldsNoOtherTerminalUp() {
        List<Numbered> arrived = new ArrayList<>(of(FLOODING, 1, 390));
        arrived.addAll(of(NORMAL, 1, 10));
        assertEquals(arrived, lanes.sort(arrived).now(), "control: not slowed yet, all in the order of arrival");
        flood();
        Lanes.Sorted<Numbered> sorted = lanes.sort(arrived);
        List<Numbered> expected = new ArrayList<>(of(NORMAL, 1, 10));
        expected.add(new Numbered(FLOODING, 1));
        assertEquals(expected, sorted.now());
        assertEquals(of(FLOODING, Lanes.LANE_MAX + 1, 390), sorted.letGo());
    }

    @Test
    void whatWaitsInALaneIsDealtWithInItsOrderOneASecond() {
        flood();
        assertEquals(of(FLOODING, 1, 1), sorted(of(FLOODING, 1, 3)));
        assertEquals(List.of(), sorted(List.of()));
        now = now.plusSeconds(1);
        assertEquals(of(FLOODING, 2, 2), sorted(List.of()));
        now = now.plusSeconds(1);
        assertEquals(of(FLOODING, 3, 3), sorted(List.of()));
    }

    @Test
    void whatWaitsIsDealtWithAtOnceWhenItsTerminalIsSlowedNoLonger() {
        flood();
        sorted(of(FLOODING, 1, 5));
        now = now.plus(Conduct.SPAN);
        assertEquals(of(FLOODING, 2, 5), sorted(List.of()));
    }

    @Test
    void allLanesTogetherLeaveHalfOfTheWindowToTheOthers() {
        List<Numbered> arrived = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            TerminalId terminal = new TerminalId("slow-" + i);
            for (int fault = 0; fault < Conduct.SLOWED_AT; fault++) {
                conduct.fault(terminal);
            }
            conduct.admits(terminal);
            arrived.addAll(of(terminal, 1, 4));
        }
        Lanes.Sorted<Numbered> sorted = lanes.sort(arrived);
        assertEquals(0, sorted.now().size());
        assertEquals(400 - Lanes.ALL_MAX, sorted.letGo().size());
        assertEquals(200, Lanes.ALL_MAX);
    }
}
