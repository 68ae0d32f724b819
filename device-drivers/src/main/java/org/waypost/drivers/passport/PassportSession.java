package org.waypost.drivers.passport;

import static org.waypost.drivers.passport.Authenticity.GENUINE;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.waypost.drivers.device.Fault;
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
        report.put(Mechanism.SECURITY_OBJECT, passive.signature());
        report.put(Mechanism.CHAIN, passive.chain());
        report.put(Mechanism.VALIDITY, passive.validity());
        report.put(Mechanism.REVOCATION, passive.revocation());
        SignedFiles files = new SignedFiles(chip, object, report);
        if (!passive.signature().equals(GENUINE) || !proven(opened, object, files)) {
            return finished(opened.access(), Optional.empty(), Optional.empty());
        }
        progress.accept(Stage.ZONE);
        Optional<PassportFields> fields = fields(files);
        report.put(Mechanism.COUNTRY, passive.countries(fields));
        report.put(Mechanism.ZONE, compared(fields, printed));
        report.expiry(
                fields.map(zone -> DocumentExpiry.of(zone.expiry(), clock)).orElse(ChipReport.Expiry.UNKNOWN));
        progress.accept(Stage.PORTRAIT);
        return finished(opened.access(), fields, portrait(files));
    }

    private boolean proven(ChipAccess.Opened opened, SecurityObject object, SignedFiles files) throws ChipFailure {
        ChipProof proof = new ChipProof(chip, files, report);
        if (!proof.byAgreement(opened.cardAccess(), object.lists(EmrtdFile.DG14))) {
            return false;
        }
        proof.bySignature(object.lists(EmrtdFile.DG15));
        return true;
    }

    private Optional<PassportFields> fields(SignedFiles files) throws ChipFailure {
        Optional<byte[]> dg1 = files.read(EmrtdFile.DG1, Mechanism.DG1);
        if (dg1.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(zone(dg1.get()));
        } finally {
            Arrays.fill(dg1.get(), (byte) 0);
        }
    }

    private static PassportFields zone(byte[] dg1) throws ChipFailure {
        byte[] text = Tlv.first(dg1)
                .flatMap(tlv -> tlv.child(0x5F1F))
                .map(Tlv::value)
                .orElseThrow(() -> new ChipFailure(Fault.CARD_UNREADABLE));
        try {
            return PassportFields.of(new String(text, StandardCharsets.US_ASCII))
                    .orElseThrow(() -> new ChipFailure(Fault.CARD_UNREADABLE));
        } finally {
            Arrays.fill(text, (byte) 0);
        }
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

    private Optional<Portrait> portrait(SignedFiles files) throws ChipFailure {
        Optional<byte[]> dg2 = files.read(EmrtdFile.DG2, Mechanism.DG2);
        if (dg2.isEmpty()) {
            return Optional.empty();
        }
        byte[] picture = FaceImage.in(dg2.get()).map(Tlv::value).orElse(new byte[0]);
        try {
            return PictureDecoder.decode(picture);
        } finally {
            Arrays.fill(dg2.get(), (byte) 0);
            Arrays.fill(picture, (byte) 0);
        }
    }

    private Passport finished(Access how, Optional<PassportFields> fields, Optional<Portrait> portrait) {
        return new Passport(fields, portrait, report.finished(how, trust.version()));
    }
}
