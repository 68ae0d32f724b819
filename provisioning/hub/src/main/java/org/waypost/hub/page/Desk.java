package org.waypost.hub.page;

import java.time.InstantSource;
import java.time.ZoneId;
import org.waypost.hub.casebook.Casebook;

/**
 * What the pages work on.
 *
 * @param casebook the cases
 * @param clock for ages
 * @param zone where the desk is
 */
public record Desk(Casebook casebook, InstantSource clock, ZoneId zone) {}
