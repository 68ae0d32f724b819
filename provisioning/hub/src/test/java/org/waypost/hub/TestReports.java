package org.waypost.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Indicator;
import org.waypost.contract.Statement;
import org.waypost.contract.TerminalId;

/** Reports as a terminal files them. */
final class TestReports {
    private TestReports() {}

    static Amendment correction(CaseReport of, TerminalId by, String words) {
        return amendment(
                of,
                by,
                new Amendment.Correction(
                        List.of(new Statement(Statement.Source.OBSERVED, Optional.of(Indicator.SPK_3), words))));
    }

    static Amendment withdrawal(CaseReport of, TerminalId by) {
        return amendment(of, by, new Amendment.Withdrawal(Amendment.Cause.ANOTHER_CASE));
    }

    private static Amendment amendment(CaseReport of, TerminalId by, Amendment.Change change) {
        Instant at = of.filing().filed().plusSeconds(600);
        return new Amendment(
                UUID.randomUUID(), of.id(), new Amendment.Author(by, "registrar-7", at), "read it again", change);
    }

    static CaseReport report(TerminalId terminal) {
        return report(terminal, CaseReport.Urgency.OTHER, "said that she does not know what is being signed");
    }

    static CaseReport report(TerminalId terminal, CaseReport.Urgency urgency, String words) {
        Instant seen = Instant.parse("2026-11-23T02:10:00Z");
        return new CaseReport(
                UUID.randomUUID(),
                new CaseReport.Filing(
                        terminal,
                        "registrar-7",
                        new CaseReport.LegalDuty("妇女权益保障法", "22"),
                        seen,
                        seen.plusSeconds(300)),
                urgency,
                CaseReport.Protected.PARTY_B,
                List.of(
                        new Statement(Statement.Source.OBSERVED, Optional.of(Indicator.FEAR_3), ""),
                        new Statement(Statement.Source.SAID_BY_PERSON, Optional.of(Indicator.CON_1), words)),
                List.of(),
                new CaseReport.Handling(
                        CaseReport.Companion.PRESENT,
                        "at the counter, before noon",
                        "wants to speak with her sister",
                        "do not telephone the household",
                        "second appointment given",
                        CaseReport.Interpreter.USED),
                Set.of(CaseReport.Recipient.POLICE, CaseReport.Recipient.SUPPORT_SERVICE));
    }
}
