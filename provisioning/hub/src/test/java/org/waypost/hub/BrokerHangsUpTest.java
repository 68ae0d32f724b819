package org.waypost.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.Signer;
import org.waypost.hub.fleet.Fleet;
import org.waypost.hub.intake.Bell;
import org.waypost.hub.intake.BrokerAddress;
import org.waypost.hub.intake.Intake;
import org.waypost.hub.intake.Keeping;
import org.waypost.hub.intake.MqttIntake;
import org.waypost.hub.intake.SharedName;
import org.waypost.hub.intake.Tally;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlCaseStore;
import org.waypost.hub.store.SqlHealthStore;
import org.waypost.hub.store.SqlNoticeOutbox;
import org.waypost.hub.store.SqlQuarantines;
import org.waypost.hub.store.StoreAddress;

/** A broker that hangs up right after the handshake, as one does that no longer knows the hub's certificate. */
class BrokerHangsUpTest {
    private static final String NAME = "refused-hub";
    private static final int TRIES = 3;

    @TempDir
    Path directory;

    /** Paho alone leaves one at each try, for ever. */
    @Test
    void noThreadIsLeftBehind() throws Exception {
        TestSite site = new TestSite(directory);
        AtomicInteger hungUp = new AtomicInteger();
        try (Database database = Database.open(new StoreAddress.Directory(directory.resolve("data")));
                ServerSocket broker =
                        site.authority.context("hub").getServerSocketFactory().createServerSocket(0)) {
            Thread.ofPlatform().daemon().start(() -> hangUp(broker, hungUp));
            Intake intake = new Intake(
                    terminal -> Optional.empty(),
                    new ReportOpener(site.desk),
                    new Keeping(
                            new SqlCaseStore(
                                    database, new ReceiptSigner(new Signer(site.receipts)), InstantSource.system()),
                            new Fleet(
                                    new SqlHealthStore(database),
                                    new SqlQuarantines(database, InstantSource.system()),
                                    List::of,
                                    InstantSource.system()),
                            new SqlNoticeOutbox(database, InstantSource.system())),
                    new Tally());
            BrokerAddress address = new BrokerAddress(
                    "ssl://localhost:" + broker.getLocalPort(),
                    NAME,
                    new SharedName("any"),
                    site.authority.context("hub"));
            MqttIntake refused = new MqttIntake(address, intake, new Bell());
            Eventually.holds(() -> hungUp.get() >= TRIES);
            refused.close();
            Eventually.holds(() -> threads().isEmpty());
            assertEquals(List.of(), threads());
        }
    }

    private static void hangUp(ServerSocket broker, AtomicInteger hungUp) {
        try {
            while (true) {
                try (Socket hub = broker.accept()) {
                    ((SSLSocket) hub).startHandshake();
                    hungUp.incrementAndGet();
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains(NAME))
                .toList();
    }
}
