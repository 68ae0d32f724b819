package org.waypost.hub.fleet;

import java.time.Instant;
import java.util.List;
import org.waypost.contract.Health;

/** Keeps the last health of each terminal, none before it. Safe for use by several threads. */
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

    /**
     * One health.
     *
     * @param at by the hub's clock
     */
    record Heard(Health health, Instant at) {}
}
