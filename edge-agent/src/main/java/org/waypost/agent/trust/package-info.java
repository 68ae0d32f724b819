/**
 * The terminal's own copy of the hub's trust store, the country signers whose passports it can check: verified, taken
 * as a whole, never older than one before. Without one, a passport's issuer is not checked, which is no answer.
 */
@NullMarked
package org.waypost.agent.trust;

import org.jspecify.annotations.NullMarked;
