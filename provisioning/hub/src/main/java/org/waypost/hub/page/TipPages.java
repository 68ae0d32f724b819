package org.waypost.hub.page;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.tip.TipDesk;

/** What people told at public stations: the list, one conversation, and answering it. */
final class TipPages implements HttpService {
    private static final String THREAD = "/{handle:[A-Za-z0-9_-]{22}}";

    private final Desk desk;
    private final Pages pages;
    private final Looks looks;

    TipPages(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
        this.looks = new Looks(desk.clock());
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", this::inbox)
                .get(THREAD, this::ask)
                .post(THREAD, this::look)
                .post(THREAD + "/answer", this::answer)
                .get("/photo/{look:[A-Za-z0-9_-]{22}}/{id:[0-9a-f-]{36}}", this::photo);
    }

    private void inbox(ServerRequest request, ServerResponse response) {
        pages.send(
                request,
                response,
                "tips.jte",
                Map.of("lines", desk.tips().inbox(), "now", desk.clock().instant()));
    }

    private void ask(ServerRequest request, ServerResponse response) {
        if (desk.tips().has(handle(request))) {
            pages.send(request, response, "asktip.jte", Map.of("handle", handle(request), "again", false));
        } else {
            pages.say(request, response, Status.NOT_FOUND_404, "tip-absent");
        }
    }

    private void look(ServerRequest request, ServerResponse response) {
        Parameters form = request.content().as(Parameters.class);
        Optional<Signed> signed = Signed.of(form);
        if (signed.isEmpty()) {
            response.status(Status.BAD_REQUEST_400);
            pages.send(request, response, "asktip.jte", Map.of("handle", handle(request), "again", true));
            return;
        }
        switch (desk.tips()
                .look(handle(request), signed.get().officer(), signed.get().reason())) {
            case TipDesk.Look.Shown shown ->
                show(request, response, shown, signed.get().officer());
            case TipDesk.Look.Absent absent -> pages.say(request, response, Status.NOT_FOUND_404, "tip-absent");
            case TipDesk.Look.Unreadable unreadable -> pages.say(request, response, Status.CONFLICT_409, "unreadable");
        }
    }

    private void show(ServerRequest request, ServerResponse response, TipDesk.Look.Shown shown, Officer by) {
        pages.send(
                request, response, "tip.jte", Map.of("shown", shown, "look", looks.begin(shown), "officer", by.name()));
    }

    private void answer(ServerRequest request, ServerResponse response) {
        Parameters form = request.content().as(Parameters.class);
        Optional<Officer> officer = officer(form);
        String words = form.first("answer").orElse("").replace("\r\n", "\n");
        try {
            if (officer.isPresent() && desk.tips().answer(handle(request), words, officer.get())) {
                response.status(Status.SEE_OTHER_303)
                        .header(HeaderNames.LOCATION, "/tips")
                        .send();
                return;
            }
        } catch (IllegalArgumentException tooLongOrEmpty) {
            pages.say(request, response, Status.BAD_REQUEST_400, "answer-error");
            return;
        }
        pages.say(
                request,
                response,
                officer.isEmpty() ? Status.BAD_REQUEST_400 : Status.NOT_FOUND_404,
                officer.isEmpty() ? "form-error" : "tip-absent");
    }

    /** Only for a look that was recorded, and for some minutes. */
    private void photo(ServerRequest request, ServerResponse response) {
        Optional<String> photo = looks.shown(request.path().pathParameters().get("look"))
                .flatMap(shown -> shown.photo(
                        UUID.fromString(request.path().pathParameters().get("id"))));
        if (photo.isEmpty()) {
            pages.say(request, response, Status.NOT_FOUND_404, "tip-absent");
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, "image/jpeg")
                .send(Base64.getUrlDecoder().decode(photo.get()));
    }

    private static String handle(ServerRequest request) {
        return request.path().pathParameters().get("handle");
    }

    private static Optional<Officer> officer(Parameters form) {
        try {
            return Optional.of(new Officer(form.first("officer").orElse("")));
        } catch (IllegalArgumentException incomplete) {
            return Optional.empty();
        }
    }
}
