package org.waypost.kiosk.technician;

import org.waypost.kiosk.page.Words;

/**
 * What the page of a simulated fingerprint module shows.
 *
 * @param office name of the registry
 * @param words in which language
 * @param last what was done last
 */
public record SimulatedFingerPage(String office, Words words, SimulatedTouch last) {}
