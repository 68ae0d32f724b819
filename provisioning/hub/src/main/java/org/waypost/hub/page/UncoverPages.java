package org.waypost.hub.page;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.waypost.hub.casebook.Casebook;
import org.waypost.hub.casebook.Uncoverings;
import org.waypost.hub.officer.Right;

/** Seeing a case in clear: asking another officer, consenting, breaking the glass, and the report itself. */
final class UncoverPages {
    /** Where requests and what is open stand. */
    static final String UNCOVERINGS = "/uncoverings";

    private static final HeaderName REFRESH = HeaderNames.create("Refresh");

    private final Desk desk;
    private final Pages pages;

    UncoverPages(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    void add(Doors doors) {
        doors.post(CasePages.CASE + "/ask", Right.UNCOVER_CASES, this::ask)
                .post(CasePages.CASE + "/break-glass", Right.UNCOVER_CASES, this::breakGlass)
                .post(CasePages.CASE + "/uncovered", Right.UNCOVER_CASES, this::show)
                .get(UNCOVERINGS, Right.UNCOVER_CASES, this::current)
                .post(UNCOVERINGS + "/{number:[0-9]{1,15}}/consent", Right.CONSENT, this::consent);
    }

    private void ask(ServerRequest request, ServerResponse response) {
        Optional<Signed> signed = Signed.of(request);
        if (signed.isEmpty()) {
            pages.say(request, response, Status.BAD_REQUEST_400, "form-error");
        } else if (uncoverings()
                .ask(
                        CasePages.number(request),
                        signed.get().officer(),
                        signed.get().reason())) {
            Pages.redirect(response, UNCOVERINGS);
        } else {
            pages.say(request, response, Status.NOT_FOUND_404, "absent");
        }
    }

    private void breakGlass(ServerRequest request, ServerResponse response) {
        Optional<Signed> signed = Signed.of(request);
        if (signed.isEmpty()) {
            pages.say(request, response, Status.BAD_REQUEST_400, "form-error");
        } else if (uncoverings()
                .breakGlass(
                        CasePages.number(request),
                        signed.get().officer(),
                        signed.get().reason())) {
            show(request, response);
        } else {
            pages.say(request, response, Status.NOT_FOUND_404, "absent");
        }
    }

    private void show(ServerRequest request, ServerResponse response) {
        switch (desk.casebook().uncovered(CasePages.number(request), Visitor.officer(request))) {
            case Casebook.View.Clear clear -> send(request, response, clear);
            case Casebook.View.Covered covered -> pages.say(request, response, Status.FORBIDDEN_403, "covered");
            case Casebook.View.Unreadable unreadable -> pages.say(request, response, Status.CONFLICT_409, "unreadable");
        }
    }

    /** The browser leaves the page when the case is covered again. */
    private void send(ServerRequest request, ServerResponse response, Casebook.View.Clear clear) {
        Duration left = Duration.between(desk.clock().instant(), clear.until());
        response.header(REFRESH, Math.max(1, left.toSeconds()) + "; url=" + UNCOVERINGS);
        pages.send(
                request,
                response,
                "report.jte",
                Map.of(
                        "line", clear.line(),
                        "report", clear.report(),
                        "amended", clear.amended(),
                        "told", clear.told(),
                        "until", clear.until()));
    }

    private void current(ServerRequest request, ServerResponse response) {
        pages.send(
                request,
                response,
                "uncoverings.jte",
                Map.of("all", uncoverings().current(), "now", desk.clock().instant()));
    }

    private void consent(ServerRequest request, ServerResponse response) {
        switch (uncoverings().consent(CasePages.number(request), Visitor.officer(request))) {
            case DONE -> Pages.redirect(response, UNCOVERINGS);
            case OWN -> pages.say(request, response, Status.CONFLICT_409, "consent-own");
            case GONE -> pages.say(request, response, Status.NOT_FOUND_404, "consent-gone");
        }
    }

    private Uncoverings uncoverings() {
        return desk.casebook().uncoverings();
    }
}
