package org.waypost.kiosk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.agent.audit.Anchor;
import org.waypost.agent.audit.SignedHeads;
import org.waypost.agent.audit.SqliteAudit;
import org.waypost.agent.audit.Unanswered;
import org.waypost.agent.encounter.Clocks;
import org.waypost.agent.encounter.CounterSettings;
import org.waypost.agent.encounter.Examination;
import org.waypost.agent.encounter.FingerUse;
import org.waypost.agent.encounter.HelpCall;
import org.waypost.agent.encounter.MarriageCounter;
import org.waypost.agent.encounter.Records;
import org.waypost.agent.report.Amendments;
import org.waypost.agent.report.Backoff;
import org.waypost.agent.report.Courier;
import org.waypost.agent.report.DutyClock;
import org.waypost.agent.report.Freight;
import org.waypost.agent.report.HealthBeat;
import org.waypost.agent.report.Mailbox;
import org.waypost.agent.report.Notices;
import org.waypost.agent.report.PahoLink;
import org.waypost.agent.report.Purge;
import org.waypost.agent.report.SqliteOutbox;
import org.waypost.agent.report.TimelyTls;
import org.waypost.agent.report.WarmUp;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.store.TerminalStore;
import org.waypost.agent.trust.OfferedTrust;
import org.waypost.agent.trust.TrustCopy;
import org.waypost.agent.watchlist.Blinding;
import org.waypost.agent.watchlist.OfferedList;
import org.waypost.agent.watchlist.Watchlist;
import org.waypost.contract.DocumentBlinder;
import org.waypost.contract.KeyFile;
import org.waypost.contract.SignedHealth;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Verifier;
import org.waypost.drivers.device.Health;

/**
 * What a terminal knows and does by itself, put together.
 *
 * @param store its one file
 * @param outbox what waits for the hub
 * @param amendments of what was filed
 * @param notices what the desk says of it
 * @param courier carries it there, and notices back
 * @param watchlist the hub's list
 * @param trust the hub's trust store
 * @param offered where newer ones of both are laid
 * @param duties which reports the hub must have by when
 * @param purge lets go what was kept for as long as it may
 * @param heads signs how the audit ends
 * @param warmUp makes the first report quick
 * @param counter where marriages are registered
 */
