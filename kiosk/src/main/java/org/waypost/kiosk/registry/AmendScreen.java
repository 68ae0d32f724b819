package org.waypost.kiosk.registry;

import static io.helidon.http.Status.CONFLICT_409;
import static io.helidon.http.Status.SEE_OTHER_303;
import static org.waypost.kiosk.access.Audience.CLERK;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.waypost.agent.encounter.Registrar;
import org.waypost.agent.report.Amendments;
import org.waypost.agent.report.Outbox;
import org.waypost.kiosk.access.Form;
import org.waypost.kiosk.access.Problem;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Page;
import org.waypost.kiosk.page.Presentation;
import org.waypost.kiosk.page.Words;

/** Where a named registrar corrects or withdraws a report that the hub has. Safe for use by several threads. */
final class AmendScreen {
    private final Filing filing;
    private final ClerkSeat seat;
    private final Presentation presentation;

    AmendScreen(Filing filing, ClerkSeat seat, Presentation presentation) {
        this.filing = filing;
        this.seat = seat;
        this.presentation = presentation;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/clerk/amend/{report}", CLERK, this::page),
                Route.post("/clerk/correct", CLERK, put(AmendForms::correction)),
                Route.post("/clerk/withdraw", CLERK, put(AmendForms::withdrawal)));
    }

    private void page(ServerRequest request, ServerResponse response) {
        UUID report =
                Form.made(() -> UUID.fromString(request.path().pathParameters().get("report")));
        Outbox.Proof held = filing.outbox().proof(report).orElseThrow(Problem::absent);
        AmendPage view = new AmendPage(
                presentation.dictionary().in(seat.language()),
                held.receipt().report(),
                filing.amendments().next());
        Page.send(response, presentation.page().of("amend.jte", view));
    }

    private Handler put(Function<Form, Amendments.Wish> making) {
        return (request, response) -> {
            Form form = Form.of(request);
            Registrar by = ClerkForms.named(seat.registrar());
            Amendments.Wish wish = making.apply(form);
            Outbox.Amending outcome = Form.made(() -> filing.amendments().put(wish, by.pseudonym()));
            switch (outcome) {
                case SAVED ->
                    response.status(SEE_OTHER_303)
                            .header(HeaderNames.LOCATION, "/clerk/reports")
                            .send();
                case NOT_HELD, TOO_OFTEN, FULL, TOO_LONG -> throw new Problem(CONFLICT_409, Words.key(outcome));
            }
        };
    }
}
