package org.waypost.agent.issue;

import static java.lang.System.Logger.Level.WARNING;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.waypost.agent.audit.Audit;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;

/**
 * The place where a newer issue of the hub is laid for this terminal, from a stick or by a download. A file that was
 * taken is deleted; one that was refused stays for the technician and is not judged again until it changes. Both are
 * accounted for. For one thread.
 */
public final class OfferedFile {
    private static final System.Logger LOG = System.getLogger(OfferedFile.class.getName());
    private static final String TERMINAL = "terminal";

    private final Path file;
    private final Function<Path, Verdict> judge;
    private final Audit audit;
    private final InstantSource clock;
    private Optional<Stamp> seen = Optional.empty();
    private Optional<Stamp> judged = Optional.empty();

    /**
     * Looks at one path.
     *
     * @param file where issues are laid; need not exist
     * @param judge takes or refuses them
     */
    public OfferedFile(Path file, Function<Path, Verdict> judge, Audit audit, InstantSource clock) {
        this.file = file;
        this.judge = judge;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What became of a file.
     *
     * @param action how it is accounted for
     * @param detail number or reason, nothing of what the file lists
     */
    public record Verdict(boolean taken, Action action, String detail) {
        public Verdict {
            requireNonNull(action);
            requireNonNull(detail);
        }
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
        Verdict verdict = judge.apply(file);
        audit.append(new AuditEvent(clock.instant(), TERMINAL, verdict.action(), UUID.randomUUID(), verdict.detail()));
        if (verdict.taken()) {
            clear();
        }
    }

    private void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.log(WARNING, "a file that is in use now could not be deleted where it was laid: {0}", file);
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
