package org.waypost.hub.page;

import io.helidon.common.parameters.Parameters;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;

/**
 * Who sent a form, and why.
 *
 * @param officer whose session it is
 * @param reason in their own words
 */
record Signed(Officer officer, Reason reason) {

    /** Empty if the reason is missing or not as its hint says. */
    static Optional<Signed> of(ServerRequest request) {
        return of(request, form(request));
    }

    /** The fields of a form; none if nothing was sent. */
    static Parameters form(ServerRequest request) {
        return request.content().hasEntity() ? request.content().as(Parameters.class) : Parameters.empty("form");
    }

    /** The same, of a form that was read. */
    static Optional<Signed> of(ServerRequest request, Parameters form) {
        try {
            Reason reason = new Reason(form.first("reason").orElse(""));
            return Optional.of(new Signed(Visitor.officer(request), reason));
        } catch (IllegalArgumentException incomplete) {
            return Optional.empty();
        }
    }
}
