package org.waypost.agent.encounter;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Companion;
import org.waypost.contract.CaseReport.DocumentReference;
import org.waypost.contract.CaseReport.Filing;
import org.waypost.contract.CaseReport.Handling;
import org.waypost.contract.CaseReport.Protected;
import org.waypost.contract.CaseReport.Recipient;
import org.waypost.contract.Statement;

/**
 * Makes the report of a case that a named registrar refers: what was stated in it, that somebody pressed the help
 * button, and that the terminal was opened; nothing that a machine found of a person.
 *
 * @param settings who files and under which duty
 * @param opened since when the housing stands opened and nobody has looked
 */
record ReportDraft(CounterSettings settings, Supplier<Optional<Instant>> opened) {
    /** Nobody has said anything yet. */
    private static final Handling UNKNOWN =
            new Handling(Companion.NOT_KNOWN, "", "", "", "", CaseReport.Interpreter.NOT_USED);

    /**
     * The report, to police and support service alike.
     *
     * @param at a case with at least one statement
     */
    CaseReport of(MarriageCase at, Registrar by, UUID id, Instant now) {
        Concerns noticed = at.concerns();
        Instant seen = noticed.seen().orElseThrow();
        return new CaseReport(
                id,
                new Filing(settings.terminal(), by.pseudonym(), settings.duty(), seen, now),
                noticed.urgency().orElseThrow(),
                noticed.last().map(Concern::protect).orElse(Protected.BOTH_PARTIES),
                statements(noticed),
                documents(at),
                noticed.last().map(Concern::handling).orElse(UNKNOWN),
                EnumSet.allOf(Recipient.class));
    }

    private List<Statement> statements(Concerns noticed) {
        PanelStatements panel = new PanelStatements(settings.zone());
        return Stream.of(
                        noticed.statements().stream(),
                        noticed.help().map(panel::help).stream(),
                        opened.get().map(panel::opened).stream())
                .flatMap(all -> all)
                .toList();
    }

    private static List<DocumentReference> documents(MarriageCase at) {
        return Stream.of(at.a(), at.b())
                .flatMap(party -> party.read().stream())
                .map(Card.Read::reference)
                .toList();
    }
}
