package org.waypost.drivers.panel;

import java.time.Duration;
import org.waypost.drivers.device.Reading;

/** What a terminal senses of its surroundings. Nothing that people can see changes by it. */
public interface PanelWatch {

    /**
     * Takes the next event; who takes it has acknowledged it. Events wait, also while the board is lost, up to
     * {@link #MOST_WAITING}; then the oldest of presence or noise gives way, or else the newest.
     *
     * @param patience how long to wait for one
     * @return the event; nobody, also when the panel was closed meanwhile; or the fault, after all that was sensed
     *     before it
     */
    Reading<PanelEvent> next(Duration patience);

    /**
     * Takes back the tamper latch, which closing the loop again does not.
     *
     * @return {@code INTACT}, or {@code OPEN} if the loop is still open: the latch then stays
     */
    Reading<Tamper> reset(TamperReset by);

    /** Events that wait to be taken. */
    int MOST_WAITING = 64;

    /** The loop after somebody wished to reset its latch. */
    enum Tamper {
        INTACT,
        OPEN
    }
}