record Agent(
        TerminalStore store,
        SqliteOutbox outbox,
        Amendments amendments,
        Notices notices,
        Courier courier,
        Watchlist watchlist,
        TrustCopy trust,
        Offered offered,
        DutyClock duties,
        Purge purge,
        SignedHeads heads,
        WarmUp warmUp,
        MarriageCounter counter) {
    /** A case that nobody touches is wiped after this, unless the settings say; reading the notice needs less. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    /**
     * Opened, and at rest.
     *
     * <p>Keys and certificates are read while the file is opened: each takes a good part of the time to start.
     *
     * @param devices how each device is, asked at each beat
     * @param sight verifies the parties
     * @param fingers how their fingers are used, if they are
     */
    static Agent of(
            Settings settings,
            InstantSource clock,
            Supplier<List<Health>> devices,
            Sight sight,
            Optional<FingerUse> fingers) {
        Later<Credentials> keys = Later.of("start-keys", () -> Credentials.of(settings.keys()));
        Later<Watchlist> watchlist = Later.of("start-list", () -> watchlist(settings, clock));
        Later<TrustCopy> trust = Later.of("start-trust", () -> trust(settings));
        Later<TimelyTls> tls = Later.of(
                "start-tls",
                () -> TimelyTls.of(
                        settings.uplink().tls(),
                        () -> watchlist.get().standing().signed(),
                        clock));
        TerminalStore store = TerminalStore.open(settings.files().store(), clock);
        boolean whole = false;
        try {
            Mailbox mailbox = new Mailbox();
            SqliteOutbox outbox = new SqliteOutbox(
                    store, keys.get().outbox(), settings.files().outbox(), mailbox, clock);
            Notices notices = new Notices(store, keys.get().notices(), clock);
            Amendments amendments = new Amendments(outbox, settings.office().terminal(), clock);
            PahoLink link =
                    new PahoLink(settings.office().terminal(), settings.uplink().brokers(), tls.get());
            TerminalHealth health = new TerminalHealth(
                    settings.office().terminal(),
                    watchlist.get()::standing,
                    trust.get()::standing,
                    devices,
                    sight.faces()::health,
                    clock);
            Freight freight = new Freight(outbox, beat(health, settings.keys().signing()), notices);
            Courier courier = new Courier(freight, link, mailbox, new Backoff(new SecureRandom()), clock);
            Records records = new Records(new SqliteAudit(store), outbox);
            Examination examination = new Examination(sight.desk(), watchlist.get(), fingers);
            MarriageCounter counter = counter(settings, examination, records, clock);
            HelpCall.of(new Unanswered(store).calls()).ifPresent(counter::recall);
            Offered offered = offered(settings, watchlist.get(), trust.get(), new SqliteAudit(store), clock);
            offered.take();
            WarmUp warmUp = new WarmUp(
                    outbox,
                    settings.office().terminal(),
                    settings.office().duty().law(),
                    clock);
            DutyClock duties = new DutyClock(outbox, settings.office().duty().windows(), clock);
            TerminalId terminal = settings.office().terminal();
            Supplier<Signer> signer = () -> new Signer(settings.keys().signing().read());
            Purge purge = new Purge(store, settings.files().retention(), new Anchor(terminal, signer), clock);
            SignedHeads heads = new SignedHeads(store, terminal, signer, clock);
            whole = true;
            return new Agent(
                    store,
                    outbox,
                    amendments,
                    notices,
                    courier,
                    watchlist.get(),
                    trust.get(),
                    offered,
                    duties,
                    purge,
                    heads,
                    warmUp,
                    counter);
        } finally {
            if (!whole) {
                store.close();
            }
        }
    }

    /** Ends the connection to the hub; true once it has. */
    boolean hangUp() {
        courier.close();
        return true;
    }

    /** The key is read when the terminal speaks: its start does not wait for that. */
    private static HealthBeat beat(TerminalHealth health, KeyFile signing) {
        return new HealthBeat(
                () -> Optional.of(SignedHealth.sign(health.get(), new Signer(signing.read()))), System::nanoTime);
    }

    private static Watchlist watchlist(Settings settings, InstantSource clock) {
        Blinding blinding =
                new Blinding(new DocumentBlinder(settings.keys().blinding().read()));
        Verifier hub = new Verifier(settings.keys().watchlist());
        return new Watchlist(
                settings.files().watchlist().file(),
                hub,
                blinding,
                clock,
                settings.office().zone());
    }

    private static TrustCopy trust(Settings settings) {
        return new TrustCopy(
                settings.files().trust().file(), new Verifier(settings.keys().watchlist()));
    }

    private static Offered offered(
            Settings settings, Watchlist watchlist, TrustCopy trust, SqliteAudit audit, InstantSource clock) {
        return new Offered(
                new OfferedList(settings.files().watchlist().offered(), watchlist, audit, clock),
                new OfferedTrust(settings.files().trust().offered(), trust, audit, clock));
    }

    private static MarriageCounter counter(
            Settings settings, Examination examination, Records records, InstantSource clock) {
        Settings.Office office = settings.office();
        CounterSettings counter = new CounterSettings(
                office.terminal(), office.zone(), office.duty().law(), idle(settings.face()), office.farewell());
        return new MarriageCounter(examination, records, counter, new Clocks(clock, System::nanoTime));
    }

    private static Duration idle(Settings.Biometrics face) {
        return switch (face) {
            case Settings.Biometrics.Off off -> IDLE;
            case Settings.Biometrics.On on -> on.retention();
        };
    }
}
