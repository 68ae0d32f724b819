/**
 * Fingerprint modules that speak the EF 01 packet (ZFM, R30x, R503, AS608), used as cameras for one finger: the image
 * goes to the host, is judged there, and stays in memory of one session. Nothing is kept in the module; of its commands
 * only those that a picture needs exist here. Depends on {@code drivers.device} and {@code drivers.serial} only.
 */
@NullMarked
package org.waypost.drivers.fingerprint;

import org.jspecify.annotations.NullMarked;
