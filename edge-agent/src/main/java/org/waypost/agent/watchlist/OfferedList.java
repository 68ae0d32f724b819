package org.waypost.agent.watchlist;

import java.nio.file.Path;
import java.time.InstantSource;
import org.waypost.agent.audit.Audit;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.issue.OfferedFile;

/**
 * The place where a newer issue of the list is laid for this terminal, as {@link OfferedFile} has it. What is taken or
 * refused is accounted for by its number or reason, never by an entry. For one thread.
 */
public final class OfferedList {
    private final OfferedFile place;

    /**
     * Looks at one path.
     *
     * @param file where lists are laid; need not exist
     * @param watchlist takes or refuses them
     */
    public OfferedList(Path file, Watchlist watchlist, Audit audit, InstantSource clock) {
        this.place = new OfferedFile(file, offered -> verdict(watchlist.apply(offered)), audit, clock);
    }

    /** As {@link OfferedFile#take}. */
    public void take() {
        place.take();
    }

    /** As {@link OfferedFile#look}. */
    public void look() {
        place.look();
    }

    private static OfferedFile.Verdict verdict(Applied applied) {
        return switch (applied) {
            case Applied.InUse inUse ->
                new OfferedFile.Verdict(
                        true, Action.LIST_APPLIED, "issue " + inUse.number() + " until " + inUse.expires());
            case Applied.Refused refused ->
                new OfferedFile.Verdict(
                        false, Action.LIST_REFUSED, refused.reason().name());
        };
    }
}
