/** How a terminal takes what the hub issues in signed files: where it is laid, where it is kept, no step back. */
@NullMarked
package org.waypost.agent.issue;

import org.jspecify.annotations.NullMarked;
