package org.waypost.trials;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waypost.agent.report.DutyWindows;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Indicator;
import org.waypost.contract.Statement;
import org.waypost.contract.TerminalId;

/** Invented reports. */
final class Inventions {
    private Inventions() {}

    /** An office that files them. */
    static Settings.Office office(TerminalId terminal) {
        Duration window = Duration.ofHours(1);
        return new Settings.Office(
                terminal,
                "counter",
                ZoneId.of("Asia/Shanghai"),
                new Settings.Duty(
                        new CaseReport.LegalDuty("A law", "article 1"),
                        new DutyWindows(window, window, window),
                        "supervisor"));
    }

    static CaseReport report(UUID id, Settings.Office office, CaseReport.Urgency urgency, Instant now) {
        return new CaseReport(
                id,
                new CaseReport.Filing(
                        office.terminal(), "registrar-1", office.duty().law(), now, now),
                urgency,
                CaseReport.Protected.PARTY_B,
                List.of(
                        new Statement(Statement.Source.OBSERVED, Optional.of(Indicator.SPK_1), "answers for her"),
                        new Statement(Statement.Source.SAID_BY_PERSON, Optional.of(Indicator.CON_1), "invented words")),
                List.of(),
                new CaseReport.Handling(
                        CaseReport.Companion.PRESENT,
                        "",
                        "wants to speak alone",
                        "do not telephone the household",
                        "separate interview held",
                        CaseReport.Interpreter.NOT_USED),
                Set.of(CaseReport.Recipient.POLICE, CaseReport.Recipient.SUPPORT_SERVICE));
    }
}
