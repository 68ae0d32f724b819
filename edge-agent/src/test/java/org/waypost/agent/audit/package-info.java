@NullMarked
package org.waypost.agent.audit;

import org.jspecify.annotations.NullMarked;
