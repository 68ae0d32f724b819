package org.waypost.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.KeyFile;
import org.waypost.contract.Signer;
import org.waypost.contract.Topic;
import org.waypost.hub.intake.SharedName;
import org.waypost.servers.Mosquitto;
import org.waypost.testing.BareMqtt;

class MosquittoAccessIT extends BrokerAccessContract {
    private final TestAuthority authority = new TestAuthority();
    private final SharedName secret;
    private Mosquitto broker;

    MosquittoAccessIT() throws GeneralSecurityException {
        secret = SharedName.of(new Signer(KeyFile.newSigningKey()));
    }

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, InterruptedException, GeneralSecurityException {
        assumeTrue(Mosquitto.installed(), Mosquitto.NEEDED);
        authority.writePem(directory, "localhost");
        String shipped = Files.readString(Mosquitto.SHIPPED.resolve("waypost.acl"));
        // with the paragraph of one more hub, as it says how to make it
        String second = shipped.substring(shipped.indexOf("user hub\n")).replaceAll("(?m)hub$", "hub-2");
        broker = new Mosquitto(directory, shipped + second);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    /** Why the name is a secret: Mosquitto lets a terminal join, and throws away what it may not read. */
    @Test
    void whoKnewTheSharedNameWouldTakeEverySecondReport() throws IOException {
        String shared = secret.filter(Topic.Kind.REPORT);
        try (BareMqtt hub = connected("hub");
                BareMqtt thief = connected("counter-1");
                BareMqtt terminal = connected("counter-12")) {
            assertEquals(0, hub.subscribe(shared));
            assertEquals(0, thief.subscribe(shared));
            for (int i = 0; i < 10; i++) {
                terminal.publish("waypost/1/report/counter-12", "report " + i, 1, false);
            }
            assertTrue(hub.alive());
            assertEquals(5, hub.arrived(0).size());
        }
    }

    private BareMqtt connected(String name) throws IOException {
        BareMqtt client = new BareMqtt(port(), authority.context(name));
        assertEquals(0, client.connect(name));
        return client;
    }

    /** Its patterns take any name; the hub drops what comes from a name that no terminal can have. */
    @Override
    AccessPolicy policy() {
        return new AccessPolicy(name -> true);
    }

    @Override
    int port() {
        return broker.address().getPort();
    }

    @Override
    TestAuthority authority() {
        return authority;
    }

    @Override
    boolean refusesSubscriptions() {
        return false;
    }

    @Override
    String sharedName() {
        return secret.value();
    }

    @Override
    boolean takesWills() {
        return true;
    }
}
