package org.waypost.kiosk.technician;

import org.waypost.kiosk.page.Words;

/**
 * What the page of a simulated panel shows.
 *
 * @param office name of the registry
 * @param words in which language
 * @param outputs lines of {@link SimulatedBoardScreen#lines}
 */
public record SimulatedBoardPage(String office, Words words, String outputs) {}
