/** Servers that trials start for themselves; compiled into the tests of a module that needs one as well. */
@NullMarked
package org.waypost.servers;

import org.jspecify.annotations.NullMarked;
