/**
 * Compares exactly two prints (invariant I1) within one session (invariant I23): the finger by which a person was
 * identified must be the finger that signs. Nothing is stored, nothing is searched. Wraps SourceAFIS.
 */
@NullMarked
package org.waypost.agent.finger;

import org.jspecify.annotations.NullMarked;
