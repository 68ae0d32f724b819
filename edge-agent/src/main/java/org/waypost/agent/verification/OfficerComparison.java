package org.waypost.agent.verification;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What a named officer saw when comparing a person with the document by eye. It stands beside the {@link Verification}
 * and is never turned into one.
 *
 * @param officer pseudonym, 1 to 40 characters
 * @param at when
 * @param finding what the officer says
 * @param because why the machine is contradicted; empty where it is not
 */
public record OfficerComparison(String officer, Instant at, Finding finding, Optional<Contradiction> because) {
    public OfficerComparison {
        requireNonNull(at);
        requireNonNull(finding);
        requireNonNull(because);
        if (officer.isBlank() || officer.length() > 40) {
            throw new IllegalArgumentException("an officer has a pseudonym of 1..40 characters");
        }
    }

    /** What an officer can say. */
    public enum Finding {
        SAME_PERSON,
        NOT_SAME_PERSON,
        CANNOT_TELL
    }
}
