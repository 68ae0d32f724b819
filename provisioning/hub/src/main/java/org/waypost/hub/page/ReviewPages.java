package org.waypost.hub.page;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.Optional;
import org.waypost.hub.casebook.Uncoverings;
import org.waypost.hub.officer.Right;

/** Where glass was broken, and what another person found of it. */
final class ReviewPages {
    private static final String REVIEWS = "/reviews";
    private static final int LINES_MAX = 200;

    private final Uncoverings uncoverings;
    private final Pages pages;

    ReviewPages(Uncoverings uncoverings, Pages pages) {
        this.uncoverings = uncoverings;
        this.pages = pages;
    }

    void add(Doors doors) {
        doors.get(REVIEWS, Right.SEE_REVIEWS, this::all)
                .post(REVIEWS + "/{number:[0-9]{1,15}}", Right.REVIEW, this::review);
    }

    private void all(ServerRequest request, ServerResponse response) {
        pages.send(request, response, "reviews.jte", Map.of("broken", uncoverings.broken(LINES_MAX)));
    }

    private void review(ServerRequest request, ServerResponse response) {
        Optional<Signed> signed = Signed.of(request);
        if (signed.isEmpty()) {
            pages.say(request, response, Status.BAD_REQUEST_400, "form-error");
            return;
        }
        switch (uncoverings.review(
                CasePages.number(request), signed.get().officer(), signed.get().reason())) {
            case DONE -> Pages.redirect(response, REVIEWS);
            case OWN -> pages.say(request, response, Status.CONFLICT_409, "review-own");
            case GONE -> pages.say(request, response, Status.NOT_FOUND_404, "review-gone");
        }
    }
}
