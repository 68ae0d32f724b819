/** The hub as a whole: a real broker, real certificates, a real store. */
@NullMarked
package org.waypost.hub;

import org.jspecify.annotations.NullMarked;
