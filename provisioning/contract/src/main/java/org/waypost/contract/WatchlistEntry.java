package org.waypost.contract;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * One reason to look at a document again. Refused as a whole unless every component is there, the expiry lies within
 * the category's maximum, and the reviewer is not the author (invariant I8). A hit on it is a lead, never a finding.
 *
 * @param blinded keyed hash of the document's type, state and number ({@link DocumentBlinder}), 43 characters
 * @param category from the closed list
 * @param legalBasis title and article, 1 to 200 characters
 * @param authority who ordered it, 1 to 120 characters
 * @param caseNumber the authority's reference, 1 to 80 characters
 * @param issued first day
 * @param expires last day on which it may match
 * @param author who proposed it, 1 to 40 characters
 * @param reviewer the second person who approved it, 1 to 40 characters
 */
public record WatchlistEntry(
        String blinded,
        Category category,
        String legalBasis,
        String authority,
        String caseNumber,
        LocalDate issued,
        LocalDate expires,
        String author,
        String reviewer) {

    public WatchlistEntry {
        if (!blinded.matches("[A-Za-z0-9_-]{43}")) {
            throw new IllegalArgumentException("an entry names its document by a keyed hash of 43 characters");
        }
        requireNonNull(category);
        legalBasis = Text.some(200, "legal basis", legalBasis);
        authority = Text.some(120, "authority", authority);
        caseNumber = Text.some(80, "case number", caseNumber);
        author = Text.some(40, "author", author);
        reviewer = Text.some(40, "reviewer", reviewer);
        if (expires.isBefore(issued) || expires.isAfter(issued.plusDays(category.daysMax()))) {
            throw new IllegalArgumentException(
                    category + " expires within " + category.daysMax() + " days of its issue");
        }
        if (author.equalsIgnoreCase(reviewer)) {
            throw new IllegalArgumentException("author and reviewer are the same person");
        }
    }

    /** Whether the entry may match on a day. */
    public boolean liveOn(LocalDate day) {
        return !day.isBefore(issued) && !day.isAfter(expires);
    }

    /**
     * The closed list of reasons. The maximum lives are the product's own upper bounds; an authority may order less.
     */
    public enum Category {
        DOCUMENT_LOST_OR_STOLEN(3_653),
        DOCUMENT_INVALID(3_653),
        MISSING_CHILD(366),
        MISSING_ADULT(366),
        TRAFFICKING_WARRANT(1_096),
        PROTECTION_ORDER(184);

        private final int daysMax;

        Category(int daysMax) {
            this.daysMax = daysMax;
        }

        /** Longest life of an entry, in days. */
        public int daysMax() {
            return daysMax;
        }
    }
}
