package org.waypost.hub.page;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.Optional;
import org.waypost.hub.casebook.CaseLine;
import org.waypost.hub.casebook.Casebook;

/** The inbox, one report and taking it on. */
final class CasePages implements HttpService {
    private static final String CASE = "/case/{number:[0-9]{1,15}}";

    private final Desk desk;
    private final Templates templates = new Templates();

    CasePages(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", this::inbox)
                .get("/rows", this::rows)
                .get(CASE, this::ask)
                .post(CASE, this::look)
                .post(CASE + "/acknowledge", this::acknowledge)
                .post("/language", this::language);
    }

    private void inbox(ServerRequest request, ServerResponse response) {
        page(request, response, "inbox.jte", inboxModel());
    }

    /** The list alone, or nothing (204) if the browser's list is up to date. */
    private void rows(ServerRequest request, ServerResponse response) {
        if (request.query().first("version").orElse("").equals(version())) {
            response.status(Status.NO_CONTENT_204).send();
            return;
        }
        page(request, response, "rows.jte", inboxModel());
    }

    private Map<String, Object> inboxModel() {
        String version = version(); // before the lines, so that a later change is asked for again
        return Map.of(
                "version", version,
                "lines", desk.casebook().inbox(),
                "now", desk.clock().instant());
    }

    /** Changes with the inbox, and each minute for the ages. */
    private String version() {
        return desk.casebook().version() + "." + desk.clock().instant().getEpochSecond() / 60;
    }

    private void ask(ServerRequest request, ServerResponse response) {
        line(request)
                .ifPresentOrElse(
                        line -> page(request, response, "ask.jte", Map.of("line", line, "again", false)),
                        () -> message(request, response, Status.NOT_FOUND_404, "absent"));
    }

    private void look(ServerRequest request, ServerResponse response) {
        Optional<Signed> signed = Signed.of(request);
        Optional<CaseLine> line = line(request);
        if (line.isPresent() && signed.isEmpty()) {
            response.status(Status.BAD_REQUEST_400);
            page(request, response, "ask.jte", Map.of("line", line.get(), "again", true));
            return;
        }
        Casebook.Look look = signed.map(by -> desk.casebook().look(number(request), by.officer(), by.reason()))
                .orElseGet(Casebook.Look.Absent::new);
        switch (look) {
            case Casebook.Look.Shown shown -> show(request, response, shown, signed.orElseThrow());
            case Casebook.Look.Absent absent -> message(request, response, Status.NOT_FOUND_404, "absent");
            case Casebook.Look.Unreadable unreadable -> message(request, response, Status.CONFLICT_409, "unreadable");
        }
    }

    private void show(ServerRequest request, ServerResponse response, Casebook.Look.Shown shown, Signed by) {
        page(
                request,
                response,
                "report.jte",
                Map.of(
                        "line",
                        shown.line(),
                        "report",
                        shown.report(),
                        "officer",
                        by.officer().name()));
    }

    private void acknowledge(ServerRequest request, ServerResponse response) {
        Optional<Signed> signed = Signed.of(request);
        if (signed.isEmpty()) {
            message(request, response, Status.BAD_REQUEST_400, "form-error");
        } else if (desk.casebook()
                .acknowledge(
                        number(request), signed.get().officer(), signed.get().reason())) {
            redirect(response);
        } else {
            message(request, response, Status.CONFLICT_409, "taken-already");
        }
    }

    private void language(ServerRequest request, ServerResponse response) {
        Words.Language other = LanguageChoice.words(request).language().other();
        response.headers().addCookie(LanguageChoice.cookie(other));
        redirect(response);
    }

    private static void redirect(ServerResponse response) {
        response.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION, "/").send();
    }

    private Optional<CaseLine> line(ServerRequest request) {
        return desk.casebook().line(number(request));
    }

    private static long number(ServerRequest request) {
        return Long.parseLong(request.path().pathParameters().get("number"));
    }

    private void message(ServerRequest request, ServerResponse response, Status status, String key) {
        response.status(status);
        page(request, response, "message.jte", Map.of("key", key));
    }

    private void page(ServerRequest request, ServerResponse response, String name, Map<String, Object> model) {
        Words words = LanguageChoice.words(request, desk.zone());
        response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .send(templates.render(name, words, model));
    }
}
