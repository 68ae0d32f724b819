package org.waypost.agent.encounter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.contract.Statement;

/**
 * What was noticed in one case so far.
 *
 * @param seen when the first was raised; the duty clock starts there
 * @param statements in the order raised
 * @param last says how to handle them all
 */
record Concerns(Optional<Instant> seen, List<Statement> statements, Optional<Concern> last) {
    /** As many as a report may hold ({@link org.waypost.contract.CaseReport}). */
    static final int MAX = 50;

    static final Concerns NONE = new Concerns(Optional.empty(), List.of(), Optional.empty());

    boolean present() {
        return !statements.isEmpty();
    }

    Optional<ClerkView.Noticed> noticed() {
        return seen.flatMap(at -> last.map(concern -> new ClerkView.Noticed(at, concern.urgency())));
    }

    boolean full() {
        return statements.size() >= MAX;
    }

    Concerns with(Concern concern, Instant now) {
        List<Statement> all = Stream.concat(statements.stream(), Stream.of(concern.statement()))
                .toList();
        return new Concerns(seen.or(() -> Optional.of(now)), all, Optional.of(concern));
    }

    @Override
    public String toString() {
        return "Concerns[]";
    }
}
