package org.waypost.agent.encounter;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.waypost.agent.audit.AuditEvent;

/**
 * The help button of a counter. A press is shown to the registrar even where it cannot be written down; those that no
 * open case takes wait here for a named registrar. Used under the counter's lock.
 */
final class HelpBell {
    private final Ledger ledger;
    private final InstantSource clock;
    private Optional<HelpCall> waiting = Optional.empty();

    HelpBell(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Presses outside of a case that nobody has answered. */
    Optional<HelpCall> waiting() {
        return waiting;
    }

    void recall(HelpCall call) {
        waiting = Optional.of(waiting.map(call::and).orElse(call));
    }

    /** What becomes of the current case by a press. */
    Optional<MarriageCase> pressed(Optional<MarriageCase> current, Instant at) {
        Optional<MarriageCase> open = current.filter(running -> running.ending().isEmpty());
        HelpCall call = HelpCall.pressed(open.map(MarriageCase::encounter).orElseGet(this::id), at);
        write(call, account -> account.helpPressed());
        if (open.isEmpty()) {
            recall(call);
            return current;
        }
        return open.map(running -> running.with(running.concerns().with(call)));
    }

    /** A registrar has seen to what waits; why that does not count if it could not be written down. */
    Optional<Rejection> answered(Registrar by) {
        Optional<Rejection> failed = waiting.flatMap(call -> write(call, account -> account.helpAnswered(by)));
        if (failed.isEmpty()) {
            waiting = Optional.empty();
        }
        return failed;
    }

    /** Who ended a case has seen to the presses in it. Unwritten, they are shown again after a restart. */
    void answered(MarriageCase over, Registrar by) {
        over.concerns().help().ifPresent(call -> write(call, account -> account.helpAnswered(by)));
    }

    private Optional<Rejection> write(HelpCall call, Function<Account, AuditEvent> line) {
        Instant now = clock.instant();
        return ledger.write(
                call.ids().stream().map(id -> line.apply(new Account(id, now))).toList());
    }

    /** Presses that wait together have one id. */
    private UUID id() {
        return waiting.flatMap(call -> call.ids().stream().findFirst()).orElseGet(UUID::randomUUID);
    }
}
