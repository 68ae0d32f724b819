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
import org.waypost.agent.encounter.Answer;
import org.waypost.agent.encounter.Command;
import org.waypost.agent.encounter.MarriageCounter;
import org.waypost.agent.encounter.Registrar;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.kiosk.access.Form;
import org.waypost.kiosk.access.Problem;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Language;
import org.waypost.kiosk.page.Words;

/**
 * The forms of the registrar's screen: each one command to the counter, answered with the screen as it is then, or with
 * the reason why nothing was changed. Safe for use by several threads.
 */
final class ClerkActions {
    private final MarriageCounter counter;
    private final ClerkSeat seat;
    private final PartySeat parties;

    ClerkActions(MarriageCounter counter, ClerkSeat seat, PartySeat parties) {
        this.counter = counter;
        this.seat = seat;
        this.parties = parties;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/clerk/language", CLERK, this::language),
                Route.post("/clerk/registrar", CLERK, this::sit),
                Route.post("/clerk/leave", CLERK, this::leave),
                Route.post("/clerk/open", CLERK, this::open),
                Route.post("/clerk/notice", CLERK, command(ClerkForms::notice)),
                Route.post("/clerk/route", CLERK, command(ClerkForms::route)),
                Route.post("/clerk/again", CLERK, command(ClerkForms::again)),
                Route.post("/clerk/finger", CLERK, command(ClerkForms::finger)),
                Route.post("/clerk/compare", CLERK, command(ClerkForms::comparison)),
                Route.post("/clerk/interview", CLERK, command(ClerkForms::interview)),
                Route.post("/clerk/concern", CLERK, this::concern),
                Route.post("/clerk/help", CLERK, this::help),
                Route.post("/clerk/decision", CLERK, command(ClerkForms::decision)));
    }

    private void language(ServerRequest request, ServerResponse response) {
        seat.reads(Form.of(request).one(Language.class, "language"));
        back(response);
    }

    private void sit(ServerRequest request, ServerResponse response) {
        seat.sits(ClerkForms.registrar(Form.of(request)));
        back(response);
    }

    private void leave(ServerRequest request, ServerResponse response) {
        seat.leaves();
        back(response);
    }

    private void open(ServerRequest request, ServerResponse response) {
        answer(counter.open(registrar()), response);
    }

    private void help(ServerRequest request, ServerResponse response) {
        answer(counter.answerHelp(registrar()), response);
    }

    private void concern(ServerRequest request, ServerResponse response) {
        Form form = Form.of(request);
        Registrar by = registrar();
        Command raise = Form.made(() -> ClerkForms.concern(by, form));
        Answer answer = counter.apply(form.id("encounter"), raise);
        if (answer instanceof Answer.Accepted && form.one(Urgency.class, "urgency") == Urgency.DANGER_NOW) {
            seat.danger(form.id("encounter"));
        }
        answer(answer, response);
    }

    private Handler command(Making making) {
        return (request, response) -> {
            Form form = Form.of(request);
            UUID encounter = form.id("encounter");
            Registrar by = registrar();
            Command command = Form.made(() -> making.of(by, form));
            answer(counter.apply(encounter, command), response);
        };
    }

    private Registrar registrar() {
        return ClerkForms.named(seat.registrar());
    }

    private void answer(Answer answer, ServerResponse response) {
        parties.sees(counter.partyView());
        switch (answer) {
            case Answer.Accepted accepted -> back(response);
            case Answer.Rejected rejected -> throw new Problem(CONFLICT_409, Words.key(rejected.reason()));
        }
    }

    private static void back(ServerResponse response) {
        response.status(SEE_OTHER_303).header(HeaderNames.LOCATION, "/clerk").send();
    }

    /** Makes a command of a form. */
    private interface Making {
        Command of(Registrar by, Form form);
    }
}
