package org.waypost.agent.encounter;

import java.time.LocalDate;
import org.waypost.agent.evidence.ClockTrust;
import org.waypost.agent.evidence.Evidence;
import org.waypost.drivers.idcard.Document;

/**
 * What the registrar may read of a document while the case is open; no picture, no nationality. Components as in
 * {@link Document}.
 *
 * @param evidence what can be said of the document itself
 */
public record DocumentFacts(
        Document.Kind kind,
        String number,
        String name,
        Document.Sex sex,
        LocalDate birth,
        Document.Validity validity,
        Evidence evidence) {

    static DocumentFacts of(Document document, ClockTrust clock) {
        return new DocumentFacts(
                document.kind(),
                document.number(),
                document.name(),
                document.sex(),
                document.birth(),
                document.validity(),
                Evidence.of(document, clock));
    }

    boolean sameNumber(Document document) {
        return number.equals(document.number());
    }

    /** Kind only: a log line must never hold a name or a number. */
    @Override
    public String toString() {
        return "DocumentFacts[" + kind + "]";
    }
}
