package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.WatchlistEntry.Category;
import org.waypost.drivers.simulated.SpecimenCard;

class CaseOverHttpTest {
    private static final String JIA = "110101199003070011";

    @TempDir
    Path directory;

    private Installation installation;
    private Counter counter;

    @BeforeEach
    void installed() throws Exception {
        installation = Installation.in(directory.resolve("terminal"));
        installation.list(installation.entry(JIA, Category.PROTECTION_ORDER, "<i>示例市人民法院</i>"));
        counter = Counter.at(installation);
    }

    @AfterEach
    void closed() {
        counter.close();
    }

    @Test
    void registersACoupleInSevenSteps() throws IOException, InterruptedException {
        String encounter = counter.open();
        counter.identified(encounter, "A", SpecimenCard.TEST_BING);
        counter.identified(encounter, "B", SpecimenCard.TEST_DING);
        String screen = counter.clerk.page("/clerk");
        assertTrue(screen.contains("测试丙") && screen.contains("测试丁"));
        assertTrue(screen.contains("没有自动比对：本机未安装比对模型，请用眼对照手中证件"));
        counter.willing(encounter, "A");
        counter.willing(encounter, "B");

        String over = counter.decided(encounter, "RELEASE");

        assertTrue(over.contains("已办结"));
        assertFalse(over.contains("测试丙") || over.contains("报告已保存"));
        String journey = counter.hands.page("/technician/journey");
        assertTrue(journey.matches("(?s).*CARD_READ_A\t\\d+\n.*DECIDED\t\\d+\n.*"), journey);
        assertTrue(counter.hands.page("/technician").contains("没有记录"));
    }

    @Test
    void refersACaseAndShowsNothingOfTheReportAfterwards() throws IOException, InterruptedException {
        String encounter = counter.open();
        counter.identified(encounter, "A", SpecimenCard.TEST_JIA);
        String screen = counter.clerk.page("/clerk");
        assertTrue(screen.contains("线索：请向来源单位核实") && screen.contains("lane protective"));
        assertFalse(screen.contains("lane enforcement"));
        counter.raised(encounter, "她说<b>不</b>");
        assertFalse(counter.clerk.page("/clerk").contains("她说"));

        String over = counter.decided(encounter, "REFER");

        assertTrue(over.contains("报告已保存") && over.contains("回执：等待中"));
        assertFalse(over.contains("示例理由") || over.contains("SPK"));
        assertEquals(204, counter.clerk.get("/clerk?seen=" + revision()).statusCode());
        assertTrue(counter.clerk.page("/clerk").contains("待发报告 1 份"));
        assertFalse(installation.stored().contains("她说"));
    }

    private String revision() throws IOException, InterruptedException {
        counter.clerk.done("/clerk/open");
        String page = counter.clerk.page("/clerk");
        int at = page.indexOf("seen=") + 5;
        return page.substring(at, at + 12);
    }

    @Test
    void dangerNowCallsFor110OnTheRegistrarsScreenAlone() throws IOException, InterruptedException {
        String encounter = counter.open();
        assertFalse(counter.clerk.page("/clerk").contains("class=\"call\""));
        assertEquals(303, counter.concern(encounter, "", "DANGER_NOW").statusCode());
        assertTrue(counter.clerk.page("/clerk").contains("class=\"call\""));
        assertFalse(counter.party.page("/party").contains("110"));
    }

