package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.WatchlistEntry.Category;
import org.waypost.drivers.simulated.SpecimenCard;

/**
 * Invariant I11 at a counter with a panel: what the parties see and hear, pages to the byte and lamps to the edge, is
 * the same with and without a press of the help button, an opened housing, a concern and a hit. The terminal makes no
 * sound: no page has a way to.
 */
class SilenceTest {
    private static final String BING = "110101199505050037";
    /** Longer than the farewell, after which the counter is free again. */
    private static final int SECONDS = 60;

    @TempDir
    Path directory;

    private Counter counter;

    /** What is done besides an ordinary case. */
    private interface Trouble {
        Trouble NONE = () -> {};

        void happens() throws IOException, InterruptedException;
    }

    /** All that reaches the public. */
    private record Seen(List<String> pages, List<String> lamps) {}

    @BeforeEach
    void installed() throws Exception {
        Installation installation = Installation.in(directory.resolve("terminal"));
        installation.panel();
        installation.list(installation.entry(BING, Category.TRAFFICKING_WARRANT, "示例市公安局"));
        counter = Counter.at(installation);
    }

    @AfterEach
    void closed() {
        counter.close();
    }

    @Test
    void nobodyBeforeTheCounterCanTellThatSomebodyAskedForHelpOrThatTheListHasSomebody()
            throws IOException, InterruptedException {
        Seen plain = played(SpecimenCard.TEST_JIA, Trouble.NONE, "RELEASE");
        Seen troubled = played(SpecimenCard.TEST_BING, this::called, "REFER");
        assertEquals(plain, troubled);
        assertEquals(List.of("LAMP_GREEN\tLOW", "LAMP_RED\tHIGH"), plain.lamps());
        assertEquals(8, plain.pages().size());

        // the control: a terminal that betrayed anything, by a word or by a lamp, is found out
        Seen betrayed = played(SpecimenCard.TEST_JIA, this::betrayed, "RELEASE");
        assertNotEquals(plain.pages(), betrayed.pages());
        assertNotEquals(plain.lamps(), betrayed.lamps());
    }

    private void called() throws IOException, InterruptedException {
        hand("HELP_PRESSED");
        counter.clerk.until("/clerk", "按下者不明");
        hand("HOUSING_OPENED");
        counter.clerk.until("/clerk", "业务照常办理");
        counter.raised(counter.clerk.encounter(), "示例");
    }

    private void betrayed() throws IOException, InterruptedException {
        counter.party.done("/party/language", "language", "ENGLISH");
        hand("UNPLUGGED");
        hand("PLUGGED");
    }

    private Seen played(SpecimenCard first, Trouble trouble, String decision) throws IOException, InterruptedException {
        free();
        int before = lamps().size();
        List<String> pages = new ArrayList<>();
        pages.add(look());
        String encounter = counter.open();
        counter.hands.until("/simulated/panel", "LAMP_RED\tHIGH\n</pre>");
        pages.add(look());
        trouble.happens();
        pages.add(look());
        counter.identified(encounter, "A", first);
        pages.add(look());
        counter.identified(encounter, "B", SpecimenCard.TEST_DING);
        pages.add(look());
        counter.willing(encounter, "A");
        pages.add(look());
        counter.willing(encounter, "B");
        pages.add(look());
        counter.decided(encounter, decision);
        pages.add(look());
        return new Seen(pages, lamps().subList(before, lamps().size()));
    }

    private void hand(String hand) throws IOException, InterruptedException {
        counter.hands.done("/simulated/panel", "hand", hand);
    }

    private List<String> lamps() throws IOException, InterruptedException {
        String page = counter.hands.page("/simulated/panel");
        return page.substring(page.indexOf("<pre>") + 5, page.indexOf("</pre>"))
                .lines()
                .toList();
    }

    private void free() throws IOException, InterruptedException {
        for (int i = 0; i < 10 * SECONDS; i++) {
            List<String> lamps = lamps();
            if (!lamps.isEmpty() && lamps.getLast().equals("LAMP_GREEN\tHIGH")) {
                return;
            }
            Thread.sleep(100);
        }
        fail("the counter is never free");
    }

    private String look() throws IOException, InterruptedException {
        HttpResponse<String> response = counter.party.get("/party");
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.remove("date");
        return response.statusCode() + " " + headers + "\n" + response.body();
    }
}
