package org.waypost.agent.report;

import java.time.InstantSource;
import java.util.UUID;
import org.waypost.contract.Amendment;
import org.waypost.contract.TerminalId;

/** Corrections and withdrawals, made of what a named person decides here. Safe for use by several threads. */
public final class Amendments {
    private final Outbox outbox;
    private final TerminalId terminal;
    private final InstantSource clock;
    private final ReportIds ids;

    /** Of what this terminal filed. */
    public Amendments(Outbox outbox, TerminalId terminal, InstantSource clock) {
        this.outbox = outbox;
        this.terminal = terminal;
        this.clock = clock;
        this.ids = new ReportIds(clock);
    }

    /** An id for the next one, so that a form that is sent twice is one amendment. */
    public UUID next() {
        return ids.next();
    }

    /**
     * Puts one into the outbox; on disk when this returns {@code SAVED}.
     *
     * @param wish what is to be said of which report, under which id
     * @param operator pseudonym of the named person
     * @throws IllegalArgumentException if a text is empty or longer than the contract allows
     */
    public Outbox.Amending put(Wish wish, String operator) {
        Amendment.Author by = new Amendment.Author(terminal, operator, clock.instant());
        return outbox.amend(new Amendment(wish.amendment, wish.report, by, wish.reason, wish.change));
    }

    /** What a person wants to say of a report they filed. */
    public record Wish(UUID amendment, UUID report, String reason, Amendment.Change change) {}
}
