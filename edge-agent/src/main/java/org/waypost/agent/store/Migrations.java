package org.waypost.agent.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables up to date, once per start, by the numbered SQL files beside this class. */
final class Migrations {
    private Migrations() {}

    static void run(StoreFile file) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .loggers(QuietLog.Creator.class.getName())
                    .dataSource(file.source())
                    .locations("classpath:org/waypost/agent/store/migration")
                    .failOnMissingLocations(true)
                    .javaMigrationClassProvider(List::of)
                    .skipDefaultCallbacks(true)
                    .encoding(UTF_8)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw Failures.of(file.path(), cause);
            }
            throw new StoreFailure(
                    "the tables of " + file.path() + " cannot be brought up to date: install the version that wrote it,"
                            + " or a newer one",
                    e);
        }
    }
}
