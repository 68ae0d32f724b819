package org.waypost.kiosk.station;

import static org.waypost.kiosk.access.Audience.TECHNICIAN;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.function.Supplier;
import org.waypost.agent.report.CourierHealth;
import org.waypost.agent.report.TipBox;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Language;
import org.waypost.kiosk.page.Page;
import org.waypost.kiosk.page.Presentation;

/** The page of a station's technician. */
public record CareScreen(TipBox box, Supplier<CourierHealth> courier, Presentation presentation) {

    public List<Route> routes() {
        return List.of(Route.get("/technician", TECHNICIAN, this::page));
    }

    private void page(ServerRequest request, ServerResponse response) {
        CarePage shown = CarePage.of(
                presentation.office(), presentation.dictionary().in(Language.CHINESE), courier.get(), box.refused());
        Page.send(response, presentation.page().of("care.jte", shown));
    }
}
