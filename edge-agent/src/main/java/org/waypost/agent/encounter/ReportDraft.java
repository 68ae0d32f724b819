package org.waypost.agent.encounter;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.DocumentReference;
import org.waypost.contract.CaseReport.Filing;
import org.waypost.contract.CaseReport.Recipient;

/**
 * Makes the report of a case that a named registrar refers: what was stated in it, and nothing that a machine found.
 *
 * @param settings who files and under which duty
 */
record ReportDraft(CounterSettings settings) {

    /**
     * The report, to police and support service alike.
     *
     * @param at a case with at least one statement
     */
    CaseReport of(MarriageCase at, Registrar by, UUID id, Instant now) {
        Concern last = at.concerns().last().orElseThrow();
        Instant seen = at.concerns().seen().orElseThrow();
        return new CaseReport(
                id,
                new Filing(settings.terminal(), by.pseudonym(), settings.duty(), seen, now),
                last.urgency(),
                last.protect(),
                at.concerns().statements(),
                documents(at),
                last.handling(),
                EnumSet.allOf(Recipient.class));
    }

    private static List<DocumentReference> documents(MarriageCase at) {
        return Stream.of(at.a(), at.b())
                .flatMap(party -> party.read().stream())
                .map(Card.Read::reference)
                .toList();
    }
}
