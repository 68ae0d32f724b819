package org.waypost.hub.intake;

import java.time.Duration;
import java.util.List;

/**
 * Messages that were written and have yet to leave. Several hubs may share one.
 *
 * @param <M> the kind of message
 */
public interface Outgoing<M> {
    /**
     * Those that are due longest. They are the caller's alone for that long; what is neither sent nor postponed by then
     * is due again, for whoever asks.
     */
    List<M> claim(int most, Duration lease);

    /** Marks messages as handed to the broker. */
    void sent(List<M> messages);

    /** Puts those that could not leave behind the others, due again after that long. */
    void postpone(List<M> messages, Duration pause);
}
