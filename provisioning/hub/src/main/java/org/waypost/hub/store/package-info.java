/** What is on disk: SQLite in write-ahead mode, every commit synced. {@code java.sql} stops here. */
@NullMarked
package org.waypost.hub.store;

import org.jspecify.annotations.NullMarked;
