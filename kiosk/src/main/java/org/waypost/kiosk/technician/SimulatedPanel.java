package org.waypost.kiosk.technician;

import static io.helidon.http.Status.SEE_OTHER_303;
import static org.waypost.kiosk.access.Audience.TECHNICIAN;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SpecimenCard;
import org.waypost.kiosk.access.Form;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Language;
import org.waypost.kiosk.page.Page;
import org.waypost.kiosk.page.Presentation;
import org.waypost.kiosk.page.Words;

/**
 * The hands at a simulated card reader: lays specimen cards, lifts them, arms faults. Exists where the settings name
 * the simulated reader, and nowhere else. Safe for use by several threads.
 */
public final class SimulatedPanel {
    private final SamvSimulator simulator;
    private final Presentation presentation;
    private final AtomicReference<Optional<SpecimenCard>> lying = new AtomicReference<>(Optional.empty());

    public SimulatedPanel(SamvSimulator simulator, Presentation presentation) {
        this.simulator = simulator;
        this.presentation = presentation;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/simulated", TECHNICIAN, this::page),
                Route.post("/simulated/place", TECHNICIAN, this::place),
                Route.post("/simulated/remove", TECHNICIAN, this::remove),
                Route.post("/simulated/fault", TECHNICIAN, this::fault));
    }

    private void page(ServerRequest request, ServerResponse response) {
        Words words = presentation.dictionary().in(Language.CHINESE);
        Page.send(
                response,
                presentation.page().of("simulated.jte", new SimulatedPage(presentation.office(), words, lying.get())));
    }

    private void place(ServerRequest request, ServerResponse response) {
        SpecimenCard card = Form.of(request).one(SpecimenCard.class, "card");
        simulator.place(card.image());
        lying.set(Optional.of(card));
        back(response);
    }

    private void remove(ServerRequest request, ServerResponse response) {
        simulator.remove();
        lying.set(Optional.empty());
        back(response);
    }

    private void fault(ServerRequest request, ServerResponse response) {
        Form.of(request).one(SimulatedFault.class, "fault").arm(simulator);
        back(response);
    }

    private static void back(ServerResponse response) {
        response.status(SEE_OTHER_303)
                .header(HeaderNames.LOCATION, "/simulated")
                .send();
    }
}
