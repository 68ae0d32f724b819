/**
 * Whole-system proofs and measurements: real processes, real files, real loopback. Not shipped. A figure is printed by
 * a command and never asserted inside a unit test.
 */
@NullMarked
package org.waypost.trials;

import org.jspecify.annotations.NullMarked;
