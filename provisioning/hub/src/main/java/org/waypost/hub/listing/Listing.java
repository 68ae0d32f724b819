package org.waypost.hub.listing;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.waypost.contract.DocumentBlinder;
import org.waypost.contract.SignedWatchlist;
import org.waypost.contract.Signer;
import org.waypost.contract.WatchlistEntry;
import org.waypost.contract.WatchlistIssue;

/** Makes lists: all entries of a draft are good and it is issued, or none is. There is no other way to make one. */
public final class Listing {
    private final IssueNumbers numbers;
    private final DocumentBlinder blinder;
    private final Signer listKey;
    private final InstantSource clock;

    /** Issues lists under one key. */
    public Listing(IssueNumbers numbers, DocumentBlinder blinder, Signer listKey, InstantSource clock) {
        this.numbers = numbers;
        this.blinder = blinder;
        this.listKey = listKey;
        this.clock = clock;
    }

    /**
     * Checks a draft, numbers and signs it, and puts it where it is wanted in one step.
     *
     * @throws IOException if the file cannot be written; the number is then skipped
     */
    public Outcome issue(Draft.Reading reading, Path out) throws IOException {
        return switch (reading) {
            case Draft.Read read -> checked(read.draft(), out);
            case Draft.Unreadable unreadable ->
                new Rejected(List.of("the draft cannot be read: " + unreadable.reason()));
        };
    }

    private Outcome checked(Draft draft, Path out) throws IOException {
        Instant now = clock.instant().truncatedTo(SECONDS);
        List<String> broken = new ArrayList<>();
        List<WatchlistEntry> entries = entries(draft, now, broken);
        Instant expires = expires(draft, now, broken);
        if (!broken.isEmpty()) {
            return new Rejected(broken);
        }
        long number = numbers.take(now, entries.size());
        new IssuedFile(out).write(SignedWatchlist.sign(new WatchlistIssue(number, now, expires, entries), listKey));
        return new Issued(number, entries.size());
    }

    private List<WatchlistEntry> entries(Draft draft, Instant now, List<String> broken) {
        EntryCheck check = new EntryCheck(blinder, now.atZone(UTC).toLocalDate());
        Set<String> seen = new HashSet<>();
        List<WatchlistEntry> entries = new ArrayList<>();
        for (int i = 0; i < draft.entries().size(); i++) {
            try {
                WatchlistEntry entry = check.entry(draft.entries().get(i));
                if (!seen.add(entry.blinded() + entry.category())) {
                    throw new IllegalArgumentException("the same document and category stand in an earlier entry");
                }
                entries.add(entry);
            } catch (IllegalArgumentException e) {
                broken.add("entry " + (i + 1) + ": " + e.getMessage());
            }
        }
        if (draft.entries().size() > WatchlistIssue.ENTRIES_MAX) {
            broken.add("the draft has more than " + WatchlistIssue.ENTRIES_MAX + " entries");
        }
        return entries;
    }

    private static Instant expires(Draft draft, Instant now, List<String> broken) {
        try {
            Instant expires = Instant.parse(draft.expires());
            new WatchlistIssue(1, now, expires, List.of());
            return expires;
        } catch (DateTimeException e) {
            broken.add("expires of the draft is a moment as 2026-11-30T00:00:00Z");
        } catch (IllegalArgumentException e) {
            broken.add("expires of the draft: " + e.getMessage());
        }
        return now;
    }

    /** What became of a draft. */
    public sealed interface Outcome {}

    /** The list was made. */
    public record Issued(long number, int entries) implements Outcome {}

    /** Nothing was made; each line names an entry, counted from 1, and the rule it breaks. */
    public record Rejected(List<String> rules) implements Outcome {
        public Rejected {
            rules = List.copyOf(rules);
        }
    }
}
