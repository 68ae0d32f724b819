package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

/** A party with a passport: the product's drivers at simulated readers, the hub's trust store, the two screens. */
class PassportOverHttpTest {
    private static final Pattern LINE = Pattern.compile("<li class=\"[a-z]+\"><span>([^<]+)</span>"
            + "<b><i aria-hidden=\"true\">(.)</i> ([^<]+)</b><small>([^<]+)</small></li>");
    private static final String COMPARISON = "value=\"CANNOT_TELL\" data-key=\"F4\"";

    @TempDir
    Path directory;

    private Installation installation;
    private Counter counter;

    @BeforeEach
    void installed() throws Exception {
        installation = Installation.in(directory.resolve("terminal"));
        installation.list();
        installation.passports();
        counter = Counter.at(installation);
    }

    @AfterEach
    void closed() {
        counter.close();
    }

    /** Lays a passport down until the registrar's screen says so: a swipe between two readings is lost. */
    private String lay(String passport, String says) throws IOException, InterruptedException {
        for (int swipe = 0; swipe < 10; swipe++) {
            counter.hands.done("/simulated/passport", "passport", passport);
            for (int look = 0; look < 80; look++) {
                String page = counter.clerk.page("/clerk");
                if (page.contains(says)) {
                    return page;
                }
                Thread.sleep(50);
            }
        }
        throw new AssertionError("the registrar's screen never says " + says);
    }

    private static List<String> lines(String page) {
        return LINE.matcher(page)
                .results()
                .map(line -> line.group(1) + " " + line.group(2))
                .toList();
    }

    private void trust() throws Exception {
        installation.trust(1, counter.hands.bytes("/simulated/passport/country.cer"));
        counter.hands.until("/technician", "第 1 号，1 个国家签发者");
    }

    @Test
    void aSoundPassportIsReadWithTheHubsTrustStoreAndTheCaseGoesOn() throws Exception {
        trust();
        assertTrue(installation.stored().contains("issue 1, 1 signers"));
        String encounter = counter.open();
        counter.toCard(encounter, "A");
        assertTrue(counter.clerk.page("/clerk").contains("将护照、通行证的机读区刷过阅读器"));
        assertTrue(counter.party.page("/party").contains("使用护照或卡式通行证的，请交给登记员"));
        String page = lay("SOUND", COMPARISON);
        for (String shown : List.of("护照", "ERIKSSON ANNA MARIA", "L898902C3", "UTO", "1974-08-12", "至 2033-04-15")) {
            assertTrue(page.contains(shown), shown);
        }
        assertTrue(page.contains("/clerk/portrait/A"));
        List<String> lines = lines(page);
        assertTrue(lines.stream().filter(line -> line.endsWith("✓")).count() >= 19, lines.toString());
        assertTrue(lines.stream().noneMatch(line -> line.endsWith("✕")), lines.toString());
        String party = counter.party.page("/party");
        assertFalse(party.contains("ERIKSSON") || party.contains("L898902C3") || party.contains("护照"));
        counter.same(encounter, "A");
        counter.identified(encounter, "B", SpecimenCard.TEST_DING);
        counter.willing(encounter, "A");
        counter.willing(encounter, "B");
        assertTrue(counter.decided(encounter, "RELEASE").contains("已办结"));
        String kept = installation.stored();
        assertTrue(kept.contains("A Taken ADULT PASSPORT"));
        assertFalse(kept.contains("ERIKSSON") || kept.contains("L898902C3"), "outcomes, and nothing of a person");
    }

    @Test
    void withoutATrustStoreOrAChipTheRegistrarIsToldAndDecides() throws Exception {
        counter.toCard(counter.open(), "A");
        String page = lay("SOUND", COMPARISON);
        assertTrue(page.contains("本机没有信任库，无法得知由谁签发"));
        counter.same(counter.clerk.encounter(), "A");
        counter.toCard(counter.clerk.encounter(), "B");
        String refused = lay("UNREADABLE_ZONE", "证件必需的一项读不出来");
        assertFalse(refused.contains("value=\"CANNOT_TELL\" data-key=\"F4\""));
    }

    @Test
    void aCardWithAZoneIsOpenedByItAndItsChecksStandBelowTheList() throws Exception {
        counter.toCard(counter.open(), "A");
        String page = lay("CARD", COMPARISON);
        assertTrue(page.contains("卡式旅行证件") && page.contains("D23145890"));
        assertTrue(page.contains("/clerk/portrait/A"));
        assertTrue(page.indexOf("class=\"clear\"") > 0);
        assertTrue(page.indexOf("class=\"clear\"") < page.indexOf("class=\"line evidence\""));
        assertTrue(installation.stored().contains("A Taken ADULT OFFICIAL_TRAVEL_DOCUMENT"));
    }

    @Test
    void aChipThatTheZoneDoesNotOpenIsTold() throws Exception {
        counter.toCard(counter.open(), "A");
        String page = lay("OTHER_CHIP", COMPARISON);
        assertTrue(page.contains("机读区打不开这个芯片"));
        assertTrue(page.contains("当事人"));
    }

    @Test
    void aChipThatStayedShutIsReadAgainWhenTheRegistrarAsks() throws Exception {
        String encounter = counter.open();
        counter.toCard(encounter, "A");
        String shut = lay("OTHER_CHIP", COMPARISON);
        assertTrue(shut.contains("action=\"/clerk/again\"") && shut.contains("重新读取芯片"));
        String asked = counter.clerk.done("/clerk/again", "encounter", encounter, "party", "A");
        assertFalse(asked.contains(COMPARISON));
        String read = lay("SOUND", COMPARISON);
        assertFalse(read.contains("action=\"/clerk/again\""), "a chip that was read is not offered again");
        assertTrue(read.contains("/clerk/portrait/A"));
    }

    @Test
    void theReadersAreOnTheTechniciansPageAndTheirPageIsNobodyElses() throws Exception {
        String page = counter.hands.page("/technician");
        assertTrue(page.contains("/simulated/passport") && page.contains("<code>zone</code>"));
        assertTrue(page.contains("<code>passport</code>") && page.contains("本机没有信任库"));
        for (String path : List.of("/simulated/passport", "/simulated/passport/country.ml")) {
            assertEquals(403, counter.party.get(path).statusCode());
        }
    }

    @Test
    void aChipReaderWithoutAZoneReaderRefusesTheStart() throws Exception {
        installation.set("zone.driver", "none");
        installation.set("zone.device", "none");
        String line = String.valueOf(
                assertThrows(org.waypost.agent.settings.SettingsFailure.class, () -> Counter.at(installation))
                        .getMessage());
        assertTrue(line.contains("zone.driver is none, but passport.driver is not"), line);
    }
}
