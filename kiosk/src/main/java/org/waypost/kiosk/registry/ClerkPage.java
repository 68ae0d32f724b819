package org.waypost.kiosk.registry;

import java.util.Optional;
import org.waypost.agent.encounter.Choice;
import org.waypost.agent.encounter.ClerkView;
import org.waypost.agent.encounter.Ending;
import org.waypost.agent.encounter.Party;
import org.waypost.agent.encounter.Registrar;
import org.waypost.agent.encounter.Step;
import org.waypost.agent.report.Outbox;
import org.waypost.kiosk.page.Words;

/**
 * What the registrar's screen shows at one moment.
 *
 * @param office name of the registry
 * @param words in the registrar's language
 * @param means what this counter compares with
 * @param registrar who sits there, if anybody does
 * @param now the case
 * @param status of the terminal
 */
public record ClerkPage(
        String office, Words words, Means means, Optional<Registrar> registrar, CaseNow now, Status status) {

    /** The case as the counter sees it. */
    public ClerkView view() {
        return now.view();
    }

    /** Whether the parties stand at the counter. */
    public boolean open() {
        return switch (view().position().step()) {
            case NO_CASE, OVER -> false;
            case NOTICE, ROUTE, DOCUMENT, COMPARISON, INTERVIEW, DECISION, LAPSED -> true;
        };
    }

    public boolean at(Step step) {
        return view().position().step() == step;
    }

    public boolean may(Choice choice) {
        return view().choices().contains(choice);
    }

    /** The id that every form of the case carries. */
    public String encounter() {
        return view().encounter().map(Object::toString).orElse("");
    }

    public PartyColumn column(Party party) {
        return new PartyColumn(
                new Ways(words, means),
                view(),
                party,
                now.portraits().contains(party),
                now.lives().contains(party));
    }

    /** Whether the last case went to police and support service. */
    public boolean referred() {
        return view().ending().filter(Ending.Kind.REFERRED::equals).isPresent();
    }

    /** What became of the report of the case that was just referred. */
    public Optional<Outbox.Row> filed() {
        return status.rows().stream().filter(row -> row.amends().isEmpty()).findFirst();
    }
}
