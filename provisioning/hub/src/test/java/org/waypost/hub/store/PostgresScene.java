package org.waypost.hub.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.waypost.servers.PostgresServer;

/** A PostgreSQL server with one database, emptied for each store. */
abstract class PostgresScene {
    private static final String DATABASE = "hub";

    // as the hub has it: a connection that a server ended is told by whoever needed it
    private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari");

    private static @Nullable PostgresServer server;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(PostgresServer.installed(), "needs PostgreSQL 15: apt-get install postgresql");
        POOL.setLevel(Level.SEVERE);
        server = new PostgresServer();
        server().create(DATABASE);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    static PostgresServer server() {
        return Objects.requireNonNull(server);
    }

    /** An empty database: the same one with a new schema, which is sooner there than a new one. */
    static StoreAddress.Server fresh() throws Exception {
        server().execute(DATABASE, "drop schema public cascade");
        server().execute(DATABASE, "create schema public");
        return address(DATABASE);
    }

    static StoreAddress.Server address(String database) {
        return new StoreAddress.Server(server().url(database), server().user(), server().passwordFile());
    }
}
