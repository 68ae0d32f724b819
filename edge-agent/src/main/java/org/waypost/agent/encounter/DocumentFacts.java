package org.waypost.agent.encounter;

import java.time.LocalDate;
import java.util.Set;
import org.waypost.drivers.idcard.Document;

/**
 * What the registrar may read of a document while the case is open; no picture, no nationality. Components as in
 * {@link Document}.
 */
public record DocumentFacts(
        Document.Kind kind,
        String number,
        String name,
        Document.Sex sex,
        LocalDate birth,
        Document.Validity validity,
        Set<Document.Discrepancy> discrepancies) {

    static DocumentFacts of(Document document) {
        return new DocumentFacts(
                document.kind(),
                document.number(),
                document.name(),
                document.sex(),
                document.birth(),
                document.validity(),
                document.discrepancies());
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
