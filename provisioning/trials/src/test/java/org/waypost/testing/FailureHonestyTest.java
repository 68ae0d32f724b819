package org.waypost.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The guard guards itself: what it must catch fails, what was declared passes. */
class FailureHonestyTest {

    @ParameterizedTest
    @CsvSource({
        "logsAnUndeclaredException, 1",
        "logsAnError, 1",
        "declaresWhatIsNeverLogged, 1",
        "leavesAThreadRunning, 1",
        "logsWhatItDeclared, 0",
        "isQuiet, 0"
    })
    void failsATestThatHidesAFailure(String method, int failures) {
        Logger root = Logger.getLogger("");
        // the guard of this very test must not see what its samples log on purpose
        List<Handler> outer = List.of(root.getHandlers());
        outer.forEach(root::removeHandler);
        try {
            EngineTestKit.engine("junit-jupiter")
                    .selectors(selectMethod(Samples.class, method))
                    .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                    .execute()
                    .testEvents()
                    .assertStatistics(events -> events.started(1).failed(failures));
        } finally {
            outer.forEach(root::addHandler);
            Samples.STOP.release(1);
        }
    }

    /** Not run by itself: its name matches no pattern of the build. */
    static class Samples {
        private static final System.Logger LOG = System.getLogger(Samples.class.getName());
        static final Semaphore STOP = new Semaphore(0);

        @Test
        void logsAnUndeclaredException() {
            LOG.log(Level.WARNING, "swallowed", new IOException("on purpose"));
        }

        @Test
        void logsAnError() {
            LOG.log(Level.ERROR, "an error without an exception");
        }

        @Test
        @ExpectFailure(IOException.class)
        void declaresWhatIsNeverLogged() {}

        @Test
        void leavesAThreadRunning() {
            STOP.drainPermits();
            Thread.ofPlatform().daemon().name("waypost-left").start(STOP::acquireUninterruptibly);
        }

        @Test
        @ExpectFailure(IOException.class)
        void logsWhatItDeclared() {
            LOG.log(Level.WARNING, "expected", new IOException("on purpose"));
        }

        @Test
        void isQuiet() {
            LOG.log(Level.INFO, "nothing happened");
        }
    }
}
