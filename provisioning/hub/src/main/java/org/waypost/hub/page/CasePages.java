package org.waypost.hub.page;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.Optional;
import org.waypost.hub.casebook.CaseLine;
import org.waypost.hub.casebook.Casebook;
import org.waypost.hub.officer.Right;

/** The inbox, one report and taking it on. */
final class CasePages {
    /** Path of one case. */
    static final String CASE = "/case/{number:[0-9]{1,15}}";

    private final Desk desk;
    private final Pages pages;

    CasePages(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    void add(Doors doors) {
        doors.get("/", Right.SEE_CASES, this::inbox)
                .watch("/rows", Right.SEE_CASES, this::rows)
                .get(CASE, Right.SEE_CASES, this::ask)
                .post(CASE, Right.SEE_CASES, this::look);
    }

    /** The hub's number of the case that a path names. */
    static long number(ServerRequest request) {
        return Long.parseLong(request.path().pathParameters().get("number"));
    }

    private void inbox(ServerRequest request, ServerResponse response) {
        pages.send(request, response, "inbox.jte", inboxModel(request));
    }

    /** The list alone, or nothing (204) if the browser's list is up to date. */
    private void rows(ServerRequest request, ServerResponse response) {
        if (request.query().first("version").orElse("").equals(version())) {
            response.status(Status.NO_CONTENT_204).send();
            return;
        }
        pages.send(request, response, "rows.jte", inboxModel(request));
    }

    /** All, or with {@code late} in the address those alone that wait longer than they may. */
    private Map<String, Object> inboxModel(ServerRequest request) {
        String version = version(); // before the lines, so that a later change is asked for again
        boolean late = request.query().contains("late");
        return Map.of(
                "version",
                version,
                "lines",
                late ? desk.casebook().late() : desk.casebook().inbox(),
                "late",
                late,
                "lateCount",
                desk.casebook().lateCount(),
                "windows",
                desk.casebook().windows(),
                "now",
                desk.clock().instant());
    }

    /** Changes with the inbox, and each minute for the ages. */
    private String version() {
        return desk.casebook().version() + "." + desk.clock().instant().getEpochSecond() / 60;
    }

    private void ask(ServerRequest request, ServerResponse response) {
        line(request)
                .ifPresentOrElse(
                        line -> pages.send(request, response, "ask.jte", Map.of("line", line, "again", false)),
                        () -> pages.say(request, response, Status.NOT_FOUND_404, "absent"));
    }

    private void look(ServerRequest request, ServerResponse response) {
        Optional<Signed> signed = Signed.of(request);
        Optional<CaseLine> line = line(request);
        if (line.isPresent() && signed.isEmpty()) {
            response.status(Status.BAD_REQUEST_400);
            pages.send(request, response, "ask.jte", Map.of("line", line.get(), "again", true));
            return;
        }
        Casebook.Look look = signed.map(by -> desk.casebook().look(number(request), by.officer(), by.reason()))
                .orElseGet(Casebook.Look.Absent::new);
        switch (look) {
            case Casebook.Look.Shown shown -> show(request, response, shown);
            case Casebook.Look.Absent absent -> pages.say(request, response, Status.NOT_FOUND_404, "absent");
            case Casebook.Look.Unreadable unreadable -> pages.say(request, response, Status.CONFLICT_409, "unreadable");
        }
    }

    private void show(ServerRequest request, ServerResponse response, Casebook.Look.Shown shown) {
        pages.send(
                request,
                response,
                "covered.jte",
                Map.of(
                        "line", shown.line(),
                        "report", shown.report(),
                        "amended", shown.amended(),
                        "told", shown.told()));
    }

    private Optional<CaseLine> line(ServerRequest request) {
        return desk.casebook().line(number(request));
    }
}
