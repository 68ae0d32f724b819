package org.waypost.kiosk;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.waypost.agent.report.AnswerShelf;
import org.waypost.agent.report.Backoff;
import org.waypost.agent.report.Courier;
import org.waypost.agent.report.Mailbox;
import org.waypost.agent.report.PahoLink;
import org.waypost.agent.report.SqliteAnswerShelf;
import org.waypost.agent.report.SqliteTipBox;
import org.waypost.agent.report.TipBox;
import org.waypost.agent.report.TipErrand;
import org.waypost.agent.settings.StationSettings;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.TipSealer;
import org.waypost.contract.Topic;
import org.waypost.contract.Verifier;
import org.waypost.kiosk.access.Audience;
import org.waypost.kiosk.access.Gate;
import org.waypost.kiosk.access.Keys;
import org.waypost.kiosk.access.LoopbackServer;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.access.Upload;
import org.waypost.kiosk.page.Assets;
import org.waypost.kiosk.page.Dictionary;
import org.waypost.kiosk.page.Page;
import org.waypost.kiosk.page.Presentation;
import org.waypost.kiosk.page.ProblemPage;
import org.waypost.kiosk.station.CareScreen;
import org.waypost.kiosk.station.Station;

/** A public station at work: a page, a box of tips, a shelf of answers and a way to the hub; no device. */
final class StationTerminal implements AutoCloseable {
    private final TerminalStore store;
    private final Courier courier;
    private final Beat beat;
    private final LoopbackServer server;
    private final Keys keys;

    private StationTerminal(TerminalStore store, Courier courier, Beat beat, LoopbackServer server, Keys keys) {
        this.store = store;
        this.courier = courier;
        this.beat = beat;
        this.server = server;
        this.keys = keys;
    }

    /**
     * Puts a station together and starts it.
     *
     * @throws StartFailure if the port is taken
     * @throws org.waypost.agent.store.StoreFailure if its file cannot be opened
     * @throws org.waypost.contract.KeyFailure if a key is missing
     */
    static StationTerminal start(StationSettings settings, InstantSource clock) {
        TipSealer desk = new TipSealer(settings.desk());
        Verifier hub = new Verifier(settings.hub());
        TerminalStore store = TerminalStore.open(settings.store(), clock);
        boolean up = false;
        try {
            TipBox box = new SqliteTipBox(store, desk, hub, clock);
            AnswerShelf shelf = new SqliteAnswerShelf(store, hub, clock);
            StationSettings.Place place = settings.place();
            Presentation presentation = new Presentation(new Page(), new Dictionary(place.zone()), place.name());
            Station station = new Station(box, shelf, presentation, place.phone(), clock);
            Courier courier = courier(settings, box, shelf, clock);
            List<Route> routes = Stream.of(
                            station.routes(),
                            new CareScreen(box, courier::health, presentation).routes(),
                            Assets.routes())
                    .flatMap(List::stream)
                    .toList();
            Keys keys = new Keys(new SecureRandom());
            LoopbackServer server = served(settings.web().port(), keys, routes, station.problems());
            Beat beat = new Beat("the page could not be looked after", station::tick);
            StationTerminal terminal = new StationTerminal(store, courier, beat, server, keys);
            terminal.courier.start();
            terminal.beat.start();
            up = true;
            return terminal;
        } finally {
            if (!up) {
                store.close();
            }
        }
    }

    private static Courier courier(StationSettings settings, TipBox box, AnswerShelf shelf, InstantSource clock) {
        Mailbox mailbox = new Mailbox();
        Topic hears = Topic.answer(settings.place().terminal());
        SSLContext tls = settings.uplink().tls().context();
        PahoLink link = new PahoLink(List.of(hears), settings.uplink().brokers(), () -> tls);
        TipErrand errand = new TipErrand(hears.terminal(), box, shelf, mailbox, System::nanoTime);
        return new Courier(errand, link, mailbox, new Backoff(new SecureRandom()), clock);
    }

    private static LoopbackServer served(int port, Keys keys, List<Route> routes, ProblemPage problems) {
        try {
            return LoopbackServer.start(port, new Gate(keys), routes, problems, Upload.LONGEST);
        } catch (UncheckedIOException taken) {
            throw new StartFailure(
                    "port " + port + " is taken: end the other program, or set web.port to another one", taken);
        }
    }

    /** Its first page, with the token of this start. */
    String address() {
        return "http://127.0.0.1:" + server.port() + "/station?token=" + keys.token(Audience.STATION);
    }

    /** The page of who looks after it, with another token. */
    String careAddress() {
        return "http://127.0.0.1:" + server.port() + "/technician?token=" + keys.token(Audience.TECHNICIAN);
    }

    int port() {
        return server.port();
    }

    /** Within 2 s; tips that the hub does not have yet stay on disk. */
    @Override
    public void close() {
        server.close();
        beat.close();
        courier.close();
        store.close();
    }
}
