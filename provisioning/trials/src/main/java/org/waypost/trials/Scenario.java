package org.waypost.trials;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A marriage referral played through a terminal's own pages and its simulated card reader, without a browser: two
 * parties are verified apart, one says no in the separate interview, the registrar refers.
 */
final class Scenario {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ENCOUNTER = Pattern.compile("name=\"encounter\" value=\"([0-9a-f-]{36})\"");

    private final Browser clerk;
    private final Browser technician;
    private final Site site;
    private final Consumer<Step> steps;

    private Scenario(Browser clerk, Browser technician, Site site, Consumer<Step> steps) {
        this.clerk = clerk;
        this.technician = technician;
        this.site = site;
        this.steps = steps;
    }

    /**
     * Plays it; returns once the terminal holds the hub's verified receipt.
     *
     * @param readyLine by which the terminal named its pages
     * @param steps takes the seven steps of the architecture as they are over
     */
    static void play(String readyLine, Site site, Consumer<Step> steps) throws IOException, InterruptedException {
        try (Browser clerk = new Browser(address(readyLine, "clerk"));
                Browser technician = new Browser(address(readyLine, "technician"))) {
            new Scenario(clerk, technician, site, steps).refer();
        }
    }

    private static URI address(String readyLine, String role) throws IOException {
        Matcher matcher = Pattern.compile(role + " (http://\\S+)").matcher(readyLine);
        if (!matcher.find()) {
            throw new IOException("the terminal named no page for the " + role);
        }
        return URI.create(matcher.group(1));
    }

    private void refer() throws IOException, InterruptedException {
        clerk.post("/clerk/registrar", Map.of("registrar", "registrar-1"));
        clerk.post("/clerk/open", Map.of());
        long cards = identify("A", "TEST_BING") + identify("B", "TEST_DING");
        steps.accept(new Step(1, "the cards are read", Duration.ofNanos(cards)));
        steps.accept(new Step(2, "their holders are verified", journey("VERIFIED")));
        steps.accept(new Step(3, "the list is asked", journey("SCREENED")));
        command("/clerk/interview", Map.of("party", "A", "alone", "on", "interpreter", "", "outcome", "FREE_WILL"));
        command("/clerk/interview", Map.of("party", "B", "alone", "on", "interpreter", "", "outcome", "NOT_STATED"));
        concern();
        command("/clerk/decision", Map.of("decision", "REFER", "reason", "said no when she was alone"));
        steps.accept(new Step(4, "a named person decides", journey("DECIDED")));
        steps.accept(new Step(5, "the report is on disk", journey("OUTBOX")));
        Filed filed = receipt();
        steps.accept(new Step(6, "it is published", Duration.between(filed.created, filed.published)));
        steps.accept(new Step(7, "the hub's receipt is verified", Duration.between(filed.published, filed.confirmed)));
    }

    /** Notice, route, card and comparison of one party; the time from the card on the reader to the document. */
    private long identify(String party, String card) throws IOException, InterruptedException {
        command("/clerk/notice", Map.of("party", party));
        command("/clerk/route", Map.of("party", party, "route", "FACE"));
        long placed = System.nanoTime();
        technician.post("/simulated/place", Map.of("card", card));
        await(() -> technician.get("/technician/journey").contains("CARD_READ_" + party));
        long took = System.nanoTime() - placed;
        technician.post("/simulated/remove", Map.of());
        command("/clerk/compare", Map.of("party", party, "finding", "SAME_PERSON"));
        return took;
    }

    private void concern() throws IOException, InterruptedException {
        command(
                "/clerk/concern",
                Map.ofEntries(
                        Map.entry("source", "SAID_BY_PERSON"),
                        Map.entry("indicator", "CON_1"),
                        Map.entry("words", "invented: she does not want to marry"),
                        Map.entry("urgency", "OTHER"),
                        Map.entry("protect", "PARTY_B"),
                        Map.entry("companion", "PRESENT"),
                        Map.entry("interpreter", "NOT_USED"),
                        Map.entry("contact", ""),
                        Map.entry("wish", "wants to speak to a woman"),
                        Map.entry("mustNot", "do not telephone the household"),
                        Map.entry("steps", "separate interview held")));
    }

    private void command(String path, Map<String, String> fields) throws IOException, InterruptedException {
        Matcher encounter = ENCOUNTER.matcher(clerk.get("/clerk"));
        if (!encounter.find()) {
            throw new IOException("the registrar's screen shows no case");
        }
        Map<String, String> form = new HashMap<>(fields);
        form.put("encounter", encounter.group(1));
        clerk.post(path, form);
    }

    private Duration journey(String stage) throws IOException, InterruptedException {
        long millis = Arrays.stream(technician.get("/technician/journey").split("\n", -1))
                .map(line -> line.split("\t", -1))
                .filter(leg -> leg[0].startsWith(stage))
                .mapToLong(leg -> Long.parseLong(leg[1]))
                .sum();
        return Duration.ofMillis(millis);
    }

    private Filed receipt() throws IOException, InterruptedException {
        await(() -> filed().size() == 1 && !filed().getFirst().get(2).isEmpty());
        List<String> row = filed().getFirst();
        List<List<String>> kept = Table.read(site.hubStore(), "select digest from report");
        if (!kept.equals(List.of(row.subList(3, 4)))) {
            throw new IOException("the hub does not hold the one report that its receipt names");
        }
        return new Filed(Instant.parse(row.get(0)), Instant.parse(row.get(1)), Instant.parse(row.get(2)));
    }

    private List<List<String>> filed() throws IOException {
        return Table.read(site.terminalStore(), "select created, published, confirmed, digest from outbox");
    }

    private static void await(Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IOException("nothing happened for " + PATIENCE.toSeconds() + " s: see the logs");
            }
            Thread.sleep(3);
        }
    }

    /** Something to wait for. */
    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /** When the one report was created, published and confirmed, by the terminal's clock. */
    private record Filed(Instant created, Instant published, Instant confirmed) {}

    /** One of the seven steps, and how long it took. */
    record Step(int number, String what, Duration took) {
        String line() {
            return String.format(Locale.ROOT, "%d  %-32s %8.1f ms", number, what, took.toNanos() / 1e6);
        }
    }
}
