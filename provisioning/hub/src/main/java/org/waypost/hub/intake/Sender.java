package org.waypost.hub.intake;

import java.util.List;

/**
 * Carries messages to terminals.
 *
 * @param <M> the kind of message
 */
@FunctionalInterface
public interface Sender<M> {
    /** Those that the broker took; the others are tried again later. Blocks for some seconds at most, never throws. */
    List<M> send(List<M> messages);
}
