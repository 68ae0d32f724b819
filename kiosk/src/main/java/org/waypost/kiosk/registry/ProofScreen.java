package org.waypost.kiosk.registry;

import static org.waypost.kiosk.access.Audience.CLERK;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;
import org.waypost.agent.report.Outbox;
import org.waypost.kiosk.access.Form;
import org.waypost.kiosk.access.Problem;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Page;
import org.waypost.kiosk.page.Presentation;

/** One page for each report that the hub has, for the file of the registry. Safe for use by several threads. */
final class ProofScreen {
    private final Filing filing;
    private final ClerkSeat seat;
    private final Presentation presentation;

    ProofScreen(Filing filing, ClerkSeat seat, Presentation presentation) {
        this.filing = filing;
        this.seat = seat;
        this.presentation = presentation;
    }

    List<Route> routes() {
        return List.of(Route.get("/clerk/proof/{report}", CLERK, this::page));
    }

    private void page(ServerRequest request, ServerResponse response) {
        UUID report =
                Form.made(() -> UUID.fromString(request.path().pathParameters().get("report")));
        Outbox.Proof proof = filing.outbox().proof(report).orElseThrow(Problem::absent);
        ProofPage view =
                new ProofPage(filing.office(), presentation.dictionary().in(seat.language()), proof);
        Page.send(response, presentation.page().of("proof.jte", view));
    }
}
