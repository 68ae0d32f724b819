package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.waypost.agent.settings.Settings;

/** What a report of ten statements is on the line between a terminal and its broker. */
final class WireTrial implements Trial {
    /** 2.2 KiB, the aim of the reports' issue. */
    private static final double MOST_BYTES = 2_253;

    /** TLS 1.3 (RFC 8446, section 5.2): a head of 5 bytes, a type of 1 and a tag of 16. */
    private static final int TLS_BYTES = 22;

    private static final int REPORTS = 20;

    @Override
    public String name() {
        return "wire";
    }

    @Override
    public String purpose() {
        return "bytes on the line for a report of ten statements, with signature, seal, MQTT and TLS";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        Site site = Site.make(directory.resolve("site"));
        Settings settings = Settings.read(site.terminalSettings());
        try (Program hub = site.hub(Site.cached(site.hubJar()));
                WireTap tap = new WireTap(settings.uplink().brokers().getFirst().getPort());
                Dispatch dispatch = new Dispatch(tap.tapped(settings))) {
            hub.readyLine();
            dispatch.start();
            confirmed(dispatch, dispatch.file(Inventions.ENGLISH));
            for (Map.Entry<String, List<String>> words :
                    List.of(Map.entry("english", Inventions.ENGLISH), Map.entry("chinese", Inventions.CHINESE))) {
                measure(words.getKey(), words.getValue(), tap, dispatch, figures);
            }
        }
    }

    private static void measure(
            String language, List<String> words, WireTap tap, Dispatch dispatch, Consumer<Figure> figures)
            throws InterruptedException {
        int longest = 0;
        int all = 0;
        for (int i = 0; i < REPORTS; i++) {
            tap.records();
            confirmed(dispatch, dispatch.file(words));
            List<Integer> records = tap.records();
            longest = Math.max(
                    longest, records.stream().mapToInt(Integer::intValue).max().orElseThrow());
            all += records.stream().mapToInt(length -> length + 5).sum();
        }
        int packet = longest + 5 - TLS_BYTES;
        figures.accept(Figure.atMost(MOST_BYTES, "report-of-ten-mqtt-packet-" + language, packet, "B"));
        figures.accept(Figure.noted("report-of-ten-sent-with-tls-" + language, (double) all / REPORTS, "B"));
    }

    private static void confirmed(Dispatch dispatch, UUID report) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!dispatch.confirmed(report)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no receipt within a minute");
            }
            Thread.sleep(1);
        }
    }
}
