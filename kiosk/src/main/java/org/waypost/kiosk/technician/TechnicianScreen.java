package org.waypost.kiosk.technician;

import static org.waypost.kiosk.access.Audience.TECHNICIAN;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.waypost.agent.encounter.Journey;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Language;
import org.waypost.kiosk.page.Page;
import org.waypost.kiosk.page.Presentation;
import org.waypost.kiosk.registry.Status;

/** The technician's page, and the durations of the last case as plain lines. Safe for use by several threads. */
public final class TechnicianScreen {
    private final Supplier<Status> status;
    private final Supplier<Journey> journey;
    private final Presentation presentation;
    private final Set<DeviceKind> simulated;

    /**
     * A screen.
     *
     * @param simulated devices that have a page of their own
     */
    public TechnicianScreen(
            Supplier<Status> status, Supplier<Journey> journey, Presentation presentation, Set<DeviceKind> simulated) {
        this.status = status;
        this.journey = journey;
        this.presentation = presentation;
        this.simulated = Set.copyOf(simulated);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/technician", TECHNICIAN, this::page),
                Route.get("/technician/journey", TECHNICIAN, this::journey));
    }

    private void page(ServerRequest request, ServerResponse response) {
        TechnicianPage shown = new TechnicianPage(
                presentation.office(),
                presentation.dictionary().in(Language.CHINESE),
                status.get(),
                lines(journey.get()),
                simulated);
        Page.send(response, presentation.page().of("technician.jte", shown));
    }

    private void journey(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8").send(lines(journey.get()));
    }

    /** One line for each step: its name, a tab, whole milliseconds; {@code CARD_READ_A} is the card of party A. */
    static String lines(Journey journey) {
        return journey.legs().stream().map(TechnicianScreen::line).collect(Collectors.joining());
    }

    private static String line(Journey.Leg leg) {
        String whose = leg.party().map(party -> "_" + party).orElse("");
        return leg.stage() + whose + "\t" + leg.took().toMillis() + "\n";
    }
}
