/**
 * The marriage case: two parties, each verified and each spoken to alone, until a named person decides (invariants I5,
 * I6, I7, I11, I12). The case itself is a value that answers every command with the next case or a reason;
 * {@link org.waypost.agent.encounter.MarriageCounter} is the one place with state.
 */
@NullMarked
package org.waypost.agent.encounter;

import org.jspecify.annotations.NullMarked;