    @Test
    void showsThePortraitUntilItWasComparedAndNeverAgain() throws IOException, InterruptedException {
        String encounter = counter.open();
        assertEquals(404, counter.clerk.get("/clerk/portrait/A").statusCode());
        counter.toCard(encounter, "A");
        counter.read(SpecimenCard.TEST_BING);
        HttpResponse<String> picture = counter.clerk.get("/clerk/portrait/A");
        assertEquals(200, picture.statusCode());
        assertEquals("image/bmp", picture.headers().firstValue("Content-Type").orElse(""));
        assertEquals("no-store", picture.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(403, counter.party.get("/clerk/portrait/A").statusCode());
        counter.same(encounter, "A");
        assertEquals(404, counter.clerk.get("/clerk/portrait/A").statusCode());
    }

    @Test
    void tellsTheOtherPartysCardAndReadsTheRightOne() throws IOException, InterruptedException {
        String encounter = counter.open();
        counter.identified(encounter, "A", SpecimenCard.TEST_BING);
        counter.hands.done("/simulated/place", "card", "TEST_BING");
        counter.toCard(encounter, "B");
        counter.clerk.until("/clerk", "这是另一方当事人的证件");
        counter.hands.done("/simulated/remove");
        counter.read(SpecimenCard.TEST_DING);
        assertTrue(counter.clerk.page("/clerk").contains("测试丁"));
    }

    @Test
    void saysWhatFailedAtTheReaderAndWhoMendsIt() throws IOException, InterruptedException {
        String encounter = counter.open();
        counter.hands.done("/simulated/fault", "fault", "CARD_UNREADABLE");
        counter.toCard(encounter, "A");
        Thread.sleep(1_700);
        counter.hands.done("/simulated/place", "card", "TEST_BING");
        String screen = counter.clerk.until("/clerk", "证件必需的一项读不出来");
        assertTrue(screen.contains("处理人: 登记员"));
        counter.hands.done("/simulated/remove");
        counter.read(SpecimenCard.TEST_BING);
    }

    @Test
    void refusesWhatIsOutOfOrderIncompleteOrForAnotherCaseAndLosesNothing() throws IOException, InterruptedException {
        String encounter = counter.open();
        assertEquals(409, counter.clerk.post("/clerk/open").statusCode());
        HttpResponse<String> early =
                counter.clerk.post("/clerk/compare", "encounter", encounter, "party", "A", "finding", "SAME_PERSON");
        assertEquals(409, early.statusCode());
        assertTrue(early.body().contains("未作改动") && early.body().contains("nothing was changed"));
        String other = java.util.UUID.randomUUID().toString();
        assertEquals(
                409,
                counter.clerk
                        .post("/clerk/notice", "encounter", other, "party", "A")
                        .statusCode());
        assertEquals(
                400, counter.clerk.post("/clerk/notice", "encounter", encounter).statusCode());
        assertEquals(
                400,
                counter.clerk
                        .post("/clerk/notice", "encounter", "1", "party", "A")
                        .statusCode());
        assertEquals(
                400,
                counter.clerk
                        .post("/clerk/notice", "encounter", encounter, "party", "C")
                        .statusCode());
        assertEquals(
                400,
                counter.clerk
                        .post(
                                "/clerk/decision",
                                "encounter",
                                encounter,
                                "decision",
                                "REFUSE",
                                "reason",
                                "",
                                "ground",
                                "DOCUMENTS")
                        .statusCode());
        assertEquals(encounter, counter.clerk.encounter());
    }

    @Test
    void nobodyActsWithoutAName() throws IOException, InterruptedException {
        counter.clerk.done("/clerk/leave");
        assertEquals(403, counter.clerk.post("/clerk/open").statusCode());
        assertEquals(
                400,
                counter.clerk.post("/clerk/registrar", "registrar", "SYSTEM").statusCode());
    }

    @Test
    void escapesWhateverWasTypedOrListed() throws IOException, InterruptedException {
        counter.clerk.done("/clerk/registrar", "registrar", "<script>R</script>");
        assertTrue(counter.clerk.page("/clerk").contains("&lt;script&gt;R"));
        String encounter = counter.open();
        counter.toCard(encounter, "A");
        counter.read(SpecimenCard.TEST_JIA);
        String screen = counter.clerk.page("/clerk");
        assertTrue(screen.contains("&lt;i&gt;示例市人民法院"));
        assertFalse(screen.contains("<script>R") || screen.contains("<i>示例"));
    }
}
