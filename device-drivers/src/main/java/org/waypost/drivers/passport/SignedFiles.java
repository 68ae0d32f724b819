package org.waypost.drivers.passport;

import java.util.Arrays;
import java.util.Optional;
import org.waypost.drivers.passport.Authenticity.Altered;
import org.waypost.drivers.passport.Authenticity.Cause;
import org.waypost.drivers.passport.Authenticity.Finding;
import org.waypost.drivers.passport.Authenticity.Unchecked;

/**
 * Files that the issuer's security object lists. A file is given out only if it is the one that was signed; nothing is
 * decoded before that is known.
 */
final class SignedFiles {
    private final ChipFiles chip;
    private final SecurityObject object;
    private final ReportDraft report;

    SignedFiles(ChipFiles chip, SecurityObject object, ReportDraft report) {
        this.chip = chip;
        this.object = object;
        this.report = report;
    }

    /** Whether the issuer signed a file of this kind. */
    boolean lists(EmrtdFile file) {
        return object.lists(file);
    }

    /** The bytes as signed, else empty; the report's line says why. The caller wipes them. */
    Optional<byte[]> read(EmrtdFile file, Mechanism line) throws ChipFailure {
        if (!object.lists(file)) {
            report.put(line, new Unchecked(Cause.NOT_SUPPORTED));
            return Optional.empty();
        }
        try {
            return checked(file, line, chip.read(file));
        } catch (ChipFailure failure) {
            if (!failure.isTooLarge()) {
                throw failure;
            }
            report.put(line, new Unchecked(Cause.FILE_TOO_LARGE));
            return Optional.empty();
        }
    }

    private Optional<byte[]> checked(EmrtdFile file, Mechanism line, Optional<byte[]> bytes) {
        if (bytes.isEmpty()) {
            report.put(line, new Altered(Finding.LISTED_BUT_ABSENT));
        } else if (object.holds(file, bytes.get())) {
            report.put(line, Authenticity.GENUINE);
            return bytes;
        } else {
            Arrays.fill(bytes.get(), (byte) 0);
            report.put(line, new Altered(Finding.DIGEST_DIFFERS));
        }
        return Optional.empty();
    }
}
