package org.waypost.agent.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.SqliteAudit;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.Notice;
import org.waypost.contract.SignedAcknowledgement;
import org.waypost.contract.SignedNotice;

/**
 * What the desk said of the reports that this terminal filed. Each notice is kept as the hub signed it, in one
 * transaction with its audit event; nothing of it reaches the parties' screen. Safe for use by several threads.
 *
 * @see org.waypost.agent.store.StoreFailure thrown by every method when the disk fails
 */
public final class Notices {
    private static final String TERMINAL = "terminal";

    private final TerminalStore store;
    private final NoticeKeys keys;
    private final InstantSource clock;

    /** Keeps them in the store. */
    public Notices(TerminalStore store, NoticeKeys keys, InstantSource clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /** Takes in one that came, on disk when this returns; safe to run again with the same. */
    public Hearing take(SignedNotice signed) {
        return signed.signedBy(keys.hub())
                ? store.transaction(in -> take(in, signed))
                : new Hearing.Ignored("not signed by the hub for that terminal");
    }

    private Hearing take(Connection in, SignedNotice signed) throws SQLException {
        NoticeTable table = new NoticeTable(in);
        Optional<UUID> encounter = table.encounter(signed);
        if (encounter.isEmpty()) {
            return new Hearing.Ignored("no such report was filed here");
        }
        Instant now = clock.instant();
        boolean first = table.insert(signed, now);
        if (first) {
            Notice notice = signed.notice();
            String what = notice.report() + " " + notice.number() + " " + notice.progress();
            SqliteAudit.append(
                    in, new AuditEvent(now, TERMINAL, AuditEvent.Action.NOTICE_HEARD, encounter.get(), what));
        }
        return new Hearing.Kept(SignedAcknowledgement.sign(signed, keys.terminal()), first);
    }

    /** The last word of each of the last {@value NoticeTable#REPORTS_MAX} reports of which there is one. */
    public Map<UUID, Notice> latest() {
        return store.transaction(in -> new NoticeTable(in).latest());
    }

    /** Outcome of {@link #take}. */
    public sealed interface Hearing {
        /**
         * It is on disk, now or from before.
         *
         * @param acknowledgement tells the hub so
         * @param first whether it was not here before
         */
        record Kept(SignedAcknowledgement acknowledgement, boolean first) implements Hearing {}

        /** It is not this hub's or not for here; nothing changed, and the hub is told nothing. */
        record Ignored(String reason) implements Hearing {}
    }
}
