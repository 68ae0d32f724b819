/**
 * The panel of a terminal: three public lamps, the gate relay, the help button, the tamper loop, the presence sensor
 * and the kick of an external watchdog. What people can see ({@link org.waypost.drivers.panel.PublicSignals}) and what
 * the terminal senses ({@link org.waypost.drivers.panel.PanelWatch}) do not know each other: a call for help changes
 * nothing that somebody could see. Pi4J stops here: it reaches the lines of a chip by name on every Raspberry Pi.
 * Depends on {@code drivers.device} otherwise.
 */
@NullMarked
package org.waypost.drivers.panel;

import org.jspecify.annotations.NullMarked;
