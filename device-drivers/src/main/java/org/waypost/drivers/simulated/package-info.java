/**
 * Devices that are not there: simulators as strict as the device on the wire, driven by the same drivers that the
 * product uses, with knobs for every fault the vendor papers name. They are drivers of equal rank, chosen by
 * configuration, for demonstration terminals as well as for tests. All persons in here are invented.
 */
@NullMarked
package org.waypost.drivers.simulated;

import org.jspecify.annotations.NullMarked;
