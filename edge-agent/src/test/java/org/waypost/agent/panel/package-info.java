/** What follows for the terminal itself from what its panel senses. */
@org.jspecify.annotations.NullMarked
package org.waypost.agent.panel;
