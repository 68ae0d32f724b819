@NullMarked
package org.waypost.hub.trust;

import org.jspecify.annotations.NullMarked;
