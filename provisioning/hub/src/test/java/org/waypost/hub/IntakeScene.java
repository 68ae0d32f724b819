package org.waypost.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.Codec;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.SealedReport;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.hub.fleet.Fleet;
import org.waypost.hub.intake.Incoming;
import org.waypost.hub.intake.Intake;
import org.waypost.hub.intake.Keeping;
import org.waypost.hub.intake.KeyDirectory;
import org.waypost.hub.intake.Tally;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlCaseStore;
import org.waypost.hub.store.SqlHealthStore;
import org.waypost.hub.store.SqlNoticeOutbox;
import org.waypost.hub.store.SqlQuarantines;
import org.waypost.hub.store.StoreAddress;

/** An intake over an empty store, with one terminal enrolled, at a time that tests set. */
abstract class IntakeScene {
    @TempDir
    Path directory;

    TestSite site;
    TerminalId counter;
    Database database;
    Intake intake;
    Tally tally;
    Fleet fleet;
    Instant now = Instant.parse("2026-11-24T08:00:00Z");

    @BeforeEach
    void open() throws Exception {
        site = new TestSite(directory);
        counter = site.enrol("counter-1");
        database = Database.open(new StoreAddress.Directory(directory.resolve("data")));
        tally = new Tally();
        fleet = new Fleet(new SqlHealthStore(database), new SqlQuarantines(database, () -> now), List::of, () -> now);
        intake = new Intake(
                new KeyDirectory(directory.resolve("terminals")),
                new ReportOpener(site.desk),
                new Keeping(cases(), fleet, new SqlNoticeOutbox(database, () -> now)),
                tally);
    }

    @AfterEach
    void close() {
        database.close();
    }

    SqlCaseStore cases() {
        return new SqlCaseStore(database, new ReceiptSigner(new Signer(site.receipts)), () -> now);
    }

    Incoming good() throws Exception {
        return of(site.seal(TestReports.report(counter)));
    }

    static Incoming of(SealedReport message) {
        return message(
                Topic.report(message.terminal()).text(), Codec.write(message).getBytes(UTF_8));
    }

    static Receipt receipt(Intake.Outcome outcome) {
        return assertInstanceOf(Intake.Answered.class, outcome).receipt();
    }

    Intake.Outcome next(Incoming message) {
        now = now.plusSeconds(1);
        return intake.receive(List.of(message)).getFirst();
    }

    static Incoming message(String topic, byte[] payload) {
        return new Incoming() {
            @Override
            public String topic() {
                return topic;
            }

            @Override
            public byte[] payload() {
                return payload.clone();
            }
        };
    }
}
