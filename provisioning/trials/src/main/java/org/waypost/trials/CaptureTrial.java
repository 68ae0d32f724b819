package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.waypost.agent.report.Doorbell;
import org.waypost.agent.report.HealthBeat;
import org.waypost.agent.report.Outbox;
import org.waypost.agent.report.TlsFiles;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Health;
import org.waypost.contract.KeyFile;
import org.waypost.contract.SignedHealth;
import org.waypost.contract.Signer;
import org.waypost.hub.HubSettings;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlCases;
import org.waypost.kiosk.SpokenHealth;

/**
 * What can be read on the way of a thousand mixed encounters, in both directions, with health on: by whoever taps the
 * line, and by whoever sits in the broker. No name, number, word or language in clear (the reports' issue), nothing at
 * all for the encounters that leave no report (invariant I10). Planted leaks must be found.
 */
final class CaptureTrial implements Trial {
    private static final int ENCOUNTERS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long QUIET_NANOS = 150_000_000;

    /** The courier looks for work that often, and the beat of this trial is due each time. */
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final int encounters;
    private final AtomicReference<Optional<String>> planted = new AtomicReference<>(Optional.empty());

    /** As many as {@code waypost.capture.encounters} says. */
    CaptureTrial() {
        this(Integer.getInteger("waypost.capture.encounters", ENCOUNTERS));
    }

    CaptureTrial(int encounters) {
        this.encounters = encounters;
    }

    @Override
    public String name() {
        return "capture";
    }

    @Override
    public String purpose() {
        return "what can be read on the line and at the broker of a thousand mixed encounters; planted leaks are found";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        Site site = Site.make(directory.resolve("site"));
        site.issueList(Drafts.write(directory.resolve("draft.json"), LocalDate.now(ZoneId.of("Asia/Shanghai"))));
        Settings settings = Settings.read(site.terminalSettings());
        HubSettings hub = HubSettings.read(site.hubSettings());
        TlsFiles hubTls = new TlsFiles(
                hub.tls().keyStore(), hub.tls().trustStore(), hub.tls().passwordFile());
        try (Program serving = site.hub(Site.cached(site.hubJar()));
                OpenTap open = new OpenTap(
                        hubTls.context(),
                        settings.uplink().tls().context(),
                        settings.uplink().brokers().getFirst().getPort());
                WireTap line = new WireTap(open.port());
                Database desk = Database.open(hub.store())) {
            serving.readyLine();
            Settings tapped = line.tapped(settings);
            SqlCases cases =
                    new SqlCases(desk, new Signer(new KeyFile(hub.keys().receipt())), InstantSource.system());
            encounters(tapped, open, cases, figures);
            search(open, line, figures);
            controls(tapped, open, figures);
        }
        lineControl(figures);
    }

    private void encounters(Settings settings, OpenTap open, SqlCases cases, Consumer<Figure> figures)
            throws IOException, InterruptedException {
        Capture capture = new Capture(open::packets);
        AtomicReference<Supplier<Health>> says = new AtomicReference<>();
        try (Dispatch dispatch = dispatch(settings, UnaryOperator.identity(), says)) {
            CounterRig counter = counter(settings, dispatch, says);
            dispatch.start();
            settled(dispatch, open);
            capture.busy();
            MixedEncounters mixed =
                    new MixedEncounters(counter, dispatch, settings.office().terminal());
            int clean = 0;
            int messages = 0;
            int notices = 0;
            long since = System.nanoTime();
            for (int i = 0; i < encounters; i++) {
                MixedEncounters.Kind kind = MixedEncounters.kind(i);
                if (!kind.leavesReport()) {
                    mixed.play(kind);
                    clean++;
                    continue;
                }
                capture.clean(beats(since));
                mixed.play(kind);
                Drain.await(dispatch, PATIENCE);
                if (kind == MixedEncounters.Kind.CORRECTED) {
                    noticed(dispatch, mixed.last(), cases, open);
                    notices++;
                }
                mixed.amend(kind);
                settled(dispatch, open);
                capture.busy();
                messages += kind.messages();
                since = System.nanoTime();
            }
            Thread.sleep(BEAT.plusMillis(500));
            capture.clean(beats(since));
            figures.accept(Figure.noted("capture-encounters", encounters, ""));
            figures.accept(Figure.noted("capture-encounters-without-report", clean, ""));
            figures.accept(Figure.noted("capture-healths", capture.healths(), ""));
            figures.accept(Figure.atMost(0, "capture-packets-for-clean-encounters", capture.forClean(), ""));
            figures.accept(Figure.atMost(0, "capture-healths-that-tell", capture.told(), ""));
            figures.accept(Figure.atMost(
                    0, "capture-messages-beyond-contract", capture.strange().size(), ""));
            figures.accept(Figure.atMost(messages, "capture-reports-sent", capture.reports(), ""));
            figures.accept(Figure.atLeast(messages, "capture-receipts", capture.receipts(), ""));
            figures.accept(Figure.atLeast(notices, "capture-notices", capture.notices(), ""));
            figures.accept(
                    Figure.atMost(capture.notices(), "capture-acknowledgements", capture.acknowledgements(), ""));
        }
    }

