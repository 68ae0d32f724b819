package org.waypost.agent.watchlist;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.waypost.agent.document.IdentityDocument;
import org.waypost.agent.issue.IssueShelf;
import org.waypost.contract.CaseReport.DocumentReference;
import org.waypost.contract.Verifier;
import org.waypost.contract.WatchlistEntry;
import org.waypost.contract.WatchlistIssue;

/**
 * The terminal's copy of the hub's list, in one signed file. The only thing that changes it is a newer issue of the
 * hub; nothing lists or exports entries, and no question is kept (invariant I9). Safe for use by several threads.
 */
public final class Watchlist {
    private static final System.Logger LOG = System.getLogger(Watchlist.class.getName());
    private final ListFile format;
    private final IssueShelf shelf;
    private final Blinding blinding;
    private final InstantSource clock;
    private final ZoneId zone;
    private volatile Held held;

    /**
     * Loads what is on disk; a file that cannot be used makes every screening {@link Screening.Unscreened}.
     *
     * @param file where the list is kept; its folder exists
     * @param hub the hub's list key
     * @param blinding holds a key that is kept apart from the list
     * @param clock for expiry
     * @param zone whose date decides whether an entry is live
     */
    public Watchlist(Path file, Verifier hub, Blinding blinding, InstantSource clock, ZoneId zone) {
        this.format = new ListFile(hub);
        this.shelf = new IssueShelf(file);
        this.blinding = blinding;
        this.clock = clock;
        this.zone = zone;
        this.held = Held.of(format.read(file));
        if (held instanceof Held.Nothing nothing) {
            LOG.log(System.Logger.Level.WARNING, "no list is in use: {0}", nothing.reason());
        }
    }

    /**
     * Asks for one document by its keyed hash. An entry matches on its days alone, by the local date. A number that is
     * a mere proposal is not asked for: it may be another document's.
     */
    public Screening screen(IdentityDocument document) {
        Instant now = clock.instant();
        return switch (held) {
            case Held.Nothing nothing -> new Screening.Unscreened(nothing.reason());
            case Held.Issue issue ->
                issue.expiredAt(now)
                        ? new Screening.Unscreened(Screening.Reason.LIST_EXPIRED)
                        : asked(issue, document, LocalDate.ofInstant(now, zone));
        };
    }

    private Screening asked(Held.Issue issue, IdentityDocument document, LocalDate today) {
        return document.sound()
                ? found(issue, document, today)
                : new Screening.Unscreened(Screening.Reason.DOCUMENT_UNREAD);
    }

    private Screening found(Held.Issue issue, IdentityDocument document, LocalDate today) {
        List<WatchlistEntry> live = issue.named(reference(document).blinded()).stream()
                .filter(entry -> entry.liveOn(today))
                .toList();
        return live.isEmpty() ? new Screening.Clear(issue.issued()) : new Screening.Hit(live, issue.issued());
    }

    /** The reference under which reports name a document. */
    public DocumentReference reference(IdentityDocument document) {
        return blinding.of(document);
    }

    /**
     * Takes a file offered by the hub, by whatever way it came. It is used only once it is on disk; if anything about
     * it is wrong, the list in use stays.
     */
    public synchronized Applied apply(Path offered) {
        Applied applied = switch (format.read(offered)) {
            case ListFile.Unusable unusable -> new Applied.Refused(refusal(unusable.reason()));
            case ListFile.Signed signed -> applied(signed);
        };
        if (applied instanceof Applied.Refused refused) {
            LOG.log(System.Logger.Level.WARNING, "an offered list was refused: {0}", refused.reason());
        }
        return applied;
    }

    /** What is in use, for health and the technician; no entry. */
    public Standing standing() {
        return switch (held) {
            case Held.Nothing nothing -> new Standing.Unusable(nothing.reason());
            case Held.Issue issue ->
                issue.expiredAt(clock.instant())
                        ? new Standing.Unusable(Screening.Reason.LIST_EXPIRED)
                        : new Standing.InUse(issue.number(), issue.issued(), issue.expires());
        };
    }

    private Applied applied(ListFile.Signed signed) {
        WatchlistIssue issue = signed.issue();
        if (!clock.instant().isBefore(issue.expires())) {
            return new Applied.Refused(Applied.Reason.EXPIRED);
        }
        boolean again = held instanceof Held.Issue inUse && issue.number() == inUse.number();
        if (again || issue.number() < shelf.lowest() || held.isNewerThan(issue.number())) {
            return new Applied.Refused(Applied.Reason.NOT_NEWER);
        }
        try {
            shelf.put(issue.number(), signed.bytes());
        } catch (IOException notWritten) {
            LOG.log(System.Logger.Level.ERROR, "the list could not be written", notWritten);
            return new Applied.Refused(Applied.Reason.NOT_WRITTEN);
        }
        held = Held.of(signed);
        return new Applied.InUse(issue.number(), issue.issued(), issue.expires());
    }

    private static Applied.Reason refusal(Screening.Reason reason) {
        return switch (reason) {
            case LIST_ABSENT -> Applied.Reason.ABSENT;
            case LIST_EXPIRED -> Applied.Reason.EXPIRED;
            case SIGNATURE_INVALID -> Applied.Reason.SIGNATURE_INVALID;
            case LIST_MALFORMED, DOCUMENT_UNREAD -> Applied.Reason.MALFORMED;
        };
    }
}
