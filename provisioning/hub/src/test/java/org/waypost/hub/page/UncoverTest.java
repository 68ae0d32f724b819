package org.waypost.hub.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.DocumentType;
import org.waypost.contract.Indicator;
import org.waypost.contract.Statement;
import org.waypost.contract.TerminalId;
import org.waypost.hub.casebook.Uncovering;
import org.waypost.hub.casebook.Uncoverings;
import org.waypost.hub.officer.Role;

/** Invariant I16: a case in clear takes a role, a purpose and a second person, or broken glass that is reviewed. */
class UncoverTest {
    private static final TerminalId COUNTER = new TerminalId("counter-1");
    private static final Instant SEEN = Instant.parse("2026-11-23T02:17:00Z");

    /** What stands in the report below and may stand in no page before it is uncovered. */
    private static final List<String> CANARIES = List.of(
            "canary-statement",
            "canary-contact",
            "canary-wish",
            "canary-must-not",
            "canary-steps",
            "canary-operator",
            "canary-number",
            "canary-amending",
            "canary-corrected",
            "2026-11-23",
            "02:17");

    @TempDir
    Path directory;

    private DeskRig rig;
    private long number;

    @BeforeEach
    void open() throws Exception {
        rig = new DeskRig(directory);
        CaseReport report = report();
        number = rig.keep(report);
        rig.keep(amendment(report));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static CaseReport report() {
        return new CaseReport(
                UUID.randomUUID(),
                new CaseReport.Filing(
                        COUNTER,
                        "canary-operator",
                        new CaseReport.LegalDuty("the law", "22"),
                        SEEN,
                        SEEN.plusSeconds(60)),
                CaseReport.Urgency.CHILD,
                CaseReport.Protected.PARTY_B,
                List.of(new Statement(
                        Statement.Source.SAID_BY_PERSON, Optional.of(Indicator.FEAR_3), "canary-statement")),
                List.of(new CaseReport.DocumentReference(DocumentType.PASSPORT, "canary-number")),
                new CaseReport.Handling(
                        CaseReport.Companion.PRESENT,
                        "canary-contact",
                        "canary-wish",
                        "canary-must-not",
                        "canary-steps",
                        CaseReport.Interpreter.USED),
                Set.of(CaseReport.Recipient.POLICE));
    }

    private static Amendment amendment(CaseReport of) {
        Statement corrected = new Statement(Statement.Source.OBSERVED, Optional.empty(), "canary-corrected");
        return new Amendment(
                UUID.randomUUID(),
                of.id(),
                new Amendment.Author(COUNTER, "canary-operator", SEEN.plusSeconds(600)),
                "canary-amending",
                new Amendment.Correction(List.of(corrected)));
    }

    private static List<String> found(String page) {
        return CANARIES.stream().filter(page::contains).toList();
    }

    private String cased(String cookies, String form, String fields) throws Exception {
        return rig.post(cookies, "/case/" + number + form, fields).body();
    }

    @Test
    void noPageHoldsANameANumberATimeOrAWordBeforeItIsUncovered() throws Exception {
        String li = rig.signedIn("Li", Role.CASE_OFFICER);
        String covered = cased(li, "", "reason=first+look");
        assertTrue(covered.contains("FEAR-3") && covered.contains("Passport"), covered);
        assertEquals(List.of(), found(covered));
        cased(li, "/ask", "reason=calls+her+sister");
        for (String path : List.of("/", "/rows", "/uncoverings", "/case/" + number)) {
            assertEquals(List.of(), found(rig.get(li, path).body()), path);
        }
        String clear = cased(li, "/break-glass", "reason=danger+now");
        assertEquals(CANARIES, found(clear), "control: each of them is found in clear");
        String after = cased(li, "", "reason=second+look");
        assertEquals(List.of(), found(after), "opened again, it is covered");
    }

    /** Each role, with a purpose and without, with each second person: which of them see the case in clear. */
    @Test
    void aCaseInClearTakesARoleAPurposeAndASecondPerson() throws Exception {
        Map<Role, String> cookies = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            cookies.put(role, rig.signedIn(role));
        }
        String second = rig.signedIn("Wu", Role.CASE_OFFICER);
        String technician = rig.signedIn("Ma", Role.TECHNICIAN);
        for (Map.Entry<Role, String> one : cookies.entrySet()) {
            Role role = one.getKey();
            String asking = one.getValue();
            for (String purpose : List.of("", "reason=calls+her+sister")) {
                boolean allowed = !purpose.isEmpty() && (role == Role.CASE_OFFICER || role == Role.SUPERVISOR);
                String tried = role + " " + purpose;
                assertFalse(seesAfter(asking, purpose, Optional.empty()), () -> tried + ": nobody consented");
                assertFalse(seesAfter(asking, purpose, Optional.of(asking)), () -> tried + ": their own consent");
                assertFalse(seesAfter(asking, purpose, Optional.of(technician)), () -> tried + ": a technician's");
                assertEquals(allowed, seesAfter(asking, purpose, Optional.of(second)), () -> tried + ": another's");
                awake(cookies.values(), second, technician);
                awake(cookies.values(), second, technician);
                assertFalse(sees(asking), () -> tried + ": for a quarter of an hour");
                cased(asking, "/break-glass", purpose);
                assertEquals(allowed, sees(asking), () -> tried + ": broken glass");
                awake(cookies.values(), second, technician);
                awake(cookies.values(), second, technician);
            }
        }
    }

