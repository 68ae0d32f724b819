/**
 * Puts a terminal together: drivers, agent, screens. The only place that reads the system's clock, opens the port and
 * decides which driver stands behind which interface.
 */
@NullMarked
package org.waypost.kiosk;

import org.jspecify.annotations.NullMarked;
