package org.waypost.agent.report;

import static java.lang.System.Logger.Level.INFO;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waypost.agent.audit.Anchor;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.audit.SqliteAudit;
import org.waypost.agent.store.Retention;
import org.waypost.agent.store.TerminalStore;

/**
 * Lets go what has been kept for as long as it may (invariant I18), so that no trace is left in the files; a report
 * without a receipt is never among it. By this terminal's clock. For one thread.
 */
public final class Purge {
    /** From one purge to the next. */
    static final Duration EVERY = Duration.ofHours(1);

    private static final System.Logger LOG = System.getLogger(Purge.class.getName());
    private static final UUID NO_ENCOUNTER = new UUID(0, 0);

    private final TerminalStore store;
    private final Retention retention;
    private final Anchor anchor;
    private final InstantSource clock;
    private @Nullable Instant last;

    /** Purges one store. */
    public Purge(TerminalStore store, Retention retention, Anchor anchor, InstantSource clock) {
        this.store = store;
        this.retention = retention;
        this.anchor = anchor;
        this.clock = clock;
    }

    /** To be called about every second: purges once an hour, and after a jump of the clock. */
    public void look() {
        Instant now = clock.instant();
        if (last != null && Duration.between(last, now).abs().compareTo(EVERY) < 0) {
            return;
        }
        Purged purged = delete(now);
        last = now;
        store.shred();
        if (purged.any()) {
            LOG.log(INFO, "purged by age: {0}", purged.words());
        }
    }

    /** What is too old, in one transaction with the line that accounts for it; traces stay until the store shreds. */
    Purged delete(Instant now) {
        return store.transaction(in -> {
            Purged purged = purge(in, now);
            if (purged.any()) {
                SqliteAudit.append(in, new AuditEvent(now, "terminal", Action.PURGED, NO_ENCOUNTER, purged.words()));
            }
            return purged;
        });
    }

    private Purged purge(Connection in, Instant now) throws SQLException {
        OutboxTable outbox = new OutboxTable(in);
        return new Purged(
                outbox.purgeConfirmed(now.minus(retention.confirmed())),
                outbox.purgeRefused(now.minus(retention.refused())),
                anchor.purge(in, now.minus(retention.audit()), now));
    }

    /** How many rows of each class went. */
    record Purged(int confirmed, int refused, long audit) {
        boolean any() {
            return confirmed + refused + audit > 0;
        }

        String words() {
            return "confirmed " + confirmed + ", refused " + refused + ", audit " + audit;
        }
    }
}