    private Dispatch dispatch(Settings settings, UnaryOperator<Outbox> seen, AtomicReference<Supplier<Health>> says) {
        AtomicLong beat = new AtomicLong();
        Signer signer = new Signer(settings.keys().signing().read());
        return new Dispatch(
                settings,
                InstantSource.system(),
                seen,
                new HealthBeat(
                        () -> Optional.ofNullable(says.get())
                                .map(health -> SignedHealth.sign(leaky(health.get()), signer)),
                        () -> beat.addAndGet(HealthBeat.EVERY.toNanos())));
    }

    private CounterRig counter(Settings settings, Dispatch dispatch, AtomicReference<Supplier<Health>> says) {
        CounterRig counter = new CounterRig(settings, dispatch);
        says.set(SpokenHealth.of(
                settings.office().terminal(), counter::list, counter.readers()::health, InstantSource.system()));
        return counter;
    }

    /** With a planted name in it, if one is. */
    private Health leaky(Health health) {
        return planted.get()
                .map(name -> new Health(
                        health.terminal(),
                        health.hour(),
                        health.list(),
                        health.trust(),
                        health.devices().stream()
                                .map(device -> new Health.Device(
                                        device.kind(),
                                        name,
                                        device.condition(),
                                        device.since(),
                                        device.remedy(),
                                        device.identity()))
                                .toList()))
                .orElse(health);
    }

    /** How often a health may have been said since then. */
    private static int beats(long since) {
        return 1 + (int) ((System.nanoTime() - since) / BEAT.toNanos());
    }

    private static void noticed(Dispatch dispatch, UUID report, SqlCases cases, OpenTap open)
            throws IOException, InterruptedException {
        long number = dispatch.outbox().proof(report).orElseThrow().number();
        long before = acknowledged(open);
        if (!cases.acknowledge(number, new Officer(MixedWords.OFFICER), new Reason(MixedWords.OFFICERS_REASON))) {
            throw new IOException("case " + number + " was not taken on");
        }
        Drain.until(() -> acknowledged(open) > before, "no notice came", PATIENCE);
    }

    private static long acknowledged(OpenTap open) {
        return open.packets().stream()
                .filter(packet -> packet.isPublish() && packet.topic().contains("acknowledgement"))
                .count();
    }

    /** No report waits, and nothing passes any more. */
    private static void settled(Dispatch dispatch, OpenTap open) throws IOException, InterruptedException {
        Drain.until(() -> open.packets().stream().anyMatch(MqttPacket::isPublish), "nothing passes", PATIENCE);
        Drain.await(dispatch, PATIENCE);
        int before = -1;
        for (int now = open.packets().size();
                now != before;
                now = open.packets().size()) {
            before = now;
            Thread.sleep(Duration.ofNanos(QUIET_NANOS));
        }
    }

