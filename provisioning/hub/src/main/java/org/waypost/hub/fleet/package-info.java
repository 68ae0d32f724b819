/** How the enrolled terminals are: what each said of its devices and its list, and which of them is silent. */
@NullMarked
package org.waypost.hub.fleet;

import org.jspecify.annotations.NullMarked;
