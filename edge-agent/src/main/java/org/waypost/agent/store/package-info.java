/**
 * Opens the terminal's one SQLite file and brings its tables up to date. Wraps SQLite JDBC and Flyway: WAL with
 * synchronous=FULL, so that what was acknowledged survives a power cut.
 */
@NullMarked
package org.waypost.agent.store;

import org.jspecify.annotations.NullMarked;
