/**
 * What can be said of a document itself, check by check: one {@link org.waypost.agent.evidence.Evidence} of card,
 * machine readable zone and chip, each check passed, failed, not done or not supported. There is no total: a person
 * reads the list and decides.
 */
@NullMarked
package org.waypost.agent.evidence;

import org.jspecify.annotations.NullMarked;
