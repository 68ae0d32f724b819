@NullMarked
package org.waypost.agent.store;

import org.jspecify.annotations.NullMarked;
