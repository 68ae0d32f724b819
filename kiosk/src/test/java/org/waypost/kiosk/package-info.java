/** A terminal as it is installed, driven over HTTP as a browser drives it. */
@NullMarked
package org.waypost.kiosk;

import org.jspecify.annotations.NullMarked;
