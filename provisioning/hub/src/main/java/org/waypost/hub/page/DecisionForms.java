package org.waypost.hub.page;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import org.waypost.contract.Progress;
import org.waypost.hub.casebook.Casebook;
import org.waypost.hub.casebook.Decision;
import org.waypost.hub.officer.Right;

/** What a named officer decides about a report: to take it on, and what its terminal is told. */
final class DecisionForms {
    private final Casebook casebook;
    private final Pages pages;

    DecisionForms(Casebook casebook, Pages pages) {
        this.casebook = casebook;
        this.pages = pages;
    }

    void add(Doors doors) {
        doors.post(CasePages.CASE + "/acknowledge", Right.DECIDE_CASES, this::acknowledge)
                .post(CasePages.CASE + "/tell", Right.DECIDE_CASES, this::tell);
    }

    private void acknowledge(ServerRequest request, ServerResponse response) {
        Optional<Signed> signed = Signed.of(request);
        if (signed.isEmpty()) {
            pages.say(request, response, Status.BAD_REQUEST_400, "form-error");
        } else if (casebook.acknowledge(
                CasePages.number(request), signed.get().officer(), signed.get().reason())) {
            Pages.redirect(response, "/");
        } else {
            pages.say(request, response, Status.CONFLICT_409, "taken-already");
        }
    }

    private void tell(ServerRequest request, ServerResponse response) {
        Parameters form = Signed.form(request);
        Optional<Decision> decision = Signed.of(request, form).flatMap(by -> decision(form, by));
        if (decision.isEmpty()) {
            pages.say(request, response, Status.BAD_REQUEST_400, "form-error");
            return;
        }
        switch (casebook.tell(CasePages.number(request), decision.get())) {
            case TOLD -> Pages.redirect(response, "/");
            case NOT_TAKEN_ON -> pages.say(request, response, Status.CONFLICT_409, "not-taken-on");
            case TOO_OFTEN -> pages.say(request, response, Status.CONFLICT_409, "told-too-often");
        }
    }

    private static Optional<Decision> decision(Parameters form, Signed by) {
        try {
            Progress progress = Progress.valueOf(form.first("progress").orElse(""));
            return Optional.of(new Decision(progress, by.officer(), by.reason()));
        } catch (IllegalArgumentException notOffered) {
            return Optional.empty();
        }
    }
}
