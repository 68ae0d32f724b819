@NullMarked
package org.waypost.agent.report;

import org.jspecify.annotations.NullMarked;
