/**
 * The terminal's own copy of the hub's list: verified, applied as a whole, expired by itself, asked offline with the
 * keyed hash of one presented document. It can neither be edited nor listed here, and no question put to it is kept
 * (invariants I8, I9). Nothing matches on names.
 */
@NullMarked
package org.waypost.agent.watchlist;

import org.jspecify.annotations.NullMarked;
