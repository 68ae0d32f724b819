/** Tests of one package. */
@NullMarked
package org.waypost.hub.officer;

import org.jspecify.annotations.NullMarked;
