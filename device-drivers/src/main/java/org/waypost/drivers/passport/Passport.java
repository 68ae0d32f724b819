package org.waypost.drivers.passport;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.waypost.drivers.device.Portrait;

/**
 * What a chip gave: content only where the issuer's signature and the file's digest hold, and the report in any case.
 * Owns the portrait; {@link #close} wipes it.
 *
 * @param fields empty if DG1 was not read or is not as signed
 * @param portrait empty if DG2 was not read, is not as signed, or is no picture within the limits
 */
public record Passport(Optional<PassportFields> fields, Optional<Portrait> portrait, ChipReport report)
        implements AutoCloseable {

    public Passport {
        requireNonNull(fields);
        requireNonNull(portrait);
        requireNonNull(report);
    }

    @Override
    public void close() {
        portrait.ifPresent(Portrait::close);
    }

    @Override
    public String toString() {
        return "Passport[hidden]";
    }
}
