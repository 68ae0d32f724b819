package org.waypost.drivers.passport;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was found out about a chip, mechanism by mechanism. Holds nothing about the person.
 *
 * @param outcomes one for every {@link Mechanism}
 * @param trustVersion version of the trust store it was checked against; 0 if there was none
 */
public record ChipReport(Access access, Map<Mechanism, Authenticity> outcomes, Expiry expiry, long trustVersion) {

    public ChipReport {
        requireNonNull(access);
        requireNonNull(expiry);
        if (outcomes.size() != Mechanism.values().length) {
            throw new IllegalArgumentException("a report has a line for every mechanism");
        }
        outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
    }

    /** The line of one mechanism. */
    public Authenticity of(Mechanism mechanism) {
        return requireNonNull(outcomes.get(mechanism));
    }

    /** The document's own date of expiry against today (UTC). */
    public enum Expiry {
        VALID,
        EXPIRED,
        /** The zone was not read, or its date is none. */
        UNKNOWN
    }
}
