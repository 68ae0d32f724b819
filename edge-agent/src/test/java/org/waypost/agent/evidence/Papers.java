package org.waypost.agent.evidence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.idcard.Document.Discrepancy;
import org.waypost.drivers.mrz.MrzOutcome;
import org.waypost.drivers.mrz.MrzParser;
import org.waypost.drivers.passport.Access;
import org.waypost.drivers.passport.Authenticity;
import org.waypost.drivers.passport.ChipReport;
import org.waypost.drivers.passport.Mechanism;
import org.waypost.drivers.passport.Passport;
import org.waypost.drivers.passport.PassportFields;
import org.waypost.drivers.simulated.MrzSpecimen;

/** Made-up documents, and a day. */
final class Papers {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final ClockTrust TRUSTED = new ClockTrust.Trusted(TODAY);
    static final ClockTrust UNTRUSTED = new ClockTrust.Untrusted();
    static final Document.Validity IN_FORCE =
            new Document.Validity(TODAY.minusYears(1), Optional.of(TODAY.plusYears(1)));

    private Papers() {}

    static Document card(Discrepancy... found) {
        return card(Document.Kind.RESIDENT_CARD, Document.Sex.FEMALE, IN_FORCE, Set.of(found));
    }

    static Document card(Document.Validity validity) {
        return card(Document.Kind.RESIDENT_CARD, Document.Sex.FEMALE, validity, Set.of());
    }

    static Document card(Document.Kind kind, Document.Sex sex, Document.Validity validity, Set<Discrepancy> found) {
        return new Document(
                kind,
                "110101199203080025",
                "测试乙",
                sex,
                LocalDate.of(1992, 3, 8),
                Optional.empty(),
                validity,
                found,
                Optional.empty());
    }

    static MrzOutcome zone(String text) {
        var clock = java.time.Clock.fixed(TODAY.atTime(12, 0).atZone(ZONE).toInstant(), ZONE);
        return new MrzParser(clock).parse(text);
    }

    static MrzOutcome zone(MrzSpecimen specimen) {
        return zone(text(specimen));
    }

    static String text(MrzSpecimen specimen) {
        return String.join("", specimen.lines());
    }

    /** A report in which everything holds. */
    static Map<Mechanism, Authenticity> genuine() {
        Map<Mechanism, Authenticity> outcomes = new EnumMap<>(Mechanism.class);
        List.of(Mechanism.values()).forEach(mechanism -> outcomes.put(mechanism, Authenticity.GENUINE));
        return outcomes;
    }

    static Map<Mechanism, Authenticity> genuineBut(Mechanism mechanism, Authenticity outcome) {
        Map<Mechanism, Authenticity> outcomes = genuine();
        outcomes.put(mechanism, outcome);
        return outcomes;
    }

    static Passport chip(Map<Mechanism, Authenticity> outcomes) {
        return chip(Access.PACE_MRZ, outcomes, ChipReport.Expiry.VALID);
    }

    static Passport chip(Access access, Map<Mechanism, Authenticity> outcomes, ChipReport.Expiry expiry) {
        ChipReport report = new ChipReport(access, outcomes, expiry, 1);
        return new Passport(Optional.of(new PassportFields(text(MrzSpecimen.PASSPORT))), Optional.empty(), report);
    }
}
