package org.waypost.kiosk.registry;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waypost.agent.encounter.MarriageCounter;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Presentation;
import org.waypost.kiosk.page.Revision;

/** The two screens of a marriage registry, over one counter. Safe for use by several threads. */
public final class Registry {
    private final MarriageCounter counter;
    private final PartySeat parties = new PartySeat();
    private final List<Route> routes;

    /** @param means what this counter can do */
    public Registry(
            MarriageCounter counter,
            Means means,
            Supplier<Status> status,
            Filing filing,
            Presentation presentation,
            Revision revision) {
        this.counter = counter;
        ClerkSeat seat = new ClerkSeat();
        this.routes = Stream.of(
                        new ClerkScreen(counter, means, status, seat, presentation, revision).routes(),
                        new ClerkActions(counter, seat, parties).routes(),
                        new ProofScreen(filing, seat, presentation).routes(),
                        new ReportsScreen(status, seat, presentation).routes(),
                        new AmendScreen(filing, seat, presentation).routes(),
                        new PartyScreen(counter::partyView, means, parties, presentation, revision).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** Everything that can be asked of the two screens. */
    public List<Route> routes() {
        return routes;
    }

    /** To be called about every second: time passes for the case, and with its end the parties' language goes. */
    public void tick() {
        counter.tick();
        parties.sees(counter.partyView());
    }
}
