package org.waypost.agent.encounter;

import java.util.UUID;
import org.waypost.agent.verification.Route;

/**
 * For whom a document is verified, and how: verifying takes seconds, and the case goes on meanwhile.
 *
 * @param encounter the case
 * @param party whose card is awaited
 * @param route the way the party may take
 */
record Sitting(UUID encounter, Party party, Route route) {}
