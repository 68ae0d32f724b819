/** What who looks after a terminal may see: how it is doing, without a name, a number or a word of any case. */
@NullMarked
package org.waypost.kiosk.technician;

import org.jspecify.annotations.NullMarked;
