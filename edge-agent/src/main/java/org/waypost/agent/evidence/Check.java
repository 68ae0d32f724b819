package org.waypost.agent.evidence;

import static java.util.Objects.requireNonNull;

/** One line of an {@link Evidence}. Holds nothing of the document. */
public record Check(Subject subject, CheckResult result) {
    public Check {
        requireNonNull(subject);
        requireNonNull(result);
    }
}
