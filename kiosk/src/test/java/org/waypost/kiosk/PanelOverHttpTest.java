package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.drivers.simulated.SpecimenCard;

/** The product's panel driver on simulated lines, at a terminal at work. */
class PanelOverHttpTest {
    @TempDir
    Path directory;

    private Installation installation;
    private Counter counter;

    @BeforeEach
    void installed() throws Exception {
        installation = Installation.in(directory.resolve("terminal"));
        installation.list();
        installation.panel();
        counter = Counter.at(installation);
    }

    @AfterEach
    void closed() {
        counter.close();
    }

    private void hand(String hand) throws IOException, InterruptedException {
        counter.hands.done("/simulated/panel", "hand", hand);
    }

    private void again() throws IOException, InterruptedException {
        counter.close();
        counter = Counter.at(installation);
    }

    @Test
    void aPressInACaseIsToldToTheRegistrarAndReferredWithTheCase() throws IOException, InterruptedException {
        String encounter = counter.open();
        assertFalse(counter.clerk.page("/clerk").contains("class=\"glyph\""));
        hand("HELP_PRESSED");
        String screen = counter.clerk.until("/clerk", "按下者不明");
        assertTrue(screen.contains("分别单独与双方谈话") && screen.contains("class=\"glyph\""));
        assertFalse(screen.contains("/clerk/help"), "it is this case's");
        counter.decided(encounter, "REFER");
        assertTrue(installation.stored().contains("REPORT_FILED"));
        assertTrue(installation.stored().contains("HELP_PRESSED"));
        assertTrue(installation.stored().contains("HELP_ANSWERED"));
        again();
        assertFalse(counter.clerk.page("/clerk").contains("求助按钮"));
    }

    @Test
    void aPressOutsideOfACaseWaitsAcrossARestartUntilARegistrarHasSeenToIt() throws IOException, InterruptedException {
        hand("HELP_PRESSED");
        counter.clerk.until("/clerk", "求助按钮于");
        assertFalse(counter.party.page("/party").contains("求助"));
        assertFalse(counter.hands.page("/technician").contains("求助按钮于"));
        again();
        assertTrue(counter.clerk.page("/clerk").contains("求助按钮于"));
        assertEquals(403, counter.party.post("/clerk/help").statusCode());
        assertFalse(counter.clerk.done("/clerk/help").contains("求助按钮于"));
        again();
        assertFalse(counter.clerk.page("/clerk").contains("求助按钮于"));
    }

    /** A case that a power cut took with it leaves the press behind. */
    @Test
    void aPressInACaseThatNobodyEndedIsShownAfterARestart() throws IOException, InterruptedException {
        counter.open();
        hand("HELP_PRESSED");
        counter.clerk.until("/clerk", "按下者不明");
        again();
        assertTrue(counter.clerk.page("/clerk").contains("求助按钮于"));
    }

    @Test
    void anOpenedHousingIsTheTechniciansUntilOneHasLookedAndStopsNothing() throws IOException, InterruptedException {
        String closed = counter.hands.page("/technician");
        assertTrue(closed.contains("<code>card</code>"), closed);
        assertEquals(2, closed.split("没有可比对的已配置设备", -1).length, "said of the card reader alone");
        assertTrue(closed.matches("(?s).*<code>housing</code> · 就绪.*"));
        assertFalse(closed.contains("/technician/panel"), "there is no alarm to take back");
        hand("HOUSING_OPENED");
        String page = counter.hands.until("/technician", "尚无人检查");
        assertTrue(page.matches("(?s).*<code>housing</code> · 故障.*处理人: 技术人员.*"), page);
        assertTrue(page.contains("/technician/panel"));
        assertTrue(counter.clerk.page("/clerk").contains("业务照常办理"));

        HttpResponse<String> open = counter.hands.post("/technician/panel", "technician", "zhao");
        assertEquals(409, open.statusCode());
        hand("HOUSING_CLOSED");
        again();
        assertTrue(counter.hands.page("/technician").contains("尚无人检查"), "a restart looks at nothing");

        String encounter = counter.open();
        counter.identified(encounter, "A", SpecimenCard.TEST_BING);
        counter.identified(encounter, "B", SpecimenCard.TEST_DING);
        counter.willing(encounter, "A");
        counter.willing(encounter, "B");
        assertTrue(counter.decided(encounter, "RELEASE").contains("已办结"));

        assertEquals(
                403,
                counter.clerk.post("/technician/panel", "technician", "zhao").statusCode());
        assertEquals(
                400,
                counter.hands
                        .post("/technician/panel", "technician", "terminal")
                        .statusCode());
        assertFalse(
                counter.hands.done("/technician/panel", "technician", "zhao").contains("尚无人检查"));
        assertFalse(counter.clerk.page("/clerk").contains("业务照常办理"));
        assertTrue(installation.stored().contains("TAMPER_RESET"));
        again();
        assertFalse(counter.hands.page("/technician").contains("尚无人检查"));
    }

    @Test
    void theLampShowsWhetherOneMayCome() throws IOException, InterruptedException {
        counter.hands.until("/simulated/panel", "LAMP_GREEN\tHIGH");
        assertFalse(counter.hands.page("/simulated/panel").contains("LAMP_RED"));
        counter.open();
        counter.hands.until("/simulated/panel", "LAMP_GREEN\tLOW\nLAMP_RED\tHIGH");
        assertFalse(counter.hands.page("/simulated/panel").contains("GATE"));
        assertTrue(installation.stored().contains("LAMP_SET"));
    }

    @Test
    void aPanelThatIsGoneIsTheTechniciansAndComesBackByItself() throws IOException, InterruptedException {
        counter.hands.until("/simulated/panel", "LAMP_GREEN\tHIGH");
        hand("UNPLUGGED");
        counter.hands.until("/technician", "<code>panel</code> · 未连接");
        assertEquals(
                409,
                counter.hands.post("/technician/panel", "technician", "zhao").statusCode());
        counter.open();
        hand("PLUGGED");
        counter.hands.until("/simulated/panel", "LAMP_RED\tHIGH");
        hand("HELP_PRESSED");
        counter.clerk.until("/clerk", "按下者不明");
    }

    @Test
    void withoutASettingThereIsNoPanelAndNothingOfIt() throws Exception {
        counter.close();
        installation = Installation.in(directory.resolve("other"));
        installation.list();
        counter = Counter.at(installation);
        String page = counter.hands.page("/technician");
        assertFalse(
                page.contains("housing") || page.contains("/technician/panel") || page.contains("/simulated/panel"));
        assertEquals(404, counter.hands.get("/simulated/panel").statusCode());
        assertEquals(
                404,
                counter.hands.post("/technician/panel", "technician", "zhao").statusCode());
    }

    @Test
    void aPinThatIsNotFitRefusesTheStart() throws Exception {
        Installation pinned = Installation.in(directory.resolve("pinned"));
        pinned.add("panel.driver=gpio\npanel.device=gpio:pinctrl-rp1\npanel.pin-help=2\n");
        String line = String.valueOf(
                assertThrows(StartFailure.class, () -> Counter.at(pinned)).getMessage());
        assertTrue(line.startsWith("panel.pin-help for the driver gpio: VALUE_REFUSED (pin-help)"), line);
        Installation twice = Installation.in(directory.resolve("twice"));
        twice.add("panel.driver=gpio\npanel.device=gpio:pinctrl-rp1\npanel.pin-lamp-red=23\n");
        assertTrue(String.valueOf(assertThrows(StartFailure.class, () -> Counter.at(twice))
                        .getMessage())
                .contains("VALUE_REFUSED (pin-gate)"));
    }
}
