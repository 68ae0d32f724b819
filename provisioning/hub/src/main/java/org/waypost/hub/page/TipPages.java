package org.waypost.hub.page;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waypost.hub.officer.Right;
import org.waypost.hub.tip.TipDesk;

/** What people told at public stations: the list, one conversation, and answering it. */
final class TipPages {
    private static final String THREAD = "/tips/{handle:[A-Za-z0-9_-]{22}}";

    private final Desk desk;
    private final Pages pages;
    private final Looks looks;

    TipPages(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
        this.looks = new Looks(desk.clock());
    }

    void add(Doors doors) {
        doors.get("/tips", Right.SEE_TIPS, this::inbox)
                .get(THREAD, Right.SEE_TIPS, this::ask)
                .post(THREAD, Right.SEE_TIPS, this::look)
                .post(THREAD + "/answer", Right.SEE_TIPS, this::answer)
                .get("/tips/photo/{look:[A-Za-z0-9_-]{22}}/{id:[0-9a-f-]{36}}", Right.SEE_TIPS, this::photo);
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
        Optional<Signed> signed = Signed.of(request);
        if (signed.isEmpty()) {
            response.status(Status.BAD_REQUEST_400);
            pages.send(request, response, "asktip.jte", Map.of("handle", handle(request), "again", true));
            return;
        }
        switch (desk.tips()
                .look(handle(request), signed.get().officer(), signed.get().reason())) {
            case TipDesk.Look.Shown shown -> show(request, response, shown);
            case TipDesk.Look.Absent absent -> pages.say(request, response, Status.NOT_FOUND_404, "tip-absent");
            case TipDesk.Look.Unreadable unreadable -> pages.say(request, response, Status.CONFLICT_409, "unreadable");
        }
    }

    private void show(ServerRequest request, ServerResponse response, TipDesk.Look.Shown shown) {
        pages.send(request, response, "tip.jte", Map.of("shown", shown, "look", looks.begin(shown)));
    }

    private void answer(ServerRequest request, ServerResponse response) {
        Parameters form = Signed.form(request);
        String words = form.first("answer").orElse("").replace("\r\n", "\n");
        try {
            if (desk.tips().answer(handle(request), words, Visitor.officer(request))) {
                Pages.redirect(response, "/tips");
            } else {
                pages.say(request, response, Status.NOT_FOUND_404, "tip-absent");
            }
        } catch (IllegalArgumentException tooLongOrEmpty) {
            pages.say(request, response, Status.BAD_REQUEST_400, "answer-error");
        }
    }

    /** Only for a look that was recorded, and for some minutes. */
    private void photo(ServerRequest request, ServerResponse response) {
        Optional<String> photo = id(request)
                .flatMap(id ->
                        looks.shown(request.path().pathParameters().get("look")).flatMap(shown -> shown.photo(id)));
        if (photo.isEmpty()) {
            pages.say(request, response, Status.NOT_FOUND_404, "tip-absent");
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, "image/jpeg")
                .send(Base64.getUrlDecoder().decode(photo.get()));
    }

    private static Optional<UUID> id(ServerRequest request) {
        try {
            return Optional.of(UUID.fromString(request.path().pathParameters().get("id")));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static String handle(ServerRequest request) {
        return request.path().pathParameters().get("handle");
    }
}
