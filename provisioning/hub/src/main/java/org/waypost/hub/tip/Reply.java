package org.waypost.hub.tip;

import org.waypost.contract.DeskWord;
import org.waypost.contract.TerminalId;

/**
 * Something for one station.
 *
 * @param station who hears it
 */
public record Reply(TerminalId station, DeskWord word) {}
