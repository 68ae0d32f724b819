package org.waypost.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.hub.casebook.CaseRetention;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.fleet.Conduct;
import org.waypost.hub.intake.Intake;
import org.waypost.hub.store.SqlCases;
import org.waypost.hub.store.SqlRetention;

/** What the intake makes of corrections and withdrawals. */
class IntakeAmendmentsTest extends IntakeScene {
    @Test
    void takesAmendmentsOfWhatTheirTerminalFiledAndCountsTheOthers() throws Exception {
        CaseReport report = TestReports.report(counter);
        TerminalId other = site.enrol("counter-2");
        SealedReport correction = site.seal(TestReports.correction(report, counter, "the uncle"));
        List<Intake.Outcome> outcomes = intake.receive(List.of(
                of(site.seal(report)),
                of(correction),
                of(site.seal(TestReports.withdrawal(report, counter))),
                of(site.seal(TestReports.withdrawal(report, other))),
                of(site.seal(TestReports.withdrawal(TestReports.report(counter), counter)))));
        Receipt none = new Receipt.Refused(Receipt.Reason.NO_SUCH_REPORT);
        assertInstanceOf(Receipt.Stored.class, receipt(outcomes.get(1)));
        assertInstanceOf(Receipt.Stored.class, receipt(outcomes.get(2)));
        assertEquals(none, receipt(outcomes.get(3)));
        assertEquals(none, receipt(outcomes.get(4)));
        assertInstanceOf(
                Receipt.AlreadyStored.class,
                receipt(intake.receive(List.of(of(correction))).getFirst()));
        assertEquals(2, tally.counts().get("NO_SUCH_REPORT"));
    }

    /** The terminal cannot know what the hub let go by age; what it never filed it does know. */
    @Test
    void blamesNoTerminalForAnAmendmentOfACaseThatWasPurged() throws Exception {
        CaseReport report = TestReports.report(counter);
        intake.receive(List.of(of(site.seal(report))));
        purge();
        assertEquals(
                new Receipt.Refused(Receipt.Reason.NO_SUCH_REPORT),
                receipt(next(of(site.seal(TestReports.withdrawal(report, counter))))));
        for (int i = 1; i < Conduct.SLOWED_AT; i++) {
            amendNothing();
        }
        assertEquals(Conduct.Treatment.READ, fleet.conduct().treatment(counter));
        amendNothing();
        assertEquals(Conduct.Treatment.SLOWED, fleet.conduct().treatment(counter));
    }

    private void amendNothing() throws Exception {
        intake.receive(List.of(of(site.seal(TestReports.withdrawal(TestReports.report(counter), counter)))));
    }

    private void purge() {
        Signer hub = new Signer(site.receipts);
        new SqlCases(database, hub, () -> now).acknowledge(1, new Officer("Li"), new Reason("a look"));
        Duration day = Duration.ofDays(1);
        Instant later = now.plus(day).plusMillis(1);
        assertEquals(
                1,
                new SqlRetention(database, new CaseRetention(day, day, day.multipliedBy(2)), hub, () -> later)
                        .purge()
                        .cases());
    }
}
