/** Tests of one package. */
@NullMarked
package org.waypost.hub.page;

import org.jspecify.annotations.NullMarked;
