package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.agent.audit.AuditChain;
import org.waypost.agent.store.StoreFailure;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.SealedReport;

class OutboxAuditTest extends OutboxScene {
    @Test
    void anOverdueReportIsAccountedForOnceAndOnlyWhileItWaits() {
        UUID report = put(Urgency.OTHER, "1");
        outbox.overdue(report);
        outbox.overdue(report);
        assertEquals(Optional.of(Enrolled.NOW), outbox.outstanding().getFirst().alarmed());
        SealedReport sent = outbox.next().orElseThrow();
        outbox.confirm(enrolled.stored(sent, 1));
        outbox.overdue(report);
        assertEquals(
                List.of("REPORT_OVERDUE " + report),
                actions().stream()
                        .filter(action -> action.startsWith("REPORT_OVERDUE"))
                        .toList());
    }

    @Test
    void anAmendmentIsAccountedForUnderTheNameOfWhoDecidesAndItsReportsEncounter() {
        UUID report = put(Urgency.OTHER, "1");
        outbox.confirm(enrolled.stored(outbox.next().orElseThrow(), 1));
        Amendment withdrawal = enrolled.withdrawal(report);
        outbox.amend(withdrawal);
        outbox.amend(withdrawal);
        assertEquals(
                "REPORT_WITHDRAWN " + report + " " + withdrawal.id() + " EXPLAINED",
                actions().getLast());
        assertEquals(3, actions().size());
        long encounters = store.transaction(in -> {
            try (Statement statement = in.createStatement();
                    var row = statement.executeQuery("select count(distinct encounter), max(actor) from audit")) {
                assertEquals("terminal", row.getString(2));
                return row.getLong(1);
            }
        });
        assertEquals(1, encounters);
    }

    @Test
    void eachStepIsAccountedForInItsTransaction() {
        UUID report = put(Urgency.OTHER, "1");
        SealedReport sent = outbox.next().orElseThrow();
        var receipt = enrolled.stored(sent, 1);
        outbox.confirm(receipt);
        assertEquals(List.of("REPORT_FILED ", "REPORT_CONFIRMED " + report + " " + receipt.digest()), actions());
        assertInstanceOf(AuditChain.Verdict.Intact.class, new AuditChain(store).verify());
    }

    @Test
    void aReportThatCannotBeAccountedForIsNotStored() {
        breakAudit();
        assertThrows(StoreFailure.class, () -> outbox.put(enrolled.report(Urgency.OTHER, "1"), Enrolled.filed()));
        assertEquals(Optional.empty(), outbox.next());
        assertEquals(List.of(), outbox.rows());
    }

    @Test
    void aReceiptThatCannotBeAccountedForLetsNothingGo() {
        put(Urgency.OTHER, "1");
        SealedReport sent = outbox.next().orElseThrow();
        breakAudit();
        assertThrows(StoreFailure.class, () -> outbox.confirm(enrolled.stored(sent, 1)));
        assertEquals(Optional.of(sent), outbox.next());
    }

    @Test
    void theSameReportIsNotStoredTwice() {
        CaseReport report = enrolled.report(Urgency.OTHER, "1");
        outbox.put(report, Enrolled.filed());
        assertThrows(StoreFailure.class, () -> outbox.put(report, Enrolled.filed()));
        assertEquals(1, outbox.rows().size());
        assertEquals(List.of("REPORT_FILED "), actions());
    }

    private void breakAudit() {
        execute("create trigger broken before insert on audit begin select raise(abort, 'broken'); end");
    }
}
