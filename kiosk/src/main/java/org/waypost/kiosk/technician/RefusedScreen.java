package org.waypost.kiosk.technician;

import static io.helidon.http.Status.SEE_OTHER_303;
import static org.waypost.kiosk.access.Audience.TECHNICIAN;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.waypost.agent.panel.Technician;
import org.waypost.agent.report.DeadLetters;
import org.waypost.kiosk.access.Form;
import org.waypost.kiosk.access.Problem;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Language;
import org.waypost.kiosk.page.Page;
import org.waypost.kiosk.page.Presentation;

/** What the hub refused, sheet by sheet, and where a named technician says to have seen it. */
public record RefusedScreen(DeadLetters dead, Presentation presentation, InstantSource clock) {
    private static final String PATH = "/technician/refused";

    public List<Route> routes() {
        return List.of(Route.get(PATH, TECHNICIAN, this::page), Route.post(PATH, TECHNICIAN, this::looked));
    }

    private void page(ServerRequest request, ServerResponse response) {
        int sheet = number(request.query().first("sheet").orElse("0"));
        RefusedPage shown = new RefusedPage(
                presentation.office(),
                presentation.dictionary().in(Language.CHINESE),
                dead.count(),
                sheet,
                dead.sheet(sheet));
        Page.send(response, presentation.page().of("refused.jte", shown));
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw Problem.malformed();
        }
        return Integer.parseInt(text);
    }

    private void looked(ServerRequest request, ServerResponse response) {
        Form form = Form.of(request);
        Technician by = Form.made(() -> new Technician(form.text("technician")));
        int sheet = number(form.text("sheet"));
        dead.looked(by, moment(form.text("from")), moment(form.text("until")), clock.instant());
        response.status(SEE_OTHER_303)
                .header(HeaderNames.LOCATION, PATH + "?sheet=" + sheet)
                .send();
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notOurs) {
            throw Problem.malformed();
        }
    }
}
