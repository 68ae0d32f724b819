package org.waypost.hub.page;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.Optional;
import org.waypost.contract.TerminalId;
import org.waypost.hub.fleet.Quarantines.Quarantine;
import org.waypost.hub.officer.Right;

/** How the terminals are, and releasing one from quarantine. */
final class TerminalPages {
    private static final String RELEASE = "/terminals/{terminal:[a-z0-9][a-z0-9-]{0,39}}/release";

    private final Desk desk;
    private final Pages pages;

    TerminalPages(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    void add(Doors doors) {
        doors.get("/terminals", Right.SEE_TERMINALS, this::terminals)
                .get(RELEASE, Right.SEE_TERMINALS, this::ask)
                .post(RELEASE, Right.SEE_TERMINALS, this::release);
    }

    private void terminals(ServerRequest request, ServerResponse response) {
        pages.send(
                request,
                response,
                "terminals.jte",
                Map.of(
                        "lines", desk.fleet().lines(),
                        "irregular", desk.fleet().irregular(),
                        "now", desk.clock().instant()));
    }

    private void ask(ServerRequest request, ServerResponse response) {
        quarantine(request)
                .ifPresentOrElse(
                        quarantine -> form(request, response, quarantine, false), () -> none(request, response));
    }

    private void release(ServerRequest request, ServerResponse response) {
        Optional<Signed> signed = Signed.of(request);
        Optional<Quarantine> quarantine = quarantine(request);
        if (quarantine.isPresent() && signed.isEmpty()) {
            response.status(Status.BAD_REQUEST_400);
            form(request, response, quarantine.get(), true);
        } else if (signed.filter(by -> desk.fleet().release(terminal(request), by.officer(), by.reason()))
                .isPresent()) {
            Pages.redirect(response, "/terminals");
        } else {
            none(request, response);
        }
    }

    private Optional<Quarantine> quarantine(ServerRequest request) {
        return desk.fleet().conduct().quarantine(terminal(request));
    }

    private static TerminalId terminal(ServerRequest request) {
        return new TerminalId(request.path().pathParameters().get("terminal"));
    }

    private void form(ServerRequest request, ServerResponse response, Quarantine quarantine, boolean again) {
        pages.send(request, response, "release.jte", Map.of("quarantine", quarantine, "again", again));
    }

    private void none(ServerRequest request, ServerResponse response) {
        pages.say(request, response, Status.NOT_FOUND_404, "no-quarantine");
    }
}
