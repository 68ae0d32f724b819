package org.waypost.hub.fleet;

import org.waypost.contract.TerminalId;

/**
 * What is wrong with the numbers of one terminal's messages. Each terminal counts its own from 1, or after the loss of
 * its file from the seconds since 1970; so another message under a number that is taken tells of a copied terminal, and
 * numbers that are missing tell of what is on its way, was refused or was lost with the file.
 *
 * @param conflicts how often something else came under an id or number that was taken, as far as the audit goes
 * @param gaps stretches of numbers of which nothing was stored
 * @param missing numbers in these stretches
 * @param firstMissing the lowest of them; 0 if there is none
 */
public record Numbering(TerminalId terminal, long conflicts, long gaps, long missing, long firstMissing) {}
