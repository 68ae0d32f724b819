package org.waypost.hub.fleet;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.contract.TerminalId;
import org.waypost.hub.fleet.Quarantines.Cause;
import org.waypost.hub.fleet.Quarantines.Quarantine;

/**
 * Which terminals send what is not theirs (a wrong signature, no message at all, another report under a number that is
 * taken), or more than an honest one has. Of a slowed one, one message a second is read. One in quarantine is read as
 * slowly, and only what concerns danger or a child is taken: quarantine must not silence a person. It stands until an
 * officer ends it. What is not taken gets no receipt, so that an honest terminal keeps it and sends it again. Counted
 * in memory for this hub alone; quarantines are those of the store. Safe for use by several threads.
 */
public final class Conduct {
    /** More faults than an honest terminal with a broken line makes; one a minute is forgiven. */
    public static final int SLOWED_AT = 10;

    /** After at least forty seconds of going on while slowed. */
    public static final int QUARANTINED_AT = 50;

    /** Messages within {@link #SPAN}; 10,000 reports of three days without a line are honest. */
    public static final int FLOOD_SLOWED_AT = 15_000;

    /** Messages within {@link #SPAN}, those that were not read among them. */
    public static final int FLOOD_QUARANTINED_AT = 30_000;

    /** Over which messages are counted, from the first one on. */
    public static final Duration SPAN = Traffic.SPAN;

    static final Duration READ_EVERY = Duration.ofSeconds(1);

    /** How soon a quarantine that another hub began or ended is known here. */
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(Conduct.class.getName());

    private final InstantSource clock;
    private final Quarantines store;
    private final Faults faults = new Faults();
    private final Traffic traffic = new Traffic();
    private final Remembered<Instant> lastReads = new Remembered<>(Faults.REMEMBERED_MAX);
    private final Map<TerminalId, Quarantine> begun = new LinkedHashMap<>();
    private Map<TerminalId, Quarantine> standing = Map.of();
    private Instant known = Instant.EPOCH;

    /** Nobody did anything yet; quarantines are those of the store, from the first {@link #settle} on. */
    public Conduct(InstantSource clock, Quarantines store) {
        this.clock = clock;
        this.store = store;
    }

    /** It sent a message, whatever it is. */
    public synchronized void came(TerminalId terminal) {
        int messages = traffic.count(terminal, clock.instant());
        if (messages == FLOOD_SLOWED_AT) {
            LOG.log(Level.WARNING, "terminal {0} floods: one message a second is read", terminal);
        }
        if (messages >= FLOOD_QUARANTINED_AT) {
            quarantine(terminal, Cause.FLOOD);
        }
    }

    /** It sent what is not its own. */
    public synchronized void fault(TerminalId terminal) {
        int count = faults.count(terminal, clock.instant());
        if (count == SLOWED_AT) {
            LOG.log(Level.WARNING, "terminal {0} sends what is not its own: one message a second is read", terminal);
        }
        if (count >= QUARANTINED_AT) {
            quarantine(terminal, Cause.FAULTS);
        }
    }

    private void quarantine(TerminalId terminal, Cause cause) {
        if (quarantine(terminal).isPresent()) {
            return;
        }
        begun.put(terminal, new Quarantine(terminal, clock.instant().truncatedTo(MILLIS), cause));
        LOG.log(
                Level.WARNING,
                "terminal {0} is in quarantine ({1}): look at it, then release it at the desk (page of terminals)",
                terminal,
                cause);
    }

    /** The quarantine in which it is. */
    public synchronized Optional<Quarantine> quarantine(TerminalId terminal) {
        return Optional.ofNullable(begun.getOrDefault(terminal, standing.get(terminal)));
    }

    /** Whether its next message is to be read; true counts as having read it. */
    public synchronized boolean admits(TerminalId terminal) {
        boolean read = isItsTurn(terminal);
        if (read && treatment(terminal) != Treatment.READ) {
            lastReads.put(terminal, clock.instant());
        }
        return read;
    }

    /** Whether its next message would be read now. */
    public synchronized boolean isItsTurn(TerminalId terminal) {
        if (treatment(terminal) == Treatment.READ) {
            return true;
        }
        Duration since = Duration.between(lastReads.getOrDefault(terminal, Instant.EPOCH), clock.instant());
        return since.abs().compareTo(READ_EVERY) >= 0;
    }

    /** How it is treated now. */
    public synchronized Treatment treatment(TerminalId terminal) {
        Instant now = clock.instant();
        if (quarantine(terminal).isPresent()) {
            return Treatment.QUARANTINED;
        }
        boolean slowed = faults.of(terminal, now) >= SLOWED_AT || traffic.of(terminal, now) >= FLOOD_SLOWED_AT;
        return slowed ? Treatment.SLOWED : Treatment.READ;
    }

    /** Writes what began here to the store, and learns what other hubs began and ended. */
    public void settle() {
        List<Quarantine> toWrite = unwritten();
        if (!toWrite.isEmpty()) {
            store.begin(toWrite);
        }
        Instant now = clock.instant();
        if (!toWrite.isEmpty() || isOld(now)) {
            learn(store.all(), toWrite, now);
        }
    }

    private synchronized List<Quarantine> unwritten() {
        return List.copyOf(begun.values());
    }

    private synchronized boolean isOld(Instant now) {
        return Duration.between(known, now).abs().compareTo(KNOWN_WITHIN) >= 0;
    }

    private synchronized void learn(List<Quarantine> all, List<Quarantine> written, Instant now) {
        Map<TerminalId, Quarantine> current = new LinkedHashMap<>();
        all.forEach(one -> current.put(one.terminal(), one));
        standing.keySet().stream()
                .filter(terminal -> !current.containsKey(terminal))
                .forEach(this::forget);
        written.forEach(one -> begun.remove(one.terminal()));
        standing = Map.copyOf(current);
        known = now;
    }

    /** It is read like any other from now on; what it did before does not count. */
    synchronized void released(TerminalId terminal) {
        begun.remove(terminal);
        Map<TerminalId, Quarantine> others = new LinkedHashMap<>(standing);
        others.remove(terminal);
        standing = Map.copyOf(others);
        forget(terminal);
    }

    private void forget(TerminalId terminal) {
        faults.forget(terminal);
        traffic.forget(terminal);
        lastReads.remove(terminal);
    }

    /** How a terminal is treated. */
    public enum Treatment {
        READ,
        SLOWED,
        QUARANTINED
    }
}
