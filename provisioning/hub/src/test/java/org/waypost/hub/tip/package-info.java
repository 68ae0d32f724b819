@NullMarked
package org.waypost.hub.tip;

import org.jspecify.annotations.NullMarked;
