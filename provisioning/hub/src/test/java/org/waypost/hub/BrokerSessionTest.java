package org.waypost.hub;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.hub.broker.BrokerLimits;
import org.waypost.hub.broker.EmbeddedBroker;
import org.waypost.hub.broker.Listener;
import org.waypost.servers.Mosquitto;

class BrokerSessionTest {
    @Nested
    class OfTheHubsOwn extends BrokerSessionContract {
        private final TestAuthority authority = new TestAuthority();
        private EmbeddedBroker broker;

        @BeforeAll
        void start(@TempDir Path directory) throws Exception {
            OperatorLog.quiet();
            Path own = directory.resolve("hub.p12");
            Path trust = directory.resolve("trust.p12");
            TestAuthority.write(authority.identity("hub"), own);
            TestAuthority.write(authority.trust(), trust);
            broker = EmbeddedBroker.start(
                    new Listener("127.0.0.1", 0, own, trust, TestAuthority.PASSWORD), BrokerLimits.DEFAULT);
        }

        @AfterAll
        void stop() {
            broker.close();
        }

        @Override
        int port() {
            return broker.port();
        }

        @Override
        TestAuthority authority() {
            return authority;
        }
    }

    @Nested
    class OfMosquitto extends BrokerSessionContract {
        private final TestAuthority authority = new TestAuthority();
        private Mosquitto broker;

        @BeforeAll
        void start(@TempDir Path directory) throws Exception {
            assumeTrue(Mosquitto.installed(), Mosquitto.NEEDED);
            authority.writePem(directory, "localhost");
            broker = new Mosquitto(directory);
        }

        @AfterAll
        void stop() {
            if (broker != null) {
                broker.close();
            }
        }

        @Override
        int port() {
            return broker.address().getPort();
        }

        @Override
        TestAuthority authority() {
            return authority;
        }
    }
}
