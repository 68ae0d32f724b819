package org.waypost.kiosk.station;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.waypost.contract.FollowUpCode;
import org.waypost.contract.TipThread;
import org.waypost.kiosk.page.Language;

/**
 * What a station remembers of whoever stands before it: in memory, until they leave or are still for a minute. Safe for
 * use by several threads.
 */
final class StationSeat {
    /** Still for so long, and all is wiped; the page warns 20 s before. */
    static final Duration IDLE = Duration.ofSeconds(60);

    private final InstantSource clock;
    private Language language = Language.CHINESE;
    private Optional<FollowUpCode> given = Optional.empty();
    private Optional<TipThread> thread = Optional.empty();
    private boolean added;
    private Instant last = Instant.MIN;

    StationSeat(InstantSource clock) {
        this.clock = clock;
    }

    /** Somebody is there. */
    synchronized void touch() {
        tick();
        last = clock.instant();
    }

    /** Wipes what nobody came back to. */
    synchronized void tick() {
        Instant now = clock.instant();
        if (!last.equals(Instant.MIN) && (now.isBefore(last) || !now.isBefore(last.plus(IDLE)))) {
            wipe();
        }
    }

    synchronized void wipe() {
        language = Language.CHINESE;
        given = Optional.empty();
        thread = Optional.empty();
        added = false;
        last = Instant.MIN;
    }

    synchronized Language language() {
        return language;
    }

    synchronized void reads(Language one) {
        language = one;
    }

    /** The code to be carried away. */
    synchronized Optional<FollowUpCode> given() {
        return given;
    }

    synchronized void gives(FollowUpCode code) {
        given = Optional.of(code);
    }

    /** The conversation that was opened with its code. */
    synchronized Optional<TipThread> thread() {
        return thread;
    }

    synchronized void opens(TipThread one) {
        thread = Optional.of(one);
        added = false;
    }

    /** Whether something was added to it. */
    synchronized boolean added() {
        return added;
    }

    synchronized void adds() {
        added = true;
    }
}
