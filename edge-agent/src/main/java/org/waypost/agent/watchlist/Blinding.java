package org.waypost.agent.watchlist;

import org.waypost.contract.CaseReport.DocumentReference;
import org.waypost.contract.DocumentBlinder;
import org.waypost.contract.DocumentType;
import org.waypost.drivers.idcard.Document;

/**
 * Turns a document into the reference under which lists and reports know it. Thread safe.
 *
 * @param blinder holds the key, which is kept apart from the list
 */
public record Blinding(DocumentBlinder blinder) {

    /** Type and keyed hash of type, state and number. */
    public DocumentReference of(Document document) {
        DocumentType type = type(document.kind());
        return new DocumentReference(type, blinder.blind(type, document.issuer(), document.number()));
    }

    private static DocumentType type(Document.Kind kind) {
        return switch (kind) {
            case RESIDENT_CARD -> DocumentType.RESIDENT_CARD;
            case RESIDENCE_PERMIT -> DocumentType.RESIDENCE_PERMIT;
            case FOREIGNER_2017, FOREIGNER_2023 -> DocumentType.FOREIGN_RESIDENT_CARD;
        };
    }
}
