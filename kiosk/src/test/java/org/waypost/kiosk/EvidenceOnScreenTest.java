package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.drivers.simulated.SpecimenCard;

/** The registrar sees every check of a card with its result and what that means, and no sum of them. */
class EvidenceOnScreenTest {
    private static final Pattern LINE = Pattern.compile(
            "<li class=\"(good|look|open|none)\"><span>([^<]+)</span><b><i aria-hidden=\"true\">(.)</i> ([^<]+)</b><small>([^<]+)</small></li>");

    @TempDir
    Path directory;

    private Installation installation;
    private Counter counter;

    @BeforeEach
    void installed() throws Exception {
        installation = Installation.in(directory.resolve("terminal"));
        installation.list();
        counter = Counter.at(installation);
    }

    private static List<String> lines(Counter counter, SpecimenCard card) throws IOException, InterruptedException {
        counter.toCard(counter.open(), "A");
        counter.read(card);
        return shown(counter.clerk.page("/clerk"));
    }

    private static List<String> shown(String page) {
        return LINE.matcher(page)
                .results()
                .map(line -> line.group(2) + " " + line.group(3) + line.group(4) + " " + line.group(5))
                .toList();
    }

    @AfterEach
    void closed() {
        counter.close();
    }

    @Test
    void everyLineSaysWhatWasCheckedWhatCameOfItAndWhatItMeans() throws Exception {
        assertEquals(
                List.of(
                        "号码校验位 ✓通过 号码没有错位；伪造者也能算出",
                        "号码与出生日期 ✓通过 号码与出生日期一致",
                        "号码与性别 ✓通过 号码与性别一致",
                        "号码与证件种类 ✓通过 号码属于这种证件",
                        "读卡 ✓通过 线路无误，或两次读取一致",
                        "有效期起 ✓通过 已经生效",
                        "有效期止 ✓通过 尚未到期"),
                lines(counter, SpecimenCard.TEST_BING));
        assertFalse(installation.stored().contains("failed"), "nothing failed, nothing is named");
        assertTrue(counter.hands.page("/technician").contains("设置为关闭：登记员用眼比对"));
        counter.clerk.done("/clerk/language", "language", "ENGLISH");
        assertTrue(
                shown(counter.clerk.page("/clerk")).contains("Check digit ✓passed No slip; forgers can do that too"));
    }

    @Test
    void whatDoesNotHoldSaysWhatToDoAndIsNamedInTheAudit() throws Exception {
        assertTrue(lines(counter, SpecimenCard.TEST_WU).contains("有效期止 ✕未通过 已经过期：查看卡面日期和日历；持证人可申请换领"));
        assertTrue(installation.stored().contains("A Taken ADULT failed VALID_UNTIL"));
        assertTrue(shown(counter.party.page("/party")).isEmpty());
        String encounter = counter.clerk.encounter();
        counter.same(encounter, "A");
        counter.toCard(encounter, "B");
        counter.read(SpecimenCard.TEST_JIA);
        List<String> both = shown(counter.clerk.page("/clerk"));
        assertEquals(14, both.size(), "seven for each party");
        assertTrue(both.contains("有效期止 –无此项 本证件没有此项"), "a card without end has nothing to check there");
    }

    /** Without a list the terminal has no time from anywhere else. */
    @Test
    void noDateIsCheckedWhereNothingVouchesForTheClock() throws Exception {
        Installation bare = Installation.in(directory.resolve("without-list"));
        try (Counter unlisted = Counter.at(bare)) {
            List<String> lines = lines(unlisted, SpecimenCard.TEST_WU);
            String unchecked = " ?未检查 本机时钟未经证实：请用日历核对日期";
            assertTrue(lines.containsAll(List.of("有效期起" + unchecked, "有效期止" + unchecked)), lines.toString());
            assertFalse(bare.stored().contains("failed"), "a missing answer is no negative one");
            assertTrue(rules(unlisted).contains("证件在有效期内 本机未查"), rules(unlisted).toString());
        }
    }

    private static List<String> rules(Counter counter) throws IOException, InterruptedException {
        return Pattern.compile("<li class=\"open\"><span>([^<]+) <small>[^<]*</small></span><b>([^<]+)</b></li>")
                .matcher(counter.clerk.page("/clerk"))
                .results()
                .map(line -> line.group(1) + " " + line.group(2))
                .toList();
    }
}
