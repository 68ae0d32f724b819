package org.waypost.agent.encounter;

/**
 * Why a registration is refused; the parties are told (Regulation on Marriage Registration, Order 804, art. 10). Those
 * that are plain before anybody was spoken to may end a case at any step; the others need both interviews.
 */
public enum Ground {
    /** Papers missing, expired, unreadable or not those of the person (art. 8). */
    DOCUMENTS(true),
    /** A party is not old enough (Civil Code art. 1047). */
    UNDER_AGE(true),
    /** A party has a spouse (Civil Code art. 1051). */
    HAS_SPOUSE(true),
    /** Prohibited kinship (Civil Code art. 1048). */
    PROHIBITED_KINSHIP(true),
    /** A party did not come in person (Civil Code art. 1049). */
    NOT_IN_PERSON(true),
    /** Another office is competent (art. 2). */
    NOT_COMPETENT(true),
    /** Not the free will of both (Civil Code art. 1046). */
    NOT_VOLUNTARY(false),
    /** Another one, which the reason names. */
    OTHER(false);

    private final boolean early;

    Ground(boolean early) {
        this.early = early;
    }

    /** Whether it may end a case before both interviews. */
    public boolean early() {
        return early;
    }
}
