/** The append-only, hash-chained account of what was done at a terminal, in the transaction of what it records. */
@NullMarked
package org.waypost.agent.audit;

import org.jspecify.annotations.NullMarked;
