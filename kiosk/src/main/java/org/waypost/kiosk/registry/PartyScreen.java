package org.waypost.kiosk.registry;

import static io.helidon.http.Status.NO_CONTENT_204;
import static io.helidon.http.Status.SEE_OTHER_303;
import static org.waypost.kiosk.access.Audience.PARTY;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.function.Supplier;
import org.waypost.agent.encounter.PartyView;
import org.waypost.kiosk.access.Form;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Language;
import org.waypost.kiosk.page.Page;
import org.waypost.kiosk.page.Presentation;
import org.waypost.kiosk.page.Revision;
import org.waypost.kiosk.page.Words;

/**
 * The screen that faces the parties. It can reach a {@link PartyView} and nothing else of the case, and asks for it
 * every second whatever happens (invariant I11). Safe for use by several threads.
 */
final class PartyScreen {
    private final Supplier<PartyView> view;
    private final Means means;
    private final PartySeat seat;
    private final Presentation presentation;
    private final Revision revision;

    PartyScreen(Supplier<PartyView> view, Means means, PartySeat seat, Presentation presentation, Revision revision) {
        this.view = view;
        this.means = means;
        this.seat = seat;
        this.presentation = presentation;
        this.revision = revision;
    }

    List<Route> routes() {
        return List.of(Route.get("/party", PARTY, this::page), Route.post("/party/language", PARTY, this::language));
    }

    private void page(ServerRequest request, ServerResponse response) {
        PartyView now = view.get();
        seat.sees(now);
        Language language = seat.language();
        String name = revision.of(List.of(now, language));
        if (request.query().first("seen").filter(name::equals).isPresent()) {
            response.status(NO_CONTENT_204).send();
            return;
        }
        Words words = presentation.dictionary().in(language);
        PartyPage shown = new PartyPage(presentation.office(), words, new Ways(words, means), now, name);
        Page.send(response, presentation.page().of("party.jte", shown));
    }

    private void language(ServerRequest request, ServerResponse response) {
        seat.reads(Form.of(request).one(Language.class, "language"));
        response.status(SEE_OTHER_303).header(HeaderNames.LOCATION, "/party").send();
    }
}
