package org.waypost.agent.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;

/** What is laid for a terminal is taken or refused, and accounted for. */
class OfferedTrustTest {
    private final Stores hub;
    private final List<AuditEvent> events = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("unset");

    private Path file = Path.of("unset");
    private TrustCopy copy;
    private OfferedTrust offered;

    OfferedTrustTest() throws GeneralSecurityException {
        hub = new Stores();
        copy = hub.at(folder);
        offered = offered();
    }

    @BeforeEach
    void open() {
        file = folder.resolve("offered.json");
        copy = hub.at(folder.resolve("trust.json"));
        offered = offered();
    }

    private OfferedTrust offered() {
        return new OfferedTrust(file, copy, events::add, () -> Stores.NOON);
    }

    private List<String> accounts() {
        return events.stream()
                .map(event -> event.action() + " " + event.detail())
                .toList();
    }

    @Test
    void takesAStoreOnceItIsWholeAccountsForItAndClearsThePlace() throws IOException {
        hub.write(file, 1);
        offered.look();
        assertTrue(Files.exists(file), "somebody may still be copying it");
        offered.look();
        assertFalse(Files.exists(file));
        assertEquals(1, copy.get().version());
        assertEquals(List.of(Action.TRUST_APPLIED + " issue 1, 1 signers"), accounts());
    }

    @Test
    void accountsForARefusalOnceAndLeavesTheFile() throws IOException {
        hub.write(file, 2);
        offered.take();
        hub.write(file, 1);
        for (int look = 0; look < 5; look++) {
            offered.look();
        }
        assertEquals(
                List.of(Action.TRUST_APPLIED + " issue 2, 1 signers", Action.TRUST_REFUSED + " NOT_NEWER"), accounts());
        assertTrue(Files.exists(file));
        assertEquals(2, copy.get().version());
    }
}
