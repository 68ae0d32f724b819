package org.waypost.hub.casebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waypost.contract.CaseReport;
import org.waypost.contract.DocumentType;
import org.waypost.contract.Indicator;
import org.waypost.contract.Statement;

/**
 * What a report shows before it is uncovered (invariant I16): values of closed lists, and that something was said. It
 * has no place for words, names, numbers or times, so no page can show them.
 *
 * @param documents types alone
 * @param said which of the handling's texts are there
 */
public record MaskedReport(
        CaseReport.Protected protect,
        List<Sign> signs,
        List<DocumentType> documents,
        CaseReport.Companion companion,
        CaseReport.Interpreter interpreter,
        Set<CaseReport.Recipient> recipients,
        Said said) {

    /** The covered form of a report. */
    static MaskedReport of(CaseReport report) {
        CaseReport.Handling handling = report.handling();
        return new MaskedReport(
                report.protect(),
                Sign.of(report.statements()),
                report.documents().stream()
                        .map(CaseReport.DocumentReference::type)
                        .toList(),
                handling.companion(),
                handling.interpreter(),
                report.recipients(),
                new Said(
                        !handling.mustNot().isEmpty(),
                        !handling.wish().isEmpty(),
                        !handling.safeContact().isEmpty(),
                        !handling.stepsTaken().isEmpty()));
    }

    /**
     * A statement without its words.
     *
     * @param words whether there are any
     */
    public record Sign(Statement.Source source, Optional<Indicator> indicator, boolean words) {
        static List<Sign> of(List<Statement> statements) {
            return statements.stream()
                    .map(one ->
                            new Sign(one.source(), one.indicator(), !one.words().isEmpty()))
                    .toList();
        }
    }

    /** Which texts there are. */
    public record Said(boolean mustNot, boolean wish, boolean safeContact, boolean steps) {}
}
