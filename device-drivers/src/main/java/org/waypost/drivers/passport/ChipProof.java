package org.waypost.drivers.passport;

import static org.waypost.drivers.passport.Authenticity.GENUINE;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.waypost.drivers.passport.Authenticity.Altered;
import org.waypost.drivers.passport.Authenticity.Cause;
import org.waypost.drivers.passport.Authenticity.Finding;
import org.waypost.drivers.passport.Authenticity.Unchecked;

/**
 * Asks a chip to prove that it is no copy, by both ways of ICAO Doc 9303-11, section 6, and that PACE was not hidden.
 */
final class ChipProof {
    private static final int CHALLENGE = 8;

    private final EmrtdChip chip;
    private final SignedFiles files;
    private final ReportDraft report;
    private final SecureRandom random = new SecureRandom();

    ChipProof(EmrtdChip chip, SignedFiles files, ReportDraft report) {
        this.chip = chip;
        this.files = files;
        this.report = report;
    }

    /**
     * Chip authentication.
     *
     * @return false if the secure channel is dead: nothing more can be read
     */
    boolean byAgreement(Optional<byte[]> cardAccess) throws ChipFailure {
        Optional<byte[]> dg14 = files.read(EmrtdFile.DG14, Mechanism.DG14);
        if (dg14.isEmpty()) {
            Cause cause = missing(EmrtdFile.DG14);
            report.put(Mechanism.CARD_ACCESS, new Unchecked(cause));
            report.put(Mechanism.CHIP_AUTHENTICATION, new Unchecked(cause));
            return true;
        }
        SecurityInfos signed = chip.securityInfos(dg14.get());
        report.put(Mechanism.CARD_ACCESS, agrees(cardAccess, signed));
        Authenticity outcome = agreed(signed);
        report.put(Mechanism.CHIP_AUTHENTICATION, outcome);
        return !outcome.equals(new Altered(Finding.KEY_NOT_PROVEN));
    }

    private Cause missing(EmrtdFile file) {
        return files.lists(file) ? Cause.EARLIER_STEP : Cause.NOT_SUPPORTED;
    }

    private Authenticity agrees(Optional<byte[]> cardAccess, SecurityInfos signed) throws ChipFailure {
        SecurityInfos offered = cardAccess.isPresent() ? chip.cardAccess(cardAccess.get()) : SecurityInfos.NONE;
        return offered.samePaceAs(signed) ? GENUINE : new Altered(Finding.CARD_ACCESS_DIFFERS);
    }

    private Authenticity agreed(SecurityInfos signed) throws ChipFailure {
        Optional<SecurityInfos.Agreement> agreement = signed.agreement();
        if (agreement.isEmpty()) {
            return new Unchecked(signed.promisesAgreement() ? Cause.VARIANT_UNKNOWN : Cause.NOT_SUPPORTED);
        }
        try {
            EmrtdFile next = files.lists(EmrtdFile.DG15) ? EmrtdFile.DG15 : EmrtdFile.DG1;
            boolean proven =
                    chip.proveByAgreement(agreement.get().how(), agreement.get().with(), next);
            return proven ? GENUINE : new Altered(Finding.KEY_NOT_PROVEN);
        } catch (ChipFailure refused) {
            if (!refused.isAnswer()) {
                throw refused;
            }
            return refused.status() > 0 ? new Altered(Finding.PROOF_REFUSED) : new Unchecked(Cause.VARIANT_UNKNOWN);
        }
    }

    /** Active authentication. */
    void bySignature() throws ChipFailure {
        Optional<byte[]> dg15 = files.read(EmrtdFile.DG15, Mechanism.DG15);
        if (dg15.isEmpty()) {
            report.put(Mechanism.ACTIVE_AUTHENTICATION, new Unchecked(missing(EmrtdFile.DG15)));
            return;
        }
        Optional<ActiveAuthentication> key = ActiveAuthentication.of(dg15.get());
        report.put(
                Mechanism.ACTIVE_AUTHENTICATION,
                key.isPresent() ? signed(key.get()) : new Unchecked(Cause.VARIANT_UNKNOWN));
    }

    private Authenticity signed(ActiveAuthentication key) throws ChipFailure {
        byte[] challenge = new byte[CHALLENGE];
        random.nextBytes(challenge);
        try {
            byte[] signature = chip.sign(key.key(), challenge);
            boolean holds = key.verifies(challenge, signature);
            Arrays.fill(signature, (byte) 0);
            return holds ? GENUINE : new Altered(Finding.KEY_NOT_PROVEN);
        } catch (ChipFailure refused) {
            if (!refused.isAnswer()) {
                throw refused;
            }
            return new Altered(Finding.PROOF_REFUSED);
        }
    }
}
