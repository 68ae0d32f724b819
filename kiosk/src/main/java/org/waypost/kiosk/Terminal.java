package org.waypost.kiosk;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waypost.agent.report.DeadLetters;
import org.waypost.agent.settings.Settings;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Health;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.kiosk.access.Audience;
import org.waypost.kiosk.access.Gate;
import org.waypost.kiosk.access.Keys;
import org.waypost.kiosk.access.LoopbackServer;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Assets;
import org.waypost.kiosk.page.Dictionary;
import org.waypost.kiosk.page.Page;
import org.waypost.kiosk.page.Presentation;
import org.waypost.kiosk.page.ProblemPage;
import org.waypost.kiosk.page.Revision;
import org.waypost.kiosk.registry.Filing;
import org.waypost.kiosk.registry.Means;
import org.waypost.kiosk.registry.PreviewScreen;
import org.waypost.kiosk.registry.Registry;
import org.waypost.kiosk.technician.RefusedScreen;
import org.waypost.kiosk.technician.TechnicianScreen;

/** A terminal at work. Closed once; nothing of a case outlives it. */
final class Terminal implements AutoCloseable {
    private static final int SALT = 16;

    private final Parts parts;
    private final List<Beat> beats;
    private final LoopbackServer server;
    private final Front front;

    private Terminal(Parts parts, List<Beat> beats, LoopbackServer server, Front front) {
        this.parts = parts;
        this.beats = beats;
        this.server = server;
        this.front = front;
    }

    /**
     * Puts a terminal together and starts it.
     *
     * @throws StartFailure if the port is taken
     * @throws org.waypost.agent.store.StoreFailure if its file cannot be opened
     * @throws org.waypost.contract.KeyFailure if a key is missing
     */
    static Terminal start(Settings settings, InstantSource clock) {
        return start(settings, clock, Sight.of(settings, new HealthMonitor(DeviceKind.CAMERA, "camera", clock), clock));
    }

    /** As the other, with a camera and a comparison of its own. */
    static Terminal start(Settings settings, InstantSource clock, Sight sight) {
        Later<Presentation> pages = Later.of("start-pages", () -> presentation(settings.office()));
        HealthMonitor card = new HealthMonitor(DeviceKind.ID_CARD_READER, "card", clock);
        Touch touch = Touch.of(settings, new HealthMonitor(DeviceKind.FINGERPRINT_MODULE, "finger", clock), clock);
        Optional<Passports> passports = Passports.of(settings, clock);
        Housing housing = Housing.of(settings, clock);
        Supplier<List<Health>> devices = () -> Stream.of(
                        List.of(card.health()),
                        passports.map(Passports::devices).orElse(List.of()),
                        sight.devices(),
                        touch.devices(),
                        housing.devices())
                .flatMap(List::stream)
                .toList();
        Agent agent = Agent.of(settings, clock, devices, sight, touch.use());
        boolean up = false;
        try {
            Reader reader = Reader.of(settings.reader(), pages.get(), clock);
            CardLoop cards = new CardLoop(agent.counter(), reader.drivers(), card);
            Optional<PassportLoop> travel = passports.map(readers -> readers.loop(agent.counter(), agent.trust()));
            Optional<PanelPost> post =
                    housing.post(agent, () -> card.health().fault().isPresent(), clock);
            Hands hands = new Hands(cards, travel, touch.loop(agent.counter()), post, devices);
            List<Route> laid =
                    passports.map(readers -> readers.panel(pages.get())).orElse(List.of());
            Panels panels = new Panels(reader.panel(), laid, touch.panel(pages.get()), post);
            Terminal terminal = assembled(
                    new Parts(agent, hands, panels, sight, settings.office()),
                    pages.get(),
                    settings.web().port(),
                    clock);
            terminal.begin();
            up = true;
            return terminal;
        } finally {
            if (!up) {
                agent.store().close();
            }
        }
    }

    /** First page of a role, with the token of this start. */
    String address(Audience audience) {
        String path = switch (audience) {
            case CLERK -> "/clerk";
            case PARTY -> "/party";
            case TECHNICIAN, STATION, ANYBODY -> "/technician";
        };
        return "http://127.0.0.1:" + server.port() + path + "?token="
                + front.keys().token(audience);
    }

    /** Everything that can be asked of it. */
    List<Route> routes() {
        return front.routes();
    }

    int port() {
        return server.port();
    }

    /** Within 2 s; what was filed and not confirmed stays on disk. */
    @Override
    public void close() {
        Later<Boolean> courier = Later.of("end", parts.agent()::hangUp);
        server.close();
        parts.sight().close();
        parts.hands().close();
        beats.forEach(Beat::close);
        courier.get();
        parts.agent().store().close();
    }

    private void begin() {
        parts.agent().courier().start();
        parts.hands().start();
        beats.forEach(Beat::start);
        Later.of("warm-up", parts.agent().warmUp()::run);
    }

