package org.waypost.hub.tip;

/** Carries what the hub says to stations. */
@FunctionalInterface
public interface ReplySender {
    /** Sends it, or does not: the station asks again. Blocks for some seconds at most, never throws. */
    void say(Reply reply);
}
