package org.waypost.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.Codec;
import org.waypost.contract.KeyFile;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.hub.fleet.Fleet;
import org.waypost.hub.intake.Bell;
import org.waypost.hub.intake.BrokerAddress;
import org.waypost.hub.intake.Intake;
import org.waypost.hub.intake.Judged;
import org.waypost.hub.intake.Keeping;
import org.waypost.hub.intake.KeyDirectory;
import org.waypost.hub.intake.MqttIntake;
import org.waypost.hub.intake.SharedName;
import org.waypost.hub.intake.Tally;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlHealthStore;
import org.waypost.hub.store.SqlNoticeOutbox;
import org.waypost.hub.store.SqlQuarantines;
import org.waypost.hub.store.StoreAddress;
import org.waypost.servers.Mosquitto;

/**
 * A burst at a hub whose disk is slow: Mosquitto 2.0.11 then sends it more at once than it said that it takes. Each
 * report is sent once only.
 */
class MosquittoBurstIT {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final int REPORTS = 2_500;
    private static final Duration SLOW = Duration.ofMillis(100);
    private static final String COUNTER = "counter-1";

    private final Set<UUID> stored = ConcurrentHashMap.newKeySet();

    @TempDir
    Path directory;

    @Test
    void losesNothingOfABurst() throws Exception {
        assumeTrue(Mosquitto.installed(), Mosquitto.NEEDED);
        TestSite site = new TestSite(directory);
        List<byte[]> burst = sealed(site);
        site.authority.writePem(directory, "localhost");
        try (Database database = Database.open(new StoreAddress.Directory(directory.resolve("data")));
                Mosquitto broker = new Mosquitto(directory);
                MqttIntake hub = new MqttIntake(address(site, broker), intake(site, database), new Bell());
                TestTerminal terminal =
                        new TestTerminal(broker.address().getPort(), COUNTER, site.authority.context(COUNTER))) {
            assertTrue(hub.ready(Duration.ofSeconds(20)));
            for (byte[] payload : burst) {
                terminal.send(Topic.report(new TerminalId(COUNTER)).text(), payload);
            }
            Eventually.holds(() -> stored.size() == REPORTS);
            assertEquals(REPORTS, stored.size());
        }
    }

    private static List<byte[]> sealed(TestSite site) throws Exception {
        TerminalId counter = site.enrol(COUNTER);
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            all.add(Codec.write(site.seal(TestReports.report(counter))).getBytes(UTF_8));
        }
        return all;
    }

    private static BrokerAddress address(TestSite site, Mosquitto broker) throws Exception {
        return new BrokerAddress(
                broker.address().toString(),
                "hub",
                SharedName.of(new Signer(KeyFile.newSigningKey())),
                site.authority.context("hub"));
    }

    private Intake intake(TestSite site, Database database) throws Exception {
        Fleet fleet =
                new Fleet(new SqlHealthStore(database), new SqlQuarantines(database, () -> NOW), List::of, () -> NOW);
        return new Intake(
                new KeyDirectory(directory.resolve("terminals")),
                new ReportOpener(site.desk),
                new Keeping((Settling) this::storeSlowly, fleet, new SqlNoticeOutbox(database, () -> NOW)),
                new Tally());
    }

    private List<Receipt> storeSlowly(List<Judged> batch) {
        LockSupport.parkNanos(SLOW.toNanos());
        batch.forEach(judged -> stored.add(judged.message().id()));
        return LongStream.rangeClosed(1, batch.size())
                .<Receipt>mapToObj(number -> new Receipt.Stored(number, NOW))
                .toList();
    }
}