    private static void search(OpenTap open, WireTap line, Consumer<Figure> figures) {
        Needles people = MixedWords.needles();
        figures.accept(Figure.atMost(0, "capture-in-clear-at-broker", found(people, open), ""));
        // on the line not even which terminal it is, and on what topic it speaks
        Needles all = MixedWords.needles().text("waypost/1/").text("counter-1").text("\"version\"");
        figures.accept(Figure.atLeast(1, "control-topics-in-clear-at-broker", found(all, open), ""));
        figures.accept(Figure.atMost(0, "capture-in-clear-upwards", all.in(line.bytes()) ? 1 : 0, ""));
        figures.accept(Figure.atMost(0, "capture-in-clear-downwards", all.in(line.answers()) ? 1 : 0, ""));
        figures.accept(Figure.atLeast(1_000, "capture-bytes-upwards", line.bytes().length, "B"));
        figures.accept(Figure.atLeast(1_000, "capture-bytes-downwards", line.answers().length, "B"));
    }

    private static int found(Needles needles, OpenTap open) {
        return (int) open.packets().stream()
                .filter(packet -> needles.in(packet.bytes()))
                .count();
    }

    /**
     * The product without one rule each, on the same line: a person in the health, a word when somebody comes, no seal.
     */
    private void controls(Settings settings, OpenTap open, Consumer<Figure> figures)
            throws IOException, InterruptedException {
        Capture capture = new Capture(open::packets);
        AtomicReference<Supplier<Health>> says = new AtomicReference<>();
        try (Dispatch dispatch = dispatch(
                settings, outbox -> new AlteredOutbox(outbox, AlteredOutbox.Rule.SEAL, MixedWords.PLANTED), says)) {
            CounterRig counter = counter(settings, dispatch, says);
            int before = found(MixedWords.needles(), open);
            dispatch.start();
            Drain.until(() -> dispatch.health().connectedSince().isPresent(), "no connection", PATIENCE);
            settled(dispatch, open);
            capture.busy();
            planted.set(Optional.of("测试丙"));
            for (int i = 0; i < 5; i++) {
                counter.clean();
                new Doorbell(dispatch.mailbox()).ring();
            }
            settled(dispatch, open);
            capture.clean(1);
            figures.accept(Figure.atLeast(
                    1, "control-health-with-a-name-found", found(MixedWords.needles(), open) - before, ""));
            figures.accept(Figure.atLeast(1, "control-health-that-tells", capture.told(), ""));
            figures.accept(Figure.atLeast(1, "control-word-for-each-encounter", capture.forClean(), ""));
            planted.set(Optional.empty());
            int unsealed = found(new Needles().text(MixedWords.PLANTED), open);
            dispatch.file(CaseReport.Urgency.OTHER);
            Drain.until(
                    () -> found(new Needles().text(MixedWords.PLANTED), open) > unsealed,
                    "the report without a seal is not found",
                    PATIENCE);
            figures.accept(Figure.atLeast(
                    1, "control-report-without-seal-found", found(new Needles().text(MixedWords.PLANTED), open), ""));
        }
    }

    /** A line without TLS. */
    private static void lineControl(Consumer<Figure> figures) throws IOException, InterruptedException {
        byte[] clear = MixedWords.PLANTED.repeat(40).getBytes(UTF_8);
        Needles needle = new Needles().text(MixedWords.PLANTED);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                WireTap line = new WireTap(server.getLocalPort());
                Socket talking = new Socket(InetAddress.getLoopbackAddress(), line.port());
                Socket answering = server.accept()) {
            answering.getOutputStream().write(clear);
            Drain.until(() -> needle.in(line.answers()), "an answer in clear is not found", PATIENCE);
            talking.getOutputStream().write(clear);
            talking.shutdownOutput();
            Drain.until(() -> needle.in(line.bytes()), "words in clear are not found", PATIENCE);
            int ways = (needle.in(line.answers()) ? 1 : 0) + (needle.in(line.bytes()) ? 1 : 0);
            figures.accept(Figure.atLeast(2, "control-line-without-tls-found-both-ways", ways, ""));
        }
    }
}
