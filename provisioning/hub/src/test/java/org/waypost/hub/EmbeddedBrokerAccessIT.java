package org.waypost.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.TerminalId;
import org.waypost.hub.broker.BrokerLimits;
import org.waypost.hub.broker.EmbeddedBroker;
import org.waypost.hub.broker.Listener;

class EmbeddedBrokerAccessIT extends BrokerAccessContract {
    private final TestAuthority authority = new TestAuthority();
    private EmbeddedBroker broker;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, GeneralSecurityException {
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
    AccessPolicy policy() {
        return new AccessPolicy(EmbeddedBrokerAccessIT::isTerminal);
    }

    private static boolean isTerminal(String name) {
        try {
            return new TerminalId(name).value().equals(name);
        } catch (IllegalArgumentException notAName) {
            return false;
        }
    }

    @Override
    int port() {
        return broker.port();
    }

    @Override
    TestAuthority authority() {
        return authority;
    }

    @Override
    boolean refusesSubscriptions() {
        return true;
    }

    /** Knowing it helps nobody. */
    @Override
    String sharedName() {
        return SHARED;
    }

    @Override
    boolean takesWills() {
        return false;
    }
}
