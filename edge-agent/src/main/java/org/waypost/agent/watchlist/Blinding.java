package org.waypost.agent.watchlist;

import org.waypost.agent.document.IdentityDocument;
import org.waypost.contract.CaseReport.DocumentReference;
import org.waypost.contract.DocumentBlinder;
import org.waypost.contract.DocumentType;

/**
 * Turns a document into the reference under which lists and reports know it. Thread safe.
 *
 * @param blinder holds the key, which is kept apart from the list
 */
public record Blinding(DocumentBlinder blinder) {

    /** Type and keyed hash of type, state and number. */
    public DocumentReference of(IdentityDocument document) {
        DocumentType type = document.type();
        return new DocumentReference(type, blinder.blind(type, document.issuer(), document.number()));
    }
}
