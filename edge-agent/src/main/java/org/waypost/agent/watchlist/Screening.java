package org.waypost.agent.watchlist;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.waypost.contract.WatchlistEntry;

/** What came of asking the list for one document. A hit is a lead put to a person, never a finding. */
public sealed interface Screening {

    /** No live entry names the document in the list as it stood then. */
    record Clear(Instant listAsOf) implements Screening {
        public Clear {
            requireNonNull(listAsOf);
        }
    }

    /**
     * Live entries name the document.
     *
     * @param entries at least one
     * @param listAsOf when the hub made the issue
     */
    record Hit(List<WatchlistEntry> entries, Instant listAsOf) implements Screening {
        public Hit {
            entries = List.copyOf(entries);
            requireNonNull(listAsOf);
            if (entries.isEmpty()) {
                throw new IllegalArgumentException("a hit names at least one entry");
            }
        }

        /** The entries of one lane; protective ones have screens and words of their own. */
        public List<WatchlistEntry> of(Lane lane) {
            return entries.stream()
                    .filter(entry -> Lane.of(entry.category()) == lane)
                    .toList();
        }

        /** Number only: a log line must never hold an entry. */
        @Override
        public String toString() {
            return "Hit[" + entries.size() + "]";
        }
    }

    /** The list was not asked; says nothing about the document. */
    record Unscreened(Reason reason) implements Screening {
        public Unscreened {
            requireNonNull(reason);
        }
    }

    /** Why the list was not asked. */
    enum Reason {
        LIST_ABSENT,
        LIST_EXPIRED,
        SIGNATURE_INVALID,
        LIST_MALFORMED,
        DOCUMENT_UNREAD
    }

    /** Kinds of reaction that must not be mixed up. */
    enum Lane {
        /** Somebody may need help: to be spoken to apart, by someone trained for it. */
        PROTECTIVE,
        /** An authority looks for somebody: to be confirmed with that authority. */
        ENFORCEMENT,
        /** The paper is in question, not the person. */
        DOCUMENT;

        /** The lane of a category. */
        public static Lane of(WatchlistEntry.Category category) {
            return switch (category) {
                case MISSING_CHILD, MISSING_ADULT, PROTECTION_ORDER -> PROTECTIVE;
                case TRAFFICKING_WARRANT -> ENFORCEMENT;
                case DOCUMENT_LOST_OR_STOLEN, DOCUMENT_INVALID -> DOCUMENT;
            };
        }
    }
}
