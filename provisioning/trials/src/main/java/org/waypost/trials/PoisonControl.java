package org.waypost.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.servers.Mosquitto;

/**
 * A report that is longer than the broker takes stands before others. The product's terminal leaves it and sends the
 * others; beside it, one that sends it all the same is hung up on again and again, and nothing gets past.
 *
 * @param reports behind the long one
 */
record PoisonControl(Path directory, int reports) {
    private static final int PACKET_MAX = 4_096;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    void run(Consumer<Figure> figures) throws IOException, InterruptedException {
        if (!Mosquitto.installed()) {
            figures.accept(Figure.skipped("control-oversize-sent-blindly-blocked", Mosquitto.NEEDED));
            return;
        }
        try (KillableSite site = KillableSite.made(directory, narrow(), 2);
                Dispatch product = new Dispatch(Settings.read(site.settings(0)));
                Dispatch blind = new Dispatch(
                        Settings.read(site.settings(1)),
                        InstantSource.system(),
                        outbox -> new AlteredOutbox(outbox, AlteredOutbox.Rule.LENGTH))) {
            List<String> filed = filed(product);
            List<String> stuck = filed(blind);
            product.start();
            blind.start();
            Drain.until(() -> product.outbox().backlog().waiting() == 1, "the others still wait", PATIENCE);
            Drain.until(() -> connections(site) > 2, "the control is not hung up on", PATIENCE);
            Set<String> held = new HashSet<>(
                    Reconciliation.column("select id from report", site.site().hubStore()));
            figures.accept(
                    Figure.atMost(0, "oversize-kept-back-others-blocked", Reconciliation.missing(filed, held), ""));
            figures.accept(Figure.noted("control-oversize-connections", connections(site), ""));
            figures.accept(Figure.atLeast(
                    1, "control-oversize-sent-blindly-blocked", Reconciliation.missing(stuck, held), ""));
        }
    }

    /** The shipped configuration with a lower limit. */
    private Path narrow() throws IOException {
        Path narrow = Files.createDirectories(directory.resolve("narrow"));
        for (String file : List.of("waypost.conf", "waypost.acl")) {
            Files.writeString(
                    narrow.resolve(file),
                    Files.readString(FleetSite.shipped().resolve(file))
                            .replaceFirst("(?m)^max_packet_size .*$", "max_packet_size " + PACKET_MAX));
        }
        return narrow;
    }

    /** The long one, then the others, which are told. */
    private List<String> filed(Dispatch terminal) {
        UUID poison = terminal.file(longest());
        List<String> filed = new ArrayList<>();
        for (int i = 0; i < reports; i++) {
            filed.add(terminal.file(Urgency.OTHER).toString());
        }
        filed.remove(poison.toString());
        return filed;
    }

    /** What no compression makes short: any of 20,000 characters. */
    private static List<String> longest() {
        Random random = new Random(1);
        return IntStream.range(0, 10)
                .mapToObj(statement -> random.ints(500, 0x4e00, 0x9c20)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .toList();
    }

    /** How often the control has connected so far. */
    private static double connections(KillableSite site) {
        return (double) site.broker()
                .map(PoisonControl::log)
                .orElse("")
                .lines()
                .filter(line -> line.contains("New client connected") && line.contains(KillableSite.name(1)))
                .count();
    }

    private static String log(Mosquitto broker) {
        try {
            return broker.log();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
