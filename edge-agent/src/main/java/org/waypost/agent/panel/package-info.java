/**
 * What follows for the terminal itself from what its panel senses: that its housing was opened, and what the audit has
 * of the panel. A call for help is the counter's ({@code agent.encounter}). Nothing here drives an output.
 */
@NullMarked
package org.waypost.agent.panel;

import org.jspecify.annotations.NullMarked;
