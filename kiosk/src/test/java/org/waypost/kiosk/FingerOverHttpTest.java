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

/** The product's driver at a simulated module, the product's comparison, and drawn fingers. */
class FingerOverHttpTest {
    @TempDir
    Path directory;

    private Installation installation;
    private Counter counter;

    @BeforeEach
    void installed() throws Exception {
        installation = Installation.in(directory.resolve("terminal"));
        installation.list();
        installation.fingers();
        counter = Counter.at(installation);
    }

    @AfterEach
    void closed() {
        counter.close();
    }

    @Test
    void anotherFingerThanThatOfTheIdentificationIsToldAndStopsNothing() throws IOException, InterruptedException {
        String encounter = counter.open();
        counter.toCard(encounter, "A");
        assertFalse(counter.clerk.page("/clerk").contains("请当事人按手指"));
        counter.read(SpecimenCard.TEST_BING);
        assertTrue(counter.clerk.page("/clerk").contains("请当事人按手指"));
        counter.asksFinger(encounter, "A", "IDENTIFY");
        assertTrue(counter.party.page("/party").contains("请按手指"));
        counter.finger("FINGER_ONE", "手指可以抬起");
        assertTrue(counter.party.page("/party").contains("请稍候"), "before anything is known of the finger");
        counter.clerk.until("/clerk", "已采集");
        counter.same(encounter, "A");
        counter.identified(encounter, "B", SpecimenCard.TEST_DING);
        counter.willing(encounter, "A");
        counter.willing(encounter, "B");
        counter.asksFinger(encounter, "A", "SIGN");
        counter.finger("FINGER_TWO", "未认出是核验时的手指");
        assertFalse(counter.party.page("/party").contains("指"));

        assertTrue(counter.decided(encounter, "RELEASE").contains("已办结"));
        String kept = installation.stored();
        assertTrue(kept.contains("A IDENTIFY Taken") && kept.contains("A SIGN Different"));
        assertTrue(counter.hands.page("/technician").matches("(?s).*指纹模块</b> <code>finger</code> · 就绪.*"));
    }

    @Test
    void aModuleThatIsPulledStopsNothingAndIsTheTechnicians() throws IOException, InterruptedException {
        counter.hands.done("/simulated/finger", "touch", "UNPLUGGED");
        String encounter = counter.open();
        counter.toCard(encounter, "A");
        counter.read(SpecimenCard.TEST_BING);
        counter.asksFinger(encounter, "A", "IDENTIFY");
        String screen = counter.clerk.until("/clerk", "采集或比对故障");
        assertTrue(screen.contains("处理人: 技术人员"));
        assertTrue(counter.hands.page("/technician").contains("接好设备或检查供电"));
        counter.same(encounter, "A");
        counter.hands.done("/simulated/finger", "touch", "PLUGGED");
    }

    @Test
    void whoTakesTheOtherWayIsAskedForNoFinger() throws IOException, InterruptedException {
        String encounter = counter.open();
        counter.clerk.done("/clerk/notice", "encounter", encounter, "party", "A");
        counter.clerk.done("/clerk/route", "encounter", encounter, "party", "A", "route", "WITHOUT_FACE");
        counter.read(SpecimenCard.TEST_BING);
        assertFalse(counter.clerk.page("/clerk").contains("/clerk/finger"));
        HttpResponse<String> refused =
                counter.clerk.post("/clerk/finger", "encounter", encounter, "party", "A", "purpose", "IDENTIFY");
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("no finger is asked for"));
    }

    @Test
    void thePartiesAreToldOfFingersBeforeTheyChoose() throws IOException, InterruptedException {
        counter.open();
        String notice = counter.party.page("/party");
        assertTrue(notice.contains("您的手指")
                && notice.contains(">指纹核验<")
                && notice.contains("不采集指纹")
                && !notice.contains("刷脸核验"));
        assertEquals(403, counter.party.get("/simulated/finger").statusCode());
    }

    @Test
    void aDriverThatNobodyBringsRefusesTheStart() throws IOException {
        installation.set("fingerprint.driver", "r503");
        String line = String.valueOf(
                assertThrows(StartFailure.class, () -> Counter.at(installation)).getMessage());
        assertEquals("fingerprint.driver r503 with simulated:: DRIVER_UNKNOWN (r503): see waypost-devices list", line);
    }
}
