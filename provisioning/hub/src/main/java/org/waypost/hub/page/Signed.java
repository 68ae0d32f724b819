package org.waypost.hub.page;

import io.helidon.common.parameters.Parameters;
import java.util.Optional;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;

/**
 * Who sent a form, and why.
 *
 * @param officer the named person
 * @param reason in their own words
 */
record Signed(Officer officer, Reason reason) {

    /** Empty if a field is missing or not as its hint says. */
    static Optional<Signed> of(Parameters form) {
        try {
            return Optional.of(new Signed(
                    new Officer(form.first("officer").orElse("")),
                    new Reason(form.first("reason").orElse(""))));
        } catch (IllegalArgumentException incomplete) {
            return Optional.empty();
        }
    }
}
