/** Tests of one package. */
@NullMarked
package org.waypost.hub.store;

import org.jspecify.annotations.NullMarked;
