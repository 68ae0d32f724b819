@NullMarked
package org.waypost.kiosk.station;

import org.jspecify.annotations.NullMarked;
