/**
 * Resident ID card readers that speak SAM_V, and the {@link org.waypost.drivers.idcard.Document} they deliver. Fields a
 * terminal has no use for (ethnicity, address, issuing place) are overwritten in the receive buffer before anything is
 * decoded; no type here has a component for them.
 */
@NullMarked
package org.waypost.drivers.idcard;

import org.jspecify.annotations.NullMarked;
