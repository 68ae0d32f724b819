package org.waypost.agent.watchlist;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.waypost.contract.WatchlistEntry;
import org.waypost.contract.WatchlistIssue;

/** What a terminal has in memory of the list. */
sealed interface Held {

    /** Whether a list of that number would be a step back. */
    boolean isNewerThan(long number);

    static Held of(ListFile.Content content) {
        return switch (content) {
            case ListFile.Unusable unusable -> new Nothing(unusable.reason());
            case ListFile.Signed signed -> Issue.of(signed.issue());
        };
    }

    /** No list. */
    record Nothing(Screening.Reason reason) implements Held {
        @Override
        public boolean isNewerThan(long number) {
            return false;
        }
    }

    /** One issue, entries by their keyed hash. */
    record Issue(long number, Instant issued, Instant expires, Map<String, List<WatchlistEntry>> entries)
            implements Held {

        static Issue of(WatchlistIssue issue) {
            return new Issue(
                    issue.number(),
                    issue.issued(),
                    issue.expires(),
                    issue.entries().stream()
                            .collect(collectingAndThen(groupingBy(WatchlistEntry::blinded, toList()), Map::copyOf)));
        }

        @Override
        public boolean isNewerThan(long other) {
            return other < number;
        }

        boolean expiredAt(Instant now) {
            return !now.isBefore(expires);
        }

        List<WatchlistEntry> named(String blinded) {
            return entries.getOrDefault(blinded, List.of());
        }

        /** Number only: a log line must never hold an entry. */
        @Override
        public String toString() {
            return "Issue[" + number + "]";
        }
    }
}
