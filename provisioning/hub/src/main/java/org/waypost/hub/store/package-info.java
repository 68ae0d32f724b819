/**
 * What is on disk: SQLite in write-ahead mode, or PostgreSQL; every commit synced. {@code java.sql}, Flyway and
 * HikariCP stop here.
 */
@NullMarked
package org.waypost.hub.store;

import org.jspecify.annotations.NullMarked;
