package org.waypost.contract;

/** Kinds of document a report or a list entry may refer to; the name is part of the key that is hashed. */
public enum DocumentType {
    RESIDENT_CARD,
    RESIDENCE_PERMIT,
    FOREIGN_RESIDENT_CARD,
    /** A booklet, ICAO Doc 9303-4 (TD3). */
    PASSPORT,
    /**
     * A card with a machine readable zone, ICAO Doc 9303-5 (TD1) or 9303-6 (TD2): a travel permit, an identity card.
     */
    OFFICIAL_TRAVEL_DOCUMENT
}
