package org.waypost.agent.encounter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Statement;

/**
 * What was noticed in one case so far.
 *
 * @param seen when the first was raised; the duty clock starts there
 * @param statements in the order raised
 * @param last says how to handle them all; empty where nothing but the help button spoke
 * @param urgency of what came last: a call for help that nobody has explained yet is danger now
 * @param help that somebody pressed the help button
 */
record Concerns(
        Optional<Instant> seen,
        List<Statement> statements,
        Optional<Concern> last,
        Optional<Urgency> urgency,
        Optional<HelpCall> help) {
    /**
     * A report holds 50 ({@link org.waypost.contract.CaseReport}); two are for what the terminal says by itself
     * ({@link PanelStatements}).
     */
    static final int MAX = 48;

    static final Concerns NONE =
            new Concerns(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    boolean present() {
        return !statements.isEmpty() || help.isPresent();
    }

    Optional<ClerkView.Noticed> noticed() {
        return seen.flatMap(at -> urgency.map(how -> new ClerkView.Noticed(at, how, help)));
    }

    boolean full() {
        return statements.size() >= MAX;
    }

    Concerns with(Concern concern, Instant now) {
        List<Statement> all = Stream.concat(statements.stream(), Stream.of(concern.statement()))
                .toList();
        return new Concerns(
                seen.or(() -> Optional.of(now)), all, Optional.of(concern), Optional.of(concern.urgency()), help);
    }

    /** How to handle it stays as a person said it. */
    Concerns with(HelpCall pressed) {
        HelpCall all = help.map(earlier -> earlier.and(pressed)).orElse(pressed);
        return new Concerns(
                seen.or(() -> Optional.of(pressed.first())),
                statements,
                last,
                Optional.of(Urgency.DANGER_NOW),
                Optional.of(all));
    }

    @Override
    public String toString() {
        return "Concerns[]";
    }
}
