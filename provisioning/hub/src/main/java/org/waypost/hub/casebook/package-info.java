/** What officers see and decide about cases; every look and every decision is recorded. */
@NullMarked
package org.waypost.hub.casebook;

import org.jspecify.annotations.NullMarked;
