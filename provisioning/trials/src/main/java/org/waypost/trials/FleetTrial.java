package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.waypost.servers.Mosquitto;

/**
 * Many terminals at one hub, each with a certificate and a signing key of its own: how soon all are connected, and how
 * soon each has its receipt while they report without a pause. Terminals, broker and hub share this machine's cores.
 */
final class FleetTrial implements Trial {
    /** A city: ten thousand terminals, each with one report in six seconds. */
    private static final Load CITY = new Load(terminals(), 1_667, length(), "mosquitto");
    /** What the hub's own broker is for. */
    private static final Load TOWN = new Load(1_000, 167, length(), "embedded");

    private final String name;
    private final List<Load> loads;

    private FleetTrial(String name, List<Load> loads) {
        this.name = name;
        this.loads = loads;
    }

    /** Ten thousand, or as many as {@code waypost.fleet.terminals} says. */
    private static int terminals() {
        return Integer.getInteger("waypost.fleet.terminals", 10_000);
    }

    /** Ten minutes, or as many seconds as {@code waypost.fleet.seconds} says. */
    private static Duration length() {
        return Duration.ofSeconds(Integer.getInteger("waypost.fleet.seconds", 600));
    }

    /** On Mosquitto. */
    static FleetTrial city() {
        return new FleetTrial("fleet", List.of(CITY));
    }

    /** On the hub's own broker. */
    static FleetTrial town() {
        return new FleetTrial("fleet-embedded", List.of(TOWN));
    }

    /** With fewer on both brokers, for a test. */
    static FleetTrial of(int terminals, int reportsASecond, Duration length) {
        return new FleetTrial(
                "fleet",
                List.of(
                        new Load(terminals, reportsASecond, length, "mosquitto"),
                        new Load(terminals, reportsASecond, length, "embedded")));
    }

    /**
     * What is asked of a hub.
     *
     * @param broker {@code mosquitto} or {@code embedded}
     */
    record Load(int terminals, int reportsASecond, Duration length, String broker) {
        int reports() {
            return Math.toIntExact(reportsASecond * length.toSeconds());
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String purpose() {
        return String.join(
                " and ",
                loads.stream()
                        .map(load -> String.format(
                                java.util.Locale.ROOT,
                                "%,d terminals on %s: time to connect, then %,d reports/s for %d s"
                                        + " (JAVA_TOOL_OPTIONS=-Dwaypost.fleet.seconds=60 for less)",
                                load.terminals,
                                load.broker,
                                load.reportsASecond,
                                load.length.toSeconds()))
                        .toList());
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        for (Load load : loads) {
            if (load.broker.equals("mosquitto") && !Mosquitto.installed()) {
                figures.accept(Figure.skipped(load.broker + "-fleet", Mosquitto.NEEDED));
            } else {
                run(load, directory.resolve(load.broker), figures);
            }
        }
    }

    private static void run(Load load, Path directory, Consumer<Figure> figures)
            throws IOException, InterruptedException {
        try (FleetSite site = FleetSite.made(directory, load)) {
            FleetStock stock = new FleetStock(site.terminals(), site.desk(), load.reports());
            try (Fleet fleet = new Fleet(site)) {
                figures.accept(Figure.noted(load.broker + "-fleet-terminals", load.terminals, ""));
                figures.accept(Figure.atMost(
                        120, load.broker + "-fleet-connected", fleet.connect().toMillis() / 1e3, "s"));
                report(load, site, fleet, stock, figures);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("no keys or certificates could be made", e);
        }
    }

    private static void report(Load load, FleetSite site, Fleet fleet, FleetStock stock, Consumer<Figure> figures)
            throws IOException, InterruptedException {
        HubHeap heap = new HubHeap(site.hub().handle());
        FleetReports reports = new FleetReports(fleet, stock, load.reportsASecond);
        reports.run(heap);
        String prefix = load.broker + "-fleet-";
        figures.accept(Figure.atLeast(load.reportsASecond * 0.99, prefix + "answered", reports.rate(), "/s"));
        figures.accept(Figure.noted(prefix + "receipt-median", reports.timings().median(), "ms"));
        figures.accept(
                Figure.atMost(2_000, prefix + "receipt-p99", reports.timings().p99(), "ms"));
        figures.accept(Figure.atMost(0, prefix + "sent-again", reports.sentAgain(), ""));
        figures.accept(Figure.atMost(0, prefix + "acknowledged-without-a-hub", reports.unheard(), ""));
        figures.accept(Figure.atMost(1, prefix + "hub-connections", site.hubConnections(), ""));
        figures.accept(Figure.atMost(0, prefix + "dropped-by-broker-lines", site.dropped(), ""));
        figures.accept(Figure.atMost(0, prefix + "reports-without-receipt", reports.unanswered(), ""));
        figures.accept(Figure.atMost(0, prefix + "reports-not-stored-once", stock.size() - site.stored(), ""));
        figures.accept(Figure.noted(prefix + "hub-heap", heap.last(), "MiB"));
        if (heap.looks() > 2) {
            figures.accept(Figure.atMost(0.1, prefix + "hub-heap-slope", heap.slope(), "MiB a minute"));
        }
    }
}
