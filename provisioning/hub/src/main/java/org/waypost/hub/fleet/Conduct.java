package org.waypost.hub.fleet;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.waypost.contract.TerminalId;

/**
 * Which terminals send what is not theirs: a wrong signature, no message at all, another report under a number that is
 * taken. One fault is forgiven each {@link #FORGIVEN_EVERY}. From {@value #SLOWED_AT} on, one message a second is read;
 * at {@value #QUARANTINED_AT} none for {@link #QUARANTINE}, and one a second after it. What is not read gets no
 * receipt, so that an honest terminal sends it again. In memory, for this hub alone: a restart forgets it. Safe for use
 * by several threads.
 */
public final class Conduct {
    /** More faults than an honest terminal with a broken line makes in a quarter of an hour. */
    public static final int SLOWED_AT = 10;

    /** After at least forty seconds of going on while slowed. */
    public static final int QUARANTINED_AT = 50;

    /** How long nothing is read. */
    public static final Duration QUARANTINE = Duration.ofMinutes(15);

    static final Duration FORGIVEN_EVERY = Duration.ofMinutes(1);
    static final Duration READ_EVERY = Duration.ofSeconds(1);

    /** Terminals remembered; of more, the one that was met longest ago is forgotten. */
    static final int REMEMBERED_MAX = 1_000;

    private static final System.Logger LOG = System.getLogger(Conduct.class.getName());

    private final InstantSource clock;
    private final Map<TerminalId, Past> pasts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TerminalId, Past> eldest) {
            return size() > REMEMBERED_MAX;
        }
    };

    /** Nobody did anything yet. */
    public Conduct(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether its next message is to be read. */
    public synchronized boolean admits(TerminalId terminal) {
        Past past = pasts.get(terminal);
        if (past == null) {
            return true;
        }
        Instant now = clock.instant();
        Past today = past.forgiven(now);
        if (today.faults == 0) {
            pasts.remove(terminal);
            return true;
        }
        boolean read = today.admits(now);
        pasts.put(terminal, read ? today.read(now) : today);
        return read;
    }

    /** It sent what is not its own. */
    public synchronized void fault(TerminalId terminal) {
        Instant now = clock.instant();
        Past past = pasts.getOrDefault(terminal, Past.NONE).forgiven(now).faulty(now);
        pasts.put(terminal, past);
        if (past.faults == SLOWED_AT) {
            LOG.log(Level.WARNING, "terminal {0} sends what is not its own: one message a second is read", terminal);
        }
        if (past.faults == QUARANTINED_AT) {
            LOG.log(
                    Level.WARNING,
                    "terminal {0} goes on: nothing of it is read for {1} minutes, look at it",
                    terminal,
                    QUARANTINE.toMinutes());
        }
    }

    /** How it is treated now. */
    public synchronized Treatment treatment(TerminalId terminal) {
        Instant now = clock.instant();
        Past past = pasts.getOrDefault(terminal, Past.NONE).forgiven(now);
        if (now.isBefore(past.closedUntil)) {
            return Treatment.QUARANTINED;
        }
        return past.faults >= SLOWED_AT ? Treatment.SLOWED : Treatment.READ;
    }

    /** How a terminal is treated. */
    public enum Treatment {
        READ,
        SLOWED,
        QUARANTINED
    }

    /**
     * What is remembered of one.
     *
     * @param since the last fault, or the last one that was forgiven
     */
    private record Past(int faults, Instant since, Instant lastRead, Instant closedUntil) {
        static final Past NONE = new Past(0, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

        Past forgiven(Instant now) {
            if (now.isBefore(closedUntil) || faults == 0) {
                return this;
            }
            // who comes out of quarantine is slowed first
            int most = closedUntil.isAfter(since) ? SLOWED_AT : faults;
            Instant from = closedUntil.isAfter(since) ? closedUntil : since;
            long minutes = Math.max(0, Duration.between(from, now).dividedBy(FORGIVEN_EVERY));
            Instant forgivenAt = from.plus(FORGIVEN_EVERY.multipliedBy(minutes));
            return new Past((int) Math.max(0, most - minutes), forgivenAt, lastRead, Instant.EPOCH);
        }

        Past faulty(Instant now) {
            int more = faults + 1;
            Instant closed = more == QUARANTINED_AT ? now.plus(QUARANTINE) : closedUntil;
            return new Past(more, faults == 0 ? now : since, lastRead, closed);
        }

        boolean admits(Instant now) {
            return !now.isBefore(closedUntil) && (faults < SLOWED_AT || !now.isBefore(lastRead.plus(READ_EVERY)));
        }

        Past read(Instant now) {
            return new Past(faults, since, now, closedUntil);
        }
    }
}
