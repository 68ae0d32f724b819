package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waypost.contract.CaseReport.Urgency;

/**
 * Everything the registrar needs, as one value at one moment. Holds names: it is for the registrar's screen only.
 *
 * @param encounter the current or last case; every command names it
 * @param position where it stands
 * @param a party A; blank without a case and once it is over
 * @param b party B
 * @param noticed that concerns were raised; what they say cannot be read back
 * @param choices commands that may be answered now
 * @param ending how the last case ended
 * @param call that somebody pressed the help button while no case was open, until a registrar answers it
 * @param trouble why the last command could not be carried out, until one can
 */
public record ClerkView(
        Optional<UUID> encounter,
        Position position,
        PartyRecord a,
        PartyRecord b,
        Optional<Noticed> noticed,
        Set<Choice> choices,
        Optional<Ending.Kind> ending,
        Optional<HelpCall> call,
        Optional<Trouble> trouble) {

    public ClerkView {
        requireNonNull(encounter);
        requireNonNull(position);
        requireNonNull(a);
        requireNonNull(b);
        requireNonNull(noticed);
        choices = Set.copyOf(choices);
        requireNonNull(ending);
        requireNonNull(call);
        requireNonNull(trouble);
    }

    /** One of the parties. */
    public PartyRecord party(Party which) {
        return switch (which) {
            case A -> a;
            case B -> b;
        };
    }

    /** Whether a concern was raised. */
    public boolean concern() {
        return noticed.isPresent();
    }

    /**
     * That there is something to report.
     *
     * @param seen when the first concern was raised; the duty to report runs from there
     * @param urgency of the last one
     * @param help that somebody pressed the help button in this case
     */
    public record Noticed(Instant seen, Urgency urgency, Optional<HelpCall> help) {
        public Noticed {
            requireNonNull(seen);
            requireNonNull(urgency);
            requireNonNull(help);
        }
    }

    /** What keeps the terminal from carrying out what it was told. */
    public enum Trouble {
        /** The outbox takes no more reports. */
        OUTBOX_FULL,
        /** The terminal's file or a key fails. */
        NOT_RECORDED
    }
}
