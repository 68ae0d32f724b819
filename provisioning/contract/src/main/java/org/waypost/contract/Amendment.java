package org.waypost.contract;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a named person says later of a report they filed: a correction or a withdrawal. It travels as a report does,
 * sealed and signed, with a number and a receipt of its own. The hub keeps the report and shows both: nothing that was
 * filed goes away.
 *
 * @param id UUIDv7 (RFC 9562) made on the terminal; the hub keeps one message per id
 * @param report id of the report it is about, which the same terminal filed
 * @param by who says so
 * @param reason why, in their own words: 1 to {@value #REASON_MAX} characters
 */
public record Amendment(UUID id, UUID report, Author by, String reason, Change change) {
    /** Longest reason, in characters. */
    public static final int REASON_MAX = 500;

    public Amendment {
        requireNonNull(id);
        requireNonNull(report);
        requireNonNull(by);
        reason = Text.some(REASON_MAX, "reason", reason);
        requireNonNull(change);
        if (id.equals(report)) {
            throw new IllegalArgumentException("an amendment has an id of its own");
        }
    }

    /**
     * Who amends, where and when.
     *
     * @param operator pseudonym of the named person, 1 to 40 characters
     */
    public record Author(TerminalId terminal, String operator, Instant at) {
        public Author {
            requireNonNull(terminal);
            operator = Text.some(40, "operator", operator);
            requireNonNull(at);
        }
    }

    /** What becomes of the report's statements. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Correction.class, name = "CORRECTION"),
        @JsonSubTypes.Type(value = Withdrawal.class, name = "WITHDRAWAL")
    })
    public sealed interface Change {}

    /**
     * Others take their place.
     *
     * @param statements 1 to 50, in the order given
     */
    public record Correction(List<Statement> statements) implements Change {
        public Correction {
            statements = List.copyOf(statements);
            if (statements.isEmpty() || statements.size() > 50) {
                throw new IllegalArgumentException("a correction has 1..50 statements");
            }
        }
    }

    /** Whoever filed no longer stands by them. */
    public record Withdrawal(Cause cause) implements Change {
        public Withdrawal {
            requireNonNull(cause);
        }
    }

    /** Why a report is withdrawn. */
    public enum Cause {
        /** The same was filed before. */
        FILED_TWICE,
        /** It was filed in the case of other parties. */
        ANOTHER_CASE,
        /** What was noticed has an explanation that whoever filed believes. */
        EXPLAINED
    }
}
