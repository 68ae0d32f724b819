package org.waypost.hub;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waypost.contract.KeyFile;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.Signer;
import org.waypost.contract.TipOpener;
import org.waypost.hub.broker.BrokerLimits;
import org.waypost.hub.broker.EmbeddedBroker;
import org.waypost.hub.broker.Listener;
import org.waypost.hub.casebook.Casebook;
import org.waypost.hub.casebook.DutyAlarm;
import org.waypost.hub.fleet.Fleet;
import org.waypost.hub.intake.Bell;
import org.waypost.hub.intake.BrokerAddress;
import org.waypost.hub.intake.CaseStore;
import org.waypost.hub.intake.Intake;
import org.waypost.hub.intake.Keeping;
import org.waypost.hub.intake.KeyDirectory;
import org.waypost.hub.intake.MqttIntake;
import org.waypost.hub.intake.Publisher;
import org.waypost.hub.intake.SharedName;
import org.waypost.hub.intake.Tally;
import org.waypost.hub.page.Desk;
import org.waypost.hub.page.WebDesk;
import org.waypost.hub.store.AuditEnd;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlCaseStore;
import org.waypost.hub.store.SqlCases;
import org.waypost.hub.store.SqlHealthStore;
import org.waypost.hub.store.SqlNoticeOutbox;
import org.waypost.hub.store.SqlOfficers;
import org.waypost.hub.store.SqlQuarantines;
import org.waypost.hub.store.SqlReceiptOutbox;
import org.waypost.hub.store.SqlRetention;
import org.waypost.hub.store.SqlTips;
import org.waypost.hub.store.SqlUncoverings;
import org.waypost.hub.tip.Replies;
import org.waypost.hub.tip.ReplyPublisher;
import org.waypost.hub.tip.TipDesk;
import org.waypost.hub.tip.TipIntake;

/** One running hub: the place where its parts are put together. Several may run in one process. */
public final class HubServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HubServer.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration AUDIT_SIGNED_EVERY = Duration.ofSeconds(60);
    private static final Duration PURGED_EVERY = Duration.ofHours(1);
    private static final Duration LATE_LOOKED_FOR_EVERY = Duration.ofSeconds(30);

    private final HubSettings settings;
    private final InstantSource clock;
    private final Tally tally = new Tally();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private int mqttPort;
    private @Nullable WebDesk web;

    private HubServer(HubSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Starts a hub; on return it takes in reports, or its external broker is away and it keeps trying.
     *
     * @throws RuntimeException if the installation is broken, saying what to do; nothing keeps running
     */
    public static HubServer start(HubSettings settings, InstantSource clock, Interposed interposed) {
        OperatorLog.quiet();
        HubServer hub = new HubServer(settings, clock);
        try {
            hub.open(interposed);
            return hub;
        } catch (RuntimeException e) {
            hub.close();
            throw e;
        }
    }

    private void open(Interposed interposed) {
        ReportOpener desk = new ReportOpener(new KeyFile(settings.keys().desk()));
        Signer signer = new Signer(new KeyFile(settings.keys().receipt()));
        ReceiptSigner receipts = new ReceiptSigner(signer);
        Database database = added(Database.open(settings.store()));
        CaseStore store = interposed.store().apply(new SqlCaseStore(database, receipts, clock));
        KeyDirectory terminals = new KeyDirectory(settings.keys().terminals());
        Fleet fleet = new Fleet(
                new SqlHealthStore(database), new SqlQuarantines(database, clock), terminals::enrolled, clock);
        SqlNoticeOutbox notices = new SqlNoticeOutbox(database, clock);
        TipOpener tips = new TipOpener(new KeyFile(settings.keys().desk()));
        SqlTips tipStore = new SqlTips(database, clock);
        Replies replies = new Replies();
        TipIntake told = new TipIntake(tipStore, tips, signer, replies, clock);
        Intake intake = new Intake(terminals, desk, new Keeping(store, fleet, notices), tally, Optional.of(told));
        Bell bell = new Bell();
        MqttIntake mqtt = added(new MqttIntake(brokerAddress(SharedName.of(signer)), intake, bell));
        added(new Publisher<>(
                "receipts",
                interposed.receipts().apply(new SqlReceiptOutbox(database, clock)),
                interposed.sender().apply(mqtt),
                bell));
        added(new Publisher<>("notices", notices, mqtt::sendNotices, new Bell()));
        added(new Rounds(
                "retention", PURGED_EVERY, new SqlRetention(database, settings.retention(), signer, clock)::purge));
        AuditEnd end = new AuditEnd(database);
        added(new Rounds("audit-end", AUDIT_SIGNED_EVERY, () -> end.sign(signer, clock)));
        added(new ReplyPublisher(replies, mqtt));
        Casebook casebook = new Casebook(
                new SqlCases(database, signer, clock), desk, settings.duty(), new SqlUncoverings(database, clock));
        added(new Rounds("duty", LATE_LOOKED_FOR_EVERY, new DutyAlarm(casebook, clock)::look));
        SqlOfficers officers = new SqlOfficers(database, clock);
        if (officers.none()) {
            LOG.log(Level.WARNING, "nobody can sign in at the desk: enrol its officers with enrol-officer");
        }
        Desk pages = new Desk(casebook, new TipDesk(tipStore, tips), fleet, officers, clock, ZoneId.systemDefault());
        web = added(WebDesk.start(pages, settings.web().host(), settings.web().port()));
        await(mqtt);
    }

    private BrokerAddress brokerAddress(SharedName shared) {
        return new BrokerAddress(
                settings.broker().external().orElseGet(this::embedded),
                TlsIdentity.name(settings.tls()).value(),
                shared,
                TlsIdentity.context(settings.tls()));
    }

    private String embedded() {
        HubSettings.Tls tls = settings.tls();
        Listener listener = new Listener(
                settings.broker().host(),
                settings.broker().port(),
                tls.keyStore(),
                tls.trustStore(),
                TlsIdentity.password(tls));
        mqttPort = added(EmbeddedBroker.start(listener, BrokerLimits.DEFAULT)).port();
        return "ssl://localhost:" + mqttPort;
    }

    private void await(MqttIntake mqtt) {
        try {
            if (settings.broker().external().isEmpty() && !mqtt.ready(PATIENCE)) {
                throw new SettingsRefused(
                        "the hub cannot reach its own broker: check that tls-key-store names localhost");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T extends AutoCloseable> T added(T part) {
        parts.push(part);
        return part;
    }

    /** Where terminals connect, as an operator reads it. */
    String broker() {
        return settings.broker()
                .external()
                .orElseGet(() -> "mqtts://" + settings.broker().host() + ":" + mqttPort);
    }

    /** Port of the embedded broker; empty if the broker is external. */
    public Optional<Integer> mqttPort() {
        return settings.broker().external().isPresent() ? Optional.empty() : Optional.of(mqttPort);
    }

    /** The desk's pages: where they are, and the link that opens them. */
    public WebDesk web() {
        return Objects.requireNonNull(web);
    }

    /** How often each thing happened to messages since start. */
    public Map<String, Long> counts() {
        return tally.counts();
    }

    /** Stops taking in, then closes the store. Reports that are not stored stay with their terminals. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) { // the signature of AutoCloseable
                LOG.log(Level.ERROR, "a part did not stop cleanly", e);
            }
        }
    }
}
