package org.waypost.kiosk.technician;

import org.waypost.kiosk.page.Words;

/**
 * What the page of simulated readers of passports shows.
 *
 * @param office name of the registry
 * @param words in which language
 * @param last what was laid down last
 */
public record SimulatedPassportPage(String office, Words words, SimulatedPassport last) {}
