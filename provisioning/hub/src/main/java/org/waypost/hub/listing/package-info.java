/** The one way to make a list: a reviewed draft in, a signed issue out. */
@NullMarked
package org.waypost.hub.listing;

import org.jspecify.annotations.NullMarked;
