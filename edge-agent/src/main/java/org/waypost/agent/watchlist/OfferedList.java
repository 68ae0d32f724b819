package org.waypost.agent.watchlist;

import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.waypost.agent.audit.Audit;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;

/**
 * The place where a newer issue of the list is laid for this terminal, from a stick or by a download. What is taken or
 * refused is accounted for by its number or reason, never by an entry. A file that was taken is deleted; one that was
 * refused stays for the technician and is not judged again until it changes. For one thread.
 */
public final class OfferedList {
    private static final System.Logger LOG = System.getLogger(OfferedList.class.getName());
    private static final String TERMINAL = "terminal";

    private final Path file;
    private final Watchlist watchlist;
    private final Audit audit;
    private final InstantSource clock;
    private Optional<Stamp> seen = Optional.empty();
    private Optional<Stamp> judged = Optional.empty();

    /**
     * Looks at one path.
     *
     * @param file where lists are laid; need not exist
     * @param watchlist takes or refuses them
     */
    public OfferedList(Path file, Watchlist watchlist, Audit audit, InstantSource clock) {
        this.file = file;
        this.watchlist = watchlist;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes what lies there, whole or not: at the start of a terminal, before the first question.
     *
     * @throws org.waypost.agent.store.StoreFailure if it cannot be accounted for
     */
    public void take() {
        Stamp.of(file).ifPresent(this::judge);
    }

    /**
     * Takes what lies there once it is the same as at the look before, since somebody may still be copying it.
     *
     * @throws org.waypost.agent.store.StoreFailure if it cannot be accounted for
     */
    public void look() {
        Optional<Stamp> now = Stamp.of(file);
        if (now.isPresent() && now.equals(seen) && !now.equals(judged)) {
            judge(now.get());
        }
        seen = now;
    }

    private void judge(Stamp stamp) {
        judged = Optional.of(stamp);
        switch (watchlist.apply(file)) {
            case Applied.InUse inUse -> {
                account(Action.LIST_APPLIED, "issue " + inUse.number() + " until " + inUse.expires());
                clear();
            }
            case Applied.Refused refused ->
                account(Action.LIST_REFUSED, refused.reason().name());
        }
    }

    private void account(Action action, String detail) {
        audit.append(new AuditEvent(clock.instant(), TERMINAL, action, UUID.randomUUID(), detail));
    }

    private void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.log(WARNING, "a list that is in use now could not be deleted where it was laid: {0}", file);
        }
    }

    /** What tells one file from the next without reading it. */
    private record Stamp(FileTime modified, long size) {
        static Optional<Stamp> of(Path file) {
            try {
                return Files.exists(file)
                        ? Optional.of(new Stamp(Files.getLastModifiedTime(file), Files.size(file)))
                        : Optional.empty();
            } catch (IOException gone) {
                return Optional.empty();
            }
        }
    }
}
