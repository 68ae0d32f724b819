package org.waypost.kiosk.registry;

import static org.waypost.kiosk.access.Audience.CLERK;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.function.Supplier;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Page;
import org.waypost.kiosk.page.Presentation;

/** The list of what was filed here, for the registrar alone. Safe for use by several threads. */
final class ReportsScreen {
    private final Supplier<Status> status;
    private final ClerkSeat seat;
    private final Presentation presentation;

    ReportsScreen(Supplier<Status> status, ClerkSeat seat, Presentation presentation) {
        this.status = status;
        this.seat = seat;
        this.presentation = presentation;
    }

    List<Route> routes() {
        return List.of(Route.get("/clerk/reports", CLERK, this::page));
    }

    private void page(ServerRequest request, ServerResponse response) {
        ReportsPage view = new ReportsPage(presentation.dictionary().in(seat.language()), status.get());
        Page.send(response, presentation.page().of("reports.jte", view));
    }
}
