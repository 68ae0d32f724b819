/**
 * The page of a public station: anybody tells something, carries a code away, and reads the desk's answer with it. What
 * is known of who stands there is the language they picked and what they type, in memory, for a minute (I15, I22).
 */
@NullMarked
package org.waypost.kiosk.station;

import org.jspecify.annotations.NullMarked;
