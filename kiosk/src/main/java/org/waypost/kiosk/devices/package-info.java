/**
 * The command of whoever puts devices up at a counter: what is plugged in, whether it answers, what to do if not, and
 * the same devices simulated on a wire. A technician has no right to the data of persons: what a device reads is
 * reduced to whether it was read and which checks held, before it is printed, and no option changes that.
 */
@NullMarked
package org.waypost.kiosk.devices;

import org.jspecify.annotations.NullMarked;
