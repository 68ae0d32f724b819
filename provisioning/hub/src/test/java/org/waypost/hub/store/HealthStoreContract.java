package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.contract.Health;
import org.waypost.contract.TerminalId;
import org.waypost.hub.fleet.HealthStore;
import org.waypost.hub.fleet.Numbering;

/** What is kept of how terminals are, whichever database is below it. */
abstract class HealthStoreContract extends StoreContract {
    private static final Instant HOUR = START.truncatedTo(ChronoUnit.HOURS);

    private SqlHealthStore store;

    @BeforeEach
    void store() {
        store = new SqlHealthStore(database);
    }

    private static HealthStore.Heard heard(String terminal, Instant hour, Instant at) {
        return new HealthStore.Heard(
                new Health(new TerminalId(terminal), hour, Optional.empty(), Optional.empty(), List.of()), at);
    }

    @Test
    void keepsTheLastOfEachAndSaysWhichWereKept() {
        HealthStore.Heard first = heard("counter-1", HOUR, START);
        HealthStore.Heard other = heard("counter-2", HOUR, START);
        HealthStore.Heard old = heard("counter-1", HOUR.minus(1, ChronoUnit.HOURS), START);
        assertEquals(List.of(true, true, false), store.keep(List.of(first, other, old)));
        assertEquals(Set.of(first, other), Set.copyOf(store.all()));
        HealthStore.Heard again = heard("counter-1", HOUR, START.plusSeconds(900));
        assertEquals(List.of(true), store.keep(List.of(again)));
        assertEquals(Set.of(again, other), Set.copyOf(store.all()));
    }

    @Test
    void tellsWhoseNumbersAreTakenTwiceOrMissing() {
        SqlCaseStore cases = cases(database);
        cases.settle(List.of(accepted(1), accepted(2), accepted(5), accepted(6), accepted(9)));
        TerminalId whole = new TerminalId("counter-2");
        cases.settle(List.of(accepted(message(UUID.randomUUID(), whole, 1, "first"))));
        assertEquals(List.of(new Numbering(COUNTER, 0, 2, 4, 3)), store.numbering());
        cases.settle(List.of(accepted(5)));
        cases.settle(List.of(accepted(message(UUID.randomUUID(), whole, 1, "forked"))));
        assertEquals(
                Set.of(new Numbering(COUNTER, 1, 2, 4, 3), new Numbering(whole, 1, 0, 0, 0)),
                Set.copyOf(store.numbering()));
        cases.settle(List.of(accepted(3), accepted(4)));
        assertTrue(store.numbering().contains(new Numbering(COUNTER, 1, 1, 2, 7)), "what was late is missing no more");
    }
}
