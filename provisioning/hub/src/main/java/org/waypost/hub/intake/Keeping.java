package org.waypost.hub.intake;

import org.waypost.hub.fleet.Fleet;

/**
 * Where what is taken in is kept.
 *
 * @param cases reports, still sealed
 * @param fleet how the terminals are
 * @param notices what the terminals are told, until they have it
 */
public record Keeping(CaseStore cases, Fleet fleet, NoticeOutbox notices) {}
