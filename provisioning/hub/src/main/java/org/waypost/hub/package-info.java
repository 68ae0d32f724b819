/** The central side: takes in reports, shows them to officers, issues lists. Helidon SE serves the pages. */
@NullMarked
package org.waypost.hub;

import org.jspecify.annotations.NullMarked;
