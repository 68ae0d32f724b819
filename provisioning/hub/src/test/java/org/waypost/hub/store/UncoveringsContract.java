package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.contract.Receipt;
import org.waypost.hub.casebook.CaseRetention;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.casebook.Uncovering;
import org.waypost.hub.casebook.Uncoverings;
import org.waypost.hub.casebook.Uncoverings.Answer;

/** Who sees which case in clear, whichever database is below them. */
abstract class UncoveringsContract extends StoreContract {
    private static final Officer LI = new Officer("Li");
    private static final Officer WU = new Officer("Wu");
    private static final Reason WHY = new Reason("calls her sister");

    private Uncoverings uncoverings;
    private long report;

    @BeforeEach
    void aReport() {
        uncoverings = new SqlUncoverings(database, () -> now);
        report = ((Receipt.Stored) cases(database).settle(List.of(accepted(1))).getFirst()).number();
    }

    private boolean sees(Officer officer) {
        return uncoverings.see(report, officer).isPresent();
    }

    private long asked() {
        assertTrue(uncoverings.ask(report, LI, WHY));
        return uncoverings.current().getFirst().number();
    }

    @Test
    void anothersConsentOpensACaseForQuarterOfAnHourToWhoAskedAlone() {
        long number = asked();
        assertFalse(sees(LI), "nobody consented");
        assertEquals(Answer.OWN, uncoverings.consent(number, LI));
        assertFalse(sees(LI), "one's own consent is none");
        now = now.plus(Uncoverings.WAITS).minusMillis(1);
        assertEquals(Answer.DONE, uncoverings.consent(number, WU));
        assertEquals(Answer.GONE, uncoverings.consent(number, new Officer("Ma")));
        assertFalse(sees(WU), "who consents sees nothing by it");
        assertTrue(sees(LI));
        now = now.plus(Uncoverings.OPEN).minusMillis(1);
        assertTrue(sees(LI));
        now = now.plusMillis(1);
        assertFalse(sees(LI));
        assertEquals(List.of(), uncoverings.current());
        assertEquals(List.of(), uncoverings.broken(9), "no glass was broken");
        assertEquals(4, auditEntries(), "asked, consented, seen twice");
        assertEquals(
                2,
                count("select count(*) from audit where actor = 'Li' and action = 'UNCOVERED' and subject = '" + report
                        + "' and note = 'calls her sister (Wu)'"));
    }

    @Test
    void aRequestThatWaitedForAnHourHasLapsed() {
        long number = asked();
        now = now.plus(Uncoverings.WAITS);
        assertEquals(List.of(), uncoverings.current());
        assertEquals(Answer.GONE, uncoverings.consent(number, WU));
        assertFalse(sees(LI));
    }

    @Test
    void brokenGlassOpensACaseAtOnceAndStaysUntilAnotherPersonReviewedIt() {
        assertTrue(uncoverings.breakGlass(report, LI, WHY));
        assertTrue(sees(LI));
        assertFalse(sees(WU));
        now = now.plus(Uncoverings.OPEN);
        assertFalse(sees(LI));
        Uncovering broken = uncoverings.broken(9).getFirst();
        assertTrue(broken.glass() && broken.review().isEmpty());
        assertEquals(Answer.OWN, uncoverings.review(broken.number(), LI, WHY));
        assertEquals(Answer.GONE, uncoverings.consent(broken.number(), WU));
        assertEquals(broken, uncoverings.broken(9).getFirst());
        Reason finding = new Reason("rightly so");
        assertEquals(Answer.DONE, uncoverings.review(broken.number(), WU, finding));
        assertEquals(Answer.GONE, uncoverings.review(broken.number(), WU, finding));
        assertEquals(
                Optional.of(new Uncovering.Review(WU, now, finding)),
                uncoverings.broken(9).getFirst().review());
        assertEquals(
                1, count("select count(*) from audit where action = 'GLASS_BROKEN' and note = '" + WHY.words() + "'"));
        assertEquals(1, count("select count(*) from audit where action = 'GLASS_REVIEWED' and actor = 'Wu'"));
    }

    @Test
    void thereIsNothingToUncoverOfACaseThatIsNotThere() {
        assertFalse(uncoverings.ask(report + 1, LI, WHY));
        assertFalse(uncoverings.breakGlass(report + 1, LI, WHY));
        assertEquals(0, auditEntries());
    }

    @Test
    void whatWasUncoveredGoesWithTheAudit() {
        assertTrue(uncoverings.breakGlass(report, LI, WHY));
        Duration day = Duration.ofDays(1);
        SqlRetention retention = new SqlRetention(database, new CaseRetention(day, day, day), signer(), () -> now);
        now = now.plus(day);
        retention.delete();
        assertEquals(1, uncoverings.broken(9).size());
        now = now.plusMillis(1);
        retention.delete();
        assertEquals(List.of(), uncoverings.broken(9));
    }
}
