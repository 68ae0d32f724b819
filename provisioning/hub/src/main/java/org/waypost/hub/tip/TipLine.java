package org.waypost.hub.tip;

import java.time.Instant;

/**
 * A thread as the list shows it: nothing of what was told.
 *
 * @param handle names it
 * @param hour of its latest tip
 * @param tips how many
 * @param waits whether one of them has no answer yet
 */
public record TipLine(String handle, Instant hour, int tips, boolean waits) {}
