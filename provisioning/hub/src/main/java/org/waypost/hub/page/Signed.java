package org.waypost.hub.page;

import io.helidon.common.parameters.Parameters;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;

/** Who sent a form, and why: its fields {@code officer} and {@code reason}. */
record Signed(Officer officer, Reason reason) {
    /** Empty if a field is missing, too short or too long. */
    static Optional<Signed> of(ServerRequest request) {
        Parameters form = request.content().as(Parameters.class);
        try {
            return Optional.of(new Signed(
                    new Officer(form.first("officer").orElse("")),
                    new Reason(form.first("reason").orElse(""))));
        } catch (IllegalArgumentException incomplete) {
            return Optional.empty();
        }
    }
}
