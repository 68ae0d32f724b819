/**
 * What differs from terminal to terminal: one typed record, read once at start from one properties file. An unknown,
 * missing or malformed key refuses the start. No secret is in it, only where secrets are.
 */
@NullMarked
package org.waypost.agent.settings;

import org.jspecify.annotations.NullMarked;
