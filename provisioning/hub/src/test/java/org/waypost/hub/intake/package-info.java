@NullMarked
package org.waypost.hub.intake;

import org.jspecify.annotations.NullMarked;
