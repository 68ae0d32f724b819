package org.waypost.hub.fleet;

import java.util.Map;
import java.util.Optional;
import org.waypost.contract.TerminalId;

/**
 * What did not go as it should with one terminal.
 *
 * @param terminal empty for what came from nowhere that is known
 * @param enrolled whether the hub has its key now
 * @param refused what this hub did not take since it started, and how often
 * @param numbering what is wrong with its numbers, if anything is
 */
public record Irregular(
        Optional<TerminalId> terminal, boolean enrolled, Map<Refusal, Long> refused, Optional<Numbering> numbering) {}
