package org.waypost.hub.page;

import java.time.InstantSource;
import java.time.ZoneId;
import org.waypost.hub.casebook.Casebook;
import org.waypost.hub.fleet.Fleet;
import org.waypost.hub.officer.Officers;
import org.waypost.hub.tip.TipDesk;

/**
 * What the pages work on.
 *
 * @param casebook the cases
 * @param tips what people told at public stations
 * @param fleet the terminals
 * @param officers who may ask for what
 * @param clock for ages
 * @param zone where the desk is
 */
public record Desk(Casebook casebook, TipDesk tips, Fleet fleet, Officers officers, InstantSource clock, ZoneId zone) {}
