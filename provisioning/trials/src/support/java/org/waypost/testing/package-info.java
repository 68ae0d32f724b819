/** Test support that every module compiles into its own tests, so that no module depends on another for it. */
@NullMarked
package org.waypost.testing;

import org.jspecify.annotations.NullMarked;
