package org.waypost.trials;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.report.Backoff;
import org.waypost.agent.report.Courier;
import org.waypost.agent.report.CourierHealth;
import org.waypost.agent.report.Freight;
import org.waypost.agent.report.HealthBeat;
import org.waypost.agent.report.Mailbox;
import org.waypost.agent.report.NoticeKeys;
import org.waypost.agent.report.Notices;
import org.waypost.agent.report.Outbox;
import org.waypost.agent.report.OutboxKeys;
import org.waypost.agent.report.PahoLink;
import org.waypost.agent.report.ReportIds;
import org.waypost.agent.report.SqliteOutbox;
import org.waypost.agent.report.WarmUp;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.CaseReport;
import org.waypost.contract.ReceiptVerifier;
import org.waypost.contract.ReportSealer;
import org.waypost.contract.Signer;
import org.waypost.contract.Verifier;

/** The reporting half of a terminal, of the shipped parts: what lies between a person's decision and the receipt. */
final class Dispatch implements AutoCloseable {
    private final InstantSource clock;
    private final Settings settings;
    private final TerminalStore store;
    private final SqliteOutbox outbox;
    private final Mailbox mailbox;
    private final Courier courier;
    private final ReportIds ids;

    Dispatch(Settings settings) {
        this(settings, InstantSource.system());
    }

    /** One that reads the time here; the courier's pauses are as long as they are all the same. */
    Dispatch(Settings settings, InstantSource clock) {
        this(settings, clock, UnaryOperator.identity());
    }

    /** One whose courier sees the outbox so: for controls, which leave out what the product does. */
    Dispatch(Settings settings, InstantSource clock, UnaryOperator<Outbox> seen) {
        this(settings, clock, seen, HealthBeat.silent());
    }

    /** One that also says how it is. */
    Dispatch(Settings settings, InstantSource clock, UnaryOperator<Outbox> seen, HealthBeat health) {
        this.settings = settings;
        this.clock = clock;
        this.ids = new ReportIds(clock);
        this.store = TerminalStore.open(settings.files().store(), clock);
        this.mailbox = new Mailbox();
        this.outbox =
                new SqliteOutbox(store, keys(settings.keys()), settings.files().outbox(), mailbox, clock);
        this.courier = new Courier(
                new Freight(seen.apply(outbox), health, new Notices(store, noticeKeys(settings.keys()), clock)),
                link(settings),
                mailbox,
                new Backoff(RandomGenerator.getDefault()),
                clock);
    }

    /** As a terminal does when it has started. */
    void warmUp() {
        new WarmUp(
                        outbox,
                        settings.office().terminal(),
                        settings.office().duty().law(),
                        clock)
                .run();
    }

    void start() {
        courier.start();
    }

    CourierHealth health() {
        return courier.health();
    }

    /** At which the outbox rings. */
    Mailbox mailbox() {
        return mailbox;
    }

    Outbox outbox() {
        return outbox;
    }

    TerminalStore store() {
        return store;
    }

    /** Files one invented report, as a decision does. */
    UUID file(CaseReport.Urgency urgency) {
        return file(Inventions.report(ids.next(), settings.office(), urgency, clock.instant()));
    }

    /** Files one of these statements. */
    UUID file(List<String> words) {
        return file(Inventions.report(ids.next(), settings.office(), words, clock.instant()));
    }

    private UUID file(CaseReport report) {
        AuditEvent event = new AuditEvent(
                clock.instant(), "registrar-1", AuditEvent.Action.REPORT_FILED, UUID.randomUUID(), report.id() + "");
        return switch (outbox.put(report, event)) {
            case Outbox.Put.Saved saved -> saved.report();
            case Outbox.Put.Full full -> throw new IllegalStateException("the outbox is full");
            case Outbox.Put.TooLong tooLong -> throw new IllegalStateException("the report is too long");
        };
    }

    boolean confirmed(UUID report) {
        return outbox.rows().stream()
                .anyMatch(row -> row.report().equals(report) && row.confirmed().isPresent());
    }

    @Override
    public void close() {
        courier.close();
        store.close();
    }

    private static OutboxKeys keys(Settings.Keys keys) {
        Signer signer = new Signer(keys.signing().read());
        return new OutboxKeys(
                new ReportSealer(signer, keys.desk().read()),
                new ReceiptVerifier(new Verifier(keys.hub().read())));
    }

    private static NoticeKeys noticeKeys(Settings.Keys keys) {
        return new NoticeKeys(
                new Signer(keys.signing().read()), new Verifier(keys.hub().read()));
    }

    private static PahoLink link(Settings settings) {
        SSLContext tls = settings.uplink().tls().context();
        return new PahoLink(settings.office().terminal(), settings.uplink().brokers(), () -> tls);
    }
}
