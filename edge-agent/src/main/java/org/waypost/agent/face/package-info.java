/**
 * Compares exactly two portraits (invariant I1). No model is installed yet, so the one implementation gives no answer;
 * the library that will be wrapped here is named by the package when it comes.
 */
@NullMarked
package org.waypost.agent.face;

import org.jspecify.annotations.NullMarked;
