package org.waypost.hub.page;

import java.time.InstantSource;
import java.time.ZoneId;
import org.waypost.hub.casebook.Casebook;
import org.waypost.hub.fleet.Fleet;

/**
 * What the pages work on.
 *
 * @param casebook the cases
 * @param fleet the terminals
 * @param clock for ages
 * @param zone where the desk is
 */
public record Desk(Casebook casebook, Fleet fleet, InstantSource clock, ZoneId zone) {}
