package org.waypost.hub.store;

import java.nio.file.Path;

/** Where the store is. */
public sealed interface StoreAddress {
    /**
     * SQLite, for one hub.
     *
     * @param path directory owned by the hub alone
     */
    record Directory(Path path) implements StoreAddress {}

    /**
     * PostgreSQL, for one hub or several.
     *
     * @param url {@code jdbc:postgresql:}, without user and password
     * @param passwordFile one line, readable by its owner alone
     */
    record Server(String url, String user, Path passwordFile) implements StoreAddress {}
}
