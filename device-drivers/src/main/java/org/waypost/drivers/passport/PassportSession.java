package org.waypost.drivers.passport;

import static org.waypost.drivers.passport.Authenticity.GENUINE;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.passport.Authenticity.Altered;
import org.waypost.drivers.passport.Authenticity.Cause;
import org.waypost.drivers.passport.Authenticity.Finding;
import org.waypost.drivers.passport.Authenticity.Unchecked;

/** One reading of one chip, in the order of ICAO Doc 9303-11, section 4.2: open, prove, then content. Used once. */
final class PassportSession {
    private final EmrtdChip chip;
    private final ChipAccess access;
    private final TrustStore trust;
    private final InstantSource clock;
    private final Consumer<Stage> progress;
    private final ReportDraft report = new ReportDraft();

    PassportSession(
            EmrtdChip chip, AccessPolicy policy, TrustStore trust, InstantSource clock, Consumer<Stage> progress) {
        this.chip = chip;
        this.access = new ChipAccess(chip, policy);
        this.trust = trust;
        this.clock = clock;
        this.progress = progress;
    }

    Passport read(AccessKey key, Optional<PrintedZone> printed) throws ChipFailure {
        progress.accept(Stage.ACCESS);
        ChipAccess.Opened opened = access.open(key);
        progress.accept(Stage.CHIP);
        Optional<SecurityObject> object = chip.read(EmrtdFile.SECURITY_OBJECT).flatMap(SecurityObject::of);
        if (object.isEmpty()) {
            report.put(Mechanism.SECURITY_OBJECT, new Altered(Finding.SECURITY_OBJECT_BROKEN));
            return finished(opened.access(), Optional.empty(), Optional.empty());
        }
        return read(opened, object.get(), printed);
    }

    private Passport read(ChipAccess.Opened opened, SecurityObject object, Optional<PrintedZone> printed)
            throws ChipFailure {
        PassiveAuthentication passive = new PassiveAuthentication(trust, clock, object);
        Authenticity signature = passive.signature();
        report.put(Mechanism.SECURITY_OBJECT, signature);
        report.put(Mechanism.CHAIN, passive.chain());
        report.put(Mechanism.VALIDITY, passive.validity());
        report.put(Mechanism.REVOCATION, passive.revocation());
        SignedFiles files = new SignedFiles(chip, object, report);
        if (!signature.equals(GENUINE) || !proven(opened, files)) {
            return finished(opened.access(), Optional.empty(), Optional.empty());
        }
        progress.accept(Stage.ZONE);
        SignedContent content = new SignedContent(files);
        Optional<PassportFields> fields = content.fields();
        report.put(Mechanism.COUNTRY, passive.countries(fields));
        report.put(Mechanism.ZONE, compared(fields, printed));
        report.expiry(
                fields.map(zone -> DocumentExpiry.of(zone.expiry(), clock)).orElse(ChipReport.Expiry.UNKNOWN));
        progress.accept(Stage.PORTRAIT);
        return finished(opened.access(), fields, content.portrait());
    }

    private boolean proven(ChipAccess.Opened opened, SignedFiles files) throws ChipFailure {
        ChipProof proof = new ChipProof(chip, files, report);
        if (!proof.byAgreement(opened.cardAccess())) {
            return false;
        }
        proof.bySignature();
        return true;
    }

    private static Authenticity compared(Optional<PassportFields> fields, Optional<PrintedZone> printed) {
        if (fields.isEmpty()) {
            return new Unchecked(Cause.EARLIER_STEP);
        }
        if (printed.isEmpty()) {
            return new Unchecked(Cause.NOTHING_TO_COMPARE);
        }
        boolean same = fields.get().zone().equals(printed.get().text());
        return same ? GENUINE : new Altered(Finding.ZONE_DIFFERS);
    }

    private Passport finished(Access how, Optional<PassportFields> fields, Optional<Portrait> portrait) {
        return new Passport(fields, portrait, report.finished(how, trust.version()));
    }
}
