package org.waypost.hub.intake;

/** A message as it came: nothing of it is known to be true. */
public interface Incoming {
    /** The topic it came on. */
    String topic();

    /** What it holds. */
    byte[] payload();
}
