package org.waypost.hub.casebook;

import static java.util.Objects.requireNonNull;

import org.waypost.contract.Progress;

/**
 * What a named officer lets the terminal know of a report that was taken on (invariant I7).
 *
 * @param progress any but {@link Progress#TAKEN_ON}, which taking on says by itself
 * @param by who decides
 * @param reason stays at the desk
 */
public record Decision(Progress progress, Officer by, Reason reason) {
    public Decision {
        requireNonNull(by);
        requireNonNull(reason);
        if (progress == Progress.TAKEN_ON) {
            throw new IllegalArgumentException("a report is taken on by acknowledging it");
        }
    }
}
