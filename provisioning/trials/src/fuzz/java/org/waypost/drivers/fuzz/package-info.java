/** What fuzz targets share: an input read as a script, a link and a time that follow it, and the word for a finding. */
@NullMarked
package org.waypost.drivers.fuzz;

import org.jspecify.annotations.NullMarked;
