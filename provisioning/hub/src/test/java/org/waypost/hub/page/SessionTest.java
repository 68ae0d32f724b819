package org.waypost.hub.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.hub.TestDoor;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.officer.Deed;
import org.waypost.hub.officer.Role;
import org.waypost.hub.officer.Sessions;

/** From signing in until a session ends, whatever ends it. */
class SessionTest {
    private static final Officer ADMINISTRATOR = new Officer("test");

    @TempDir
    Path directory;

    private DeskRig rig;

    @BeforeEach
    void open() throws Exception {
        rig = new DeskRig(directory);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private boolean isIn(String cookies) throws Exception {
        HttpResponse<String> answer = rig.get(cookies, "/");
        assertTrue(answer.statusCode() == 200 || answer.statusCode() == 303, () -> "" + answer.statusCode());
        return answer.statusCode() == 200;
    }

    @Test
    void endsWhenNobodyAsksForAnythingByHand() throws Exception {
        String cookies = rig.signedIn(Role.CASE_OFFICER);
        rig.now = rig.now.plus(Sessions.IDLE).minusMillis(1);
        assertTrue(isIn(cookies));
        for (int minute = 0; minute < Sessions.IDLE.toMinutes(); minute++) {
            assertEquals(200, rig.get(cookies, "/rows").statusCode(), "the list asks by itself");
            rig.now = rig.now.plus(Duration.ofMinutes(1));
        }
        HttpResponse<String> over = rig.get(cookies, "/rows");
        assertEquals(401, over.statusCode());
        assertEquals("/sign-in", over.headers().firstValue("hx-redirect").orElseThrow());
        assertFalse(isIn(cookies));
    }

    @Test
    void endsAfterADaysWork() throws Exception {
        String cookies = rig.signedIn(Role.CASE_OFFICER);
        for (long minute = 0; minute < Sessions.LONGEST.toMinutes(); minute += 10) {
            assertTrue(isIn(cookies));
            rig.now = rig.now.plus(Duration.ofMinutes(10));
        }
        assertFalse(isIn(cookies));
    }

    @Test
    void endsWhenItsOfficerLeavesAndTheCookieIsWorthNothingThen() throws Exception {
        String cookies = rig.signedIn(Role.CASE_OFFICER);
        assertTrue(isIn(cookies));
        assertEquals(303, rig.ask(cookies, "POST", "/sign-out").statusCode());
        assertFalse(isIn(cookies));
    }

    @Test
    void endsWhenTheAccountIsNoLongerWhatItWas() throws Exception {
        String cookies = rig.signedIn(Role.SUPERVISOR);
        assertTrue(isIn(cookies));
        rig.officers.enrol(TestDoor.account("the SUPERVISOR", Role.TECHNICIAN), ADMINISTRATOR);
        assertFalse(isIn(cookies));
        String retired = rig.signedIn(Role.CASE_OFFICER);
        assertTrue(isIn(retired));
        assertTrue(rig.officers.retire(new Officer("the CASE_OFFICER"), ADMINISTRATOR));
        assertFalse(isIn(retired));
    }

    @Test
    void aWrongPasswordIsSlowedAndRecordedAndNothingTypedIsKept() throws Exception {
        String outside = rig.outside();
        rig.signedIn(Role.CASE_OFFICER);
        String name = "the CASE_OFFICER";
        assertEquals(
                403, TestDoor.signIn(rig.web, outside, name, "a wrong password").statusCode());
        assertEquals(
                429, TestDoor.signIn(rig.web, outside, name, TestDoor.PASSWORD).statusCode());
        assertEquals(
                403,
                TestDoor.signIn(rig.web, outside, "my secret typed here", "x").statusCode());
        rig.now = rig.now.plusSeconds(1);
        HttpResponse<String> entered = TestDoor.signIn(rig.web, outside, name, TestDoor.PASSWORD);
        assertEquals(303, entered.statusCode());
        String set = entered.headers().firstValue("set-cookie").orElseThrow();
        assertTrue(set.contains("HttpOnly") && set.contains("SameSite=Strict"), set);
        assertEquals(
                List.of(name + " SIGNED_IN", "unknown SIGN_IN_REFUSED", name + " SIGN_IN_REFUSED", name + " SIGNED_IN"),
                rig.officers.deeds(4).stream().map(SessionTest::said).toList());
    }

    private static String said(Deed deed) {
        return deed.by() + " " + deed.action();
    }

    @Test
    void aFormFromElsewhereSignsNobodyIn() throws Exception {
        rig.signedIn(Role.CASE_OFFICER);
        assertEquals(
                403,
                TestDoor.signIn(rig.web, "waypost-desk=guess", "the CASE_OFFICER", TestDoor.PASSWORD)
                        .statusCode());
    }
}
