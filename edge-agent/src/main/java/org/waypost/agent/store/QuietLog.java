package org.waypost.agent.store;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.jspecify.annotations.Nullable;

/** Flyway's messages as an operator wants them: a normal start says nothing. */
final class QuietLog implements Log {
    private static final System.Logger LOG = System.getLogger(Migrations.class.getName());

    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {
        LOG.log(DEBUG, message);
    }

    @Override
    public void notice(String message) {}

    @Override
    public void warn(String message) {
        LOG.log(WARNING, message);
    }

    /** What failed is thrown as well and told once, by whoever catches it. */
    @Override
    public void error(String message) {
        LOG.log(DEBUG, message);
    }

    @Override
    public void error(String message, @Nullable Exception cause) {
        LOG.log(DEBUG, message);
    }

    /** Flyway makes this by its name. */
    public static final class Creator implements LogCreator {
        @Override
        public Log createLogger(Class<?> owner) {
            return new QuietLog();
        }
    }
}
