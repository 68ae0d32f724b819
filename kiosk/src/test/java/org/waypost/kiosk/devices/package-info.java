@NullMarked
package org.waypost.kiosk.devices;

import org.jspecify.annotations.NullMarked;
