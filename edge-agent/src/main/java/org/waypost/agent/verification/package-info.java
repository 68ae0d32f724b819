/**
 * Is this person the holder of this document: one document and one living person in, one
 * {@link org.waypost.agent.verification.Verification} out. What an officer finds by eye is a record of its own and
 * never becomes a result of the machine.
 */
@NullMarked
package org.waypost.agent.verification;

import org.jspecify.annotations.NullMarked;
