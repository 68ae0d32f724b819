/**
 * What every driver answers with: a {@link org.waypost.drivers.device.Reading}, never an exception for what a device or
 * a presented document may do. Depends on the JDK only.
 */
@NullMarked
package org.waypost.drivers.device;

import org.jspecify.annotations.NullMarked;
