package org.waypost.contract;

/** Kinds of document a report or a list entry may refer to; the name is part of the key that is hashed. */
public enum DocumentType {
    RESIDENT_CARD,
    RESIDENCE_PERMIT,
    FOREIGN_RESIDENT_CARD,
    PASSPORT
}
