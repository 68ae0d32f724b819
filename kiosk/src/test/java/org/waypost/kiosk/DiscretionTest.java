package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.report.Mailbox;
import org.waypost.agent.report.Notices;
import org.waypost.agent.report.SqliteOutbox;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.Notice;
import org.waypost.contract.Progress;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;
import org.waypost.contract.WatchlistEntry.Category;
import org.waypost.drivers.simulated.SpecimenCard;

/** Invariant I11: what the parties see is the same to the byte, whatever is noticed, found or decided. */
class DiscretionTest {
    private static final String BING = "110101199505050037";

    @TempDir
    Path directory;

    private Installation installation;
    private Counter counter;

    @BeforeEach
    void installed() throws Exception {
        installation = Installation.in(directory.resolve("terminal"));
        installation.fingers();
        installation.list(installation.entry(BING, Category.TRAFFICKING_WARRANT, "示例市公安局"));
        counter = Counter.at(installation);
    }

    @AfterEach
    void closed() {
        counter.close();
    }

    @Test
    void thePartiesScreenIsTheSameWhateverIsNoticedFoundSaidByAFingerOrByTheDesk()
            throws IOException, InterruptedException {
        List<String> plain = played(SpecimenCard.TEST_JIA, false, "RELEASE");
        List<String> noticed = played(SpecimenCard.TEST_BING, true, "REFER");
        assertEquals(plain, noticed);
        assertEquals(plain, played(SpecimenCard.TEST_WU, false, "RELEASE"), "with a card of which a check fails");
        assertFalse(counter.clerk.page("/clerk").contains("有疑问"));
        askedByTheDesk();
        assertTrue(counter.clerk.page("/clerk").contains("受理台对 1 份报告有疑问"), "control: the registrar is told");
        assertEquals(plain, played(SpecimenCard.TEST_JIA, false, "RELEASE"), "while a notice of the desk waits");
        assertEquals(14, plain.size());
        assertFalse(plain.toString().contains("测试") || plain.toString().contains(Counter.REGISTRAR));
    }

    /** The hub's receipt and its notice reach the file of the running terminal. */
    private void askedByTheDesk() {
        Settings settings = Settings.read(installation.settings());
        Credentials keys = Credentials.of(settings.keys());
        InstantSource clock = InstantSource.system();
        try (TerminalStore store = TerminalStore.open(settings.files().store(), clock)) {
            SqliteOutbox outbox =
                    new SqliteOutbox(store, keys.outbox(), settings.files().outbox(), new Mailbox(), clock);
            SealedReport report = outbox.next().orElseThrow();
            outbox.confirm(installation.receipt(report, new Receipt.Stored(1, clock.instant())));
            new Notices(store, keys.notices(), clock)
                    .take(installation.notice(new Notice(report.id(), 1, Progress.QUESTION, clock.instant())));
        }
    }

    /** What the parties' screen answers at each step, headers but the date included. */
    private List<String> played(SpecimenCard first, boolean noticed, String decision)
            throws IOException, InterruptedException {
        List<String> seen = new ArrayList<>();
        String encounter = counter.open();
        seen.add(look());
        if (noticed) {
            counter.raised(encounter, "示例");
        }
        seen.add(look());
        counter.toCard(encounter, "A");
        seen.add(look());
        counter.read(first);
        assertEquals(noticed, counter.clerk.page("/clerk").contains("class=\"hit\""));
        seen.add(look());
        counter.asksFinger(encounter, "A", "IDENTIFY");
        seen.add(look());
        counter.finger("FINGER_ONE", "已采集");
        seen.add(look());
        counter.same(encounter, "A");
        seen.add(look());
        counter.identified(encounter, "B", SpecimenCard.TEST_DING);
        seen.add(look());
        if (noticed) {
            counter.raised(encounter, "示例");
        }
        counter.willing(encounter, "A");
        seen.add(look());
        counter.willing(encounter, "B");
        seen.add(look());
        counter.asksFinger(encounter, "A", "SIGN");
        seen.add(look());
        counter.finger(noticed ? "FINGER_TWO" : "FINGER_ONE", noticed ? "未认出" : "与核验时的手指一致");
        seen.add(look());
        counter.decided(encounter, decision);
        seen.add(look());
        seen.add(poll(seen.getLast()));
        return seen;
    }

    private String look() throws IOException, InterruptedException {
        HttpResponse<String> response = counter.party.get("/party");
        assertTrue(response.body().contains("hx-trigger=\"every 1s\""));
        return text(response);
    }

    private String poll(String page) throws IOException, InterruptedException {
        int at = page.indexOf("seen=") + 5;
        HttpResponse<String> response = counter.party.get("/party?seen=" + page.substring(at, at + 12));
        assertEquals(204, response.statusCode());
        return text(response);
    }

    private static String text(HttpResponse<String> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.remove("date");
        return response.statusCode() + " " + headers + "\n" + response.body();
    }
}
