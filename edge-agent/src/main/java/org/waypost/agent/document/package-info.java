/**
 * What a party identifies by, whatever it is: a resident ID card or a passport, with the same facts for case, list and
 * comparison. Nothing here reads nationality.
 */
@NullMarked
package org.waypost.agent.document;

import org.jspecify.annotations.NullMarked;
