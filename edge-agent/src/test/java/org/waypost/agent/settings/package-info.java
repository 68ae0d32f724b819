@NullMarked
package org.waypost.agent.settings;

import org.jspecify.annotations.NullMarked;
