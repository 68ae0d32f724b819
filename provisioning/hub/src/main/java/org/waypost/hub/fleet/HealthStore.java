package org.waypost.hub.fleet;

import java.time.Instant;
import java.util.List;
import org.waypost.contract.Health;

/**
 * Keeps the last health of each terminal, none before it, and knows how their messages are numbered. Safe for use by
 * several threads.
 */
public interface HealthStore {
    /**
     * Keeps each in place of the one before, unless that one is of a later hour; all of it or nothing.
     *
     * @param batch one or more
     * @return whether each was kept, in the order of the batch
     */
    List<Boolean> keep(List<Heard> batch);

    /** The last of each terminal. */
    List<Heard> all();

    /** Of each terminal whose messages are not numbered as they should be. */
    List<Numbering> numbering();

    /**
     * One health.
     *
     * @param at by the hub's clock
     */
    record Heard(Health health, Instant at) {}
}
