package org.waypost.agent.encounter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.waypost.agent.document.IdCard;
import org.waypost.agent.document.IdentityDocument;
import org.waypost.agent.document.InForce;
import org.waypost.agent.document.TravelDocument;
import org.waypost.agent.evidence.ClockTrust;
import org.waypost.agent.evidence.Evidence;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.mrz.MrzOutcome;

/**
 * What the registrar may read of a document while the case is open; no picture, no nationality. Components as in
 * {@link IdentityDocument}.
 *
 * @param issuer of a passport; empty for a card, which has one issuer only
 * @param repairs characters of a passport's printed zone that must be replaced for it to fit
 * @param evidence what can be said of the document itself
 */
public record DocumentFacts(
        IdentityDocument.Kind kind,
        Optional<String> issuer,
        String number,
        String name,
        Document.Sex sex,
        Optional<LocalDate> birth,
        InForce inForce,
        List<MrzOutcome.Change> repairs,
        Evidence evidence) {
    public DocumentFacts {
        repairs = List.copyOf(repairs);
    }

    static DocumentFacts of(IdentityDocument document, ClockTrust clock) {
        return new DocumentFacts(
                document.kind(),
                issuer(document),
                document.number(),
                document.name(),
                document.sex(),
                document.birth(),
                document.inForce(),
                repairs(document),
                Evidence.of(document, clock));
    }

    private static Optional<String> issuer(IdentityDocument document) {
        return switch (document) {
            case IdCard card -> Optional.empty();
            case TravelDocument passport -> Optional.of(passport.issuer());
        };
    }

    private static List<MrzOutcome.Change> repairs(IdentityDocument document) {
        return switch (document) {
            case IdCard card -> List.of();
            case TravelDocument passport -> passport.repairs();
        };
    }

    boolean sameNumber(IdentityDocument document) {
        return number.equals(document.number());
    }

    /** Kind only: a log line must never hold a name or a number. */
    @Override
    public String toString() {
        return "DocumentFacts[" + kind + "]";
    }
}
