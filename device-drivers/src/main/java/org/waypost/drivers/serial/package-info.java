/**
 * A byte link to one device: over a serial port or in memory. jSerialComm stops here: it brings the native serial
 * access that the JDK lacks. Its listeners are not used, because they spin after an unplug.
 */
@NullMarked
package org.waypost.drivers.serial;

import org.jspecify.annotations.NullMarked;
