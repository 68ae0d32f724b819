package org.waypost.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a member of staff reports of one suspected case: typed statements, no score, no picture, no full number, no
 * language. Made only from a named person's decision. Content after the terminal's "what a report must hold".
 *
 * @param id UUIDv7 (RFC 9562) made on the terminal; the hub keeps one report per id
 * @param filing who files, where, when and under which duty
 * @param urgency decides the order in which reports travel
 * @param protect whom the report is to protect
 * @param statements 1 to 50, in the order given
 * @param documents 0 to 2 references by type and keyed hash
 * @param handling what the desk needs to act without doing harm
 * @param recipients at least one
 */
public record CaseReport(
        UUID id,
        Filing filing,
        Urgency urgency,
        Protected protect,
        List<Statement> statements,
        List<DocumentReference> documents,
        Handling handling,
        Set<Recipient> recipients) {

    public CaseReport {
        requireNonNull(id);
        requireNonNull(filing);
        requireNonNull(urgency);
        requireNonNull(protect);
        requireNonNull(handling);
        statements = List.copyOf(statements);
        documents = List.copyOf(documents);
        if (statements.isEmpty() || statements.size() > 50 || documents.size() > 2 || recipients.isEmpty()) {
            throw new IllegalArgumentException("a report has 1..50 statements, 0..2 documents and a recipient");
        }
        // enum order, so that the same report is always written as the same bytes
        recipients = Collections.unmodifiableSet(EnumSet.copyOf(recipients));
    }

    /**
     * Who files, where, when and why it is a duty.
     *
     * @param operator pseudonym of the named person, 1 to 40 characters
     * @param seen when it was noticed; the duty clock starts here
     * @param filed when the person decided
     */
    public record Filing(TerminalId terminal, String operator, LegalDuty duty, Instant seen, Instant filed) {
        public Filing {
            requireNonNull(terminal);
            operator = Text.some(40, "operator", operator);
            requireNonNull(duty);
            requireNonNull(seen);
            requireNonNull(filed);
        }
    }

    /** The law that makes filing a duty: title and article, each 1 to 120 characters. */
    public record LegalDuty(String title, String article) {
        public LegalDuty {
            title = Text.some(120, "duty title", title);
            article = Text.some(120, "duty article", article);
        }
    }

    /** Lanes, most urgent first. */
    public enum Urgency {
        DANGER_NOW,
        CHILD,
        OTHER
    }

    /** Whom the report is to protect. */
    public enum Protected {
        PARTY_A,
        PARTY_B,
        BOTH_PARTIES,
        ANOTHER_PERSON
    }

    /**
     * A document without its number.
     *
     * @param blinded keyed hash of type, state and number as {@link DocumentBlinder} makes it
     */
    public record DocumentReference(DocumentType type, String blinded) {
        public DocumentReference {
            requireNonNull(type);
            blinded = Text.some(86, "blinded reference", blinded);
        }
    }

    /**
     * What the desk needs to act without doing harm. Texts are 0 to 500 characters; empty means that nothing was said.
     *
     * @param companion whether the companion is still there
     * @param safeContact how to reach the person safely
     * @param wish what the person wants, in their own words
     * @param mustNot what must not be done, such as telephoning the household
     * @param stepsTaken what was already done
     * @param interpreter whether an impartial interpreter helped
     */
    public record Handling(
            Companion companion,
            String safeContact,
            String wish,
            String mustNot,
            String stepsTaken,
            Interpreter interpreter) {
        public Handling {
            requireNonNull(companion);
            safeContact = Text.atMost(500, "safe contact", safeContact);
            wish = Text.atMost(500, "wish", wish);
            mustNot = Text.atMost(500, "must not", mustNot);
            stepsTaken = Text.atMost(500, "steps taken", stepsTaken);
            requireNonNull(interpreter);
        }
    }

    /** Whether a companion is still present. */
    public enum Companion {
        PRESENT,
        LEFT,
        NONE,
        NOT_KNOWN
    }

    /** Whether an interpreter helped. */
    public enum Interpreter {
        NOT_USED,
        USED
    }

    /** Who receives the report. */
    public enum Recipient {
        POLICE,
        SUPPORT_SERVICE
    }
}