    private static Terminal assembled(Parts parts, Presentation presentation, int port, InstantSource clock) {
        SecureRandom random = new SecureRandom();
        Agent agent = parts.agent();
        Panels panels = parts.panels();
        Condition condition = new Condition(
                agent, parts.hands().devices(), parts.sight(), parts.office().duty());
        Optional<PreviewScreen> preview =
                parts.sight().frames().map(frames -> new PreviewScreen(agent.counter()::clerkView, frames));
        Filing filing = new Filing(agent.outbox(), agent.amendments(), parts.office());
        Registry registry = new Registry(
                agent.counter(),
                new Means(
                        parts.sight().comparesFaces(),
                        agent.counter().takesFingers(),
                        parts.hands().passports().isPresent(),
                        preview.isPresent()),
                condition,
                filing,
                presentation,
                new Revision(salt(random)));
        TechnicianScreen technician =
                new TechnicianScreen(condition, agent.counter()::journey, presentation, panels.simulated());
        RefusedScreen refused = new RefusedScreen(new DeadLetters(agent.store()), presentation, clock);
        List<Route> routes = Stream.of(
                        registry.routes(),
                        preview.map(PreviewScreen::routes).orElse(List.of()),
                        technician.routes(),
                        refused.routes(),
                        panels.card(),
                        panels.passport(),
                        panels.finger(),
                        panels.post(presentation),
                        Assets.routes())
                .flatMap(List::stream)
                .toList();
        Front front = new Front(new Keys(random), routes);
        ProblemPage problems = new ProblemPage(presentation.page(), presentation.dictionary());
        LoopbackServer server = served(port, front, problems);
        return new Terminal(parts, beats(parts, registry, preview), server, front);
    }

    private static List<Beat> beats(Parts parts, Registry registry, Optional<PreviewScreen> preview) {
        return List.of(
                new Beat("the camera could not be looked after", parts.sight()::tick),
                new Beat("the case could not be looked after", registry::tick),
                new Beat("the preview could not be looked after", () -> preview.ifPresent(PreviewScreen::tick)),
                new Beat("an offered list could not be taken", parts.agent().offered()::look),
                new Beat(
                        "overdue reports could not be looked for", parts.agent().duties()::look),
                new Beat(
                        "the end of the audit could not be signed",
                        parts.agent().heads()::look),
                new Beat(
                        "what is too old could not be purged: look at the disk",
                        parts.agent().purge()::look));
    }

    private static LoopbackServer served(int port, Front front, ProblemPage problems) {
        try {
            return LoopbackServer.start(port, new Gate(front.keys()), front.routes(), problems);
        } catch (UncheckedIOException taken) {
            throw new StartFailure(
                    "port " + port + " is taken: end the other program, or set web.port to another one", taken);
        }
    }

    private static Presentation presentation(Settings.Office office) {
        return new Presentation(new Page(), new Dictionary(office.zone()), office.name());
    }

    private static byte[] salt(SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return salt;
    }

    /** What stands behind the screens. */
    private record Parts(Agent agent, Hands hands, Panels panels, Sight sight, Settings.Office office) {}

    /** The loops at the devices, and how the devices are. */
    private record Hands(
            CardLoop cards,
            Optional<PassportLoop> passports,
            Optional<FingerLoop> fingers,
            Optional<PanelPost> post,
            Supplier<List<Health>> devices) {
        void start() {
            cards.start();
            passports.ifPresent(PassportLoop::start);
            fingers.ifPresent(FingerLoop::start);
            post.ifPresent(PanelPost::start);
        }

        void close() {
            cards.close();
            passports.ifPresent(PassportLoop::close);
            fingers.ifPresent(FingerLoop::close);
            post.ifPresent(PanelPost::close);
        }
    }

    /** Pages of simulated devices, empty for others; and those of the panel. */
    private record Panels(List<Route> card, List<Route> passport, List<Route> finger, Optional<PanelPost> panel) {
        List<Route> post(Presentation presentation) {
            return panel.map(post -> post.routes(presentation)).orElse(List.of());
        }

        Set<DeviceKind> simulated() {
            Set<DeviceKind> simulated = EnumSet.noneOf(DeviceKind.class);
            if (!card.isEmpty()) {
                simulated.add(DeviceKind.ID_CARD_READER);
            }
            if (!passport.isEmpty()) {
                simulated.add(DeviceKind.MRZ_READER);
            }
            if (!finger.isEmpty()) {
                simulated.add(DeviceKind.FINGERPRINT_MODULE);
            }
            if (panel.filter(PanelPost::simulated).isPresent()) {
                simulated.add(DeviceKind.PANEL);
            }
            return simulated;
        }
    }

    /** What can be asked, and by whom. */
    private record Front(Keys keys, List<Route> routes) {}
}
