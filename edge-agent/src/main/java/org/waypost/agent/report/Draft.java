package org.waypost.agent.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.function.LongFunction;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Codec;
import org.waypost.contract.ReportSealer;
import org.waypost.contract.SealedReport;
import org.waypost.contract.TerminalId;

/**
 * What is about to be sealed and put into the outbox.
 *
 * @param length as UTF-8 JSON, in bytes
 * @param sealing seals it under a number
 */
record Draft(
        UUID id, TerminalId terminal, OutboxTable.Priority priority, int length, LongFunction<SealedReport> sealing) {

    static Draft of(CaseReport report, ReportSealer sealer) {
        return new Draft(
                report.id(),
                report.filing().terminal(),
                new OutboxTable.Priority(report.urgency(), report.filing().seen()),
                length(report),
                number -> sealer.seal(report, number));
    }

    /** It travels after all reports: how urgent its own was is not known here any more. */
    static Draft of(Amendment amendment, ReportSealer sealer) {
        return new Draft(
                amendment.id(),
                amendment.by().terminal(),
                new OutboxTable.Priority(Urgency.OTHER, amendment.by().at()),
                length(amendment),
                number -> sealer.seal(amendment, number));
    }

    private static int length(Object message) {
        return Codec.write(message).getBytes(UTF_8).length;
    }
}
