/** Tests of one package. */
@NullMarked
package org.waypost.hub.listing;

import org.jspecify.annotations.NullMarked;
