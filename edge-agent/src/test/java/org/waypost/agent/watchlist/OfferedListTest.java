package org.waypost.agent.watchlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.contract.WatchlistEntry.Category;

class OfferedListTest {
    private final Hands clock = new Hands(Lists.NOON);
    private final Lists hub;
    private final List<AuditEvent> events = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("unset");

    private Path file = Path.of("unset");
    private OfferedList offered;
    private Watchlist watchlist;

    OfferedListTest() throws GeneralSecurityException {
        hub = new Lists();
        watchlist = watchlist();
        offered = offered();
    }

    @BeforeEach
    void open() {
        file = folder.resolve("offered.json");
        watchlist = watchlist();
        offered = offered();
    }

    private Watchlist watchlist() {
        return hub.at(folder.resolve("list.json"), clock);
    }

    private OfferedList offered() {
        return new OfferedList(file, watchlist, events::add, clock);
    }

    @Test
    void takesAListAtTheSecondLookAccountsForItAndClearsThePlace() throws IOException {
        offer(1);
        offered.look();
        assertTrue(Files.exists(file), "somebody may still be copying it");
        offered.look();
        assertFalse(Files.exists(file));
        assertEquals(1, number());
        assertEquals(List.of(Action.LIST_APPLIED), actions());
        assertTrue(events.getFirst().detail().startsWith("issue 1 until "), events::toString);
    }

    @Test
    void takesAListAtOnceAtTheStart() throws IOException {
        offer(1);
        offered.take();
        assertEquals(1, number());
    }

    @Test
    void judgesARefusedListOnceAndLeavesIt() throws IOException {
        Files.writeString(file, "{}");
        for (int look = 0; look < 5; look++) {
            offered.look();
        }
        assertEquals(List.of(Action.LIST_REFUSED), actions());
        assertEquals("MALFORMED", events.getFirst().detail());
        assertTrue(Files.exists(file));
    }

    @Test
    void judgesAgainWhatWasReplaced() throws IOException {
        Files.writeString(file, "{}");
        offered.take();
        offer(2);
        offered.look();
        offered.look();
        assertEquals(List.of(Action.LIST_REFUSED, Action.LIST_APPLIED), actions());
        assertEquals(2, number());
    }

    @Test
    void leavesAFileAloneThatStillGrows() throws IOException {
        Files.writeString(file, "{");
        offered.look();
        Files.writeString(file, "{\"for");
        offered.look();
        offer(3);
        offered.look();
        assertEquals(List.of(), actions());
        offered.look();
        assertEquals(3, number());
    }

    @Test
    void doesNothingWhereNothingLies() {
        offered.take();
        offered.look();
        offered.look();
        assertEquals(List.of(), actions());
    }

    private void offer(long number) throws IOException {
        hub.write(file, Lists.issue(number, hub.entry(Cards.NUMBER_A, Category.DOCUMENT_INVALID)));
    }

    private long number() {
        return switch (watchlist.standing()) {
            case Standing.InUse inUse -> inUse.number();
            case Standing.Unusable unusable -> 0;
        };
    }

    private List<Action> actions() {
        return events.stream().map(AuditEvent::action).toList();
    }
}