    /** Twice lets what is open be covered again, and keeps everybody's session. */
    private void awake(Iterable<String> cookies, String... more) throws Exception {
        rig.now = rig.now.plus(Uncoverings.OPEN.dividedBy(2)).plusSeconds(1);
        for (String one : cookies) {
            rig.get(one, "/");
        }
        for (String one : more) {
            rig.get(one, "/");
        }
    }

    private boolean seesAfter(String asking, String purpose, Optional<String> consenting) throws Exception {
        cased(asking, "/ask", purpose);
        if (consenting.isPresent()) {
            for (Uncovering waiting : rig.desk.casebook().uncoverings().current()) {
                rig.post(consenting.get(), "/uncoverings/" + waiting.number() + "/consent", "");
            }
        }
        return sees(asking);
    }

    private boolean sees(String cookies) throws Exception {
        return cased(cookies, "/uncovered", "").contains("canary-statement");
    }

    @Test
    void brokenGlassIsInTheReviewsUntilAnotherPersonReviewedIt() throws Exception {
        String breaking = rig.signedIn("Li", Role.SUPERVISOR);
        String other = rig.signedIn("Wu", Role.SUPERVISOR);
        assertFalse(rig.get(other, "/reviews").body().contains("danger at the door"));
        cased(breaking, "/break-glass", "reason=danger+at+the+door");
        String list = rig.get(other, "/reviews").body();
        assertTrue(list.contains("danger at the door") && list.contains("action=\"/reviews/1\""), list);
        assertFalse(rig.get(breaking, "/reviews").body().contains("action=\"/reviews/1\""));
        assertEquals(
                409, rig.post(breaking, "/reviews/1", "reason=it+was+right").statusCode());
        assertEquals(400, rig.post(other, "/reviews/1", "reason=").statusCode());
        assertTrue(rig.get(other, "/reviews").body().contains("action=\"/reviews/1\""), "still there");
        assertEquals(303, rig.post(other, "/reviews/1", "reason=it+was+right").statusCode());
        String after = rig.get(other, "/reviews").body();
        assertTrue(after.contains("it was right") && !after.contains("action=\"/reviews/1\""), after);
        assertEquals(404, rig.post(other, "/reviews/1", "reason=again").statusCode());
    }

    @Test
    void theBrowserLeavesThePageWhenTheCaseIsCoveredAgain() throws Exception {
        String li = rig.signedIn("Li", Role.CASE_OFFICER);
        cased(li, "/break-glass", "reason=danger+now");
        rig.now = rig.now.plusSeconds(60);
        HttpResponse<String> later = rig.post(li, "/case/" + number + "/uncovered", "");
        assertEquals(
                "840; url=/uncoverings", later.headers().firstValue("refresh").orElseThrow());
    }
}
