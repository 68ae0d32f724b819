package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import org.waypost.agent.settings.Settings;
import org.waypost.drivers.simulated.SpecimenCard;
import org.waypost.kiosk.access.Audience;

/** A terminal at work with the people and hands around it: registrar, parties, and who lays the cards. */
final class Counter implements AutoCloseable {
    static final String REGISTRAR = "R-0417";

    final Terminal terminal;
    final Browser clerk;
    final Browser party;
    final Browser hands;

    private Counter(Terminal terminal) throws IOException, InterruptedException {
        this.terminal = terminal;
        this.clerk = Browser.opened(terminal.port(), terminal.address(Audience.CLERK));
        this.party = Browser.opened(terminal.port(), terminal.address(Audience.PARTY));
        this.hands = Browser.opened(terminal.port(), terminal.address(Audience.TECHNICIAN));
    }

    /** Started, with a registrar in the seat. */
    static Counter at(Installation installation) throws IOException, InterruptedException {
        return seated(Terminal.start(Settings.read(installation.settings()), InstantSource.system()));
    }

    /** The same, with a camera and a comparison of its own. */
    static Counter at(Installation installation, Sight sight) throws IOException, InterruptedException {
        return seated(Terminal.start(Settings.read(installation.settings()), InstantSource.system(), sight));
    }

    private static Counter seated(Terminal terminal) throws IOException, InterruptedException {
        Counter counter = new Counter(terminal);
        counter.clerk.done("/clerk/registrar", "registrar", REGISTRAR);
        return counter;
    }

    String open() throws IOException, InterruptedException {
        clerk.done("/clerk/open");
        return clerk.encounter();
    }

    void toCard(String encounter, String party) throws IOException, InterruptedException {
        clerk.done("/clerk/notice", "encounter", encounter, "party", party);
        clerk.done("/clerk/route", "encounter", encounter, "party", party, "route", "FACE");
    }

    /** Lays a card, and lifts it once the registrar's screen asks for the comparison. */
    void read(SpecimenCard card) throws IOException, InterruptedException {
        Thread.sleep(1_700);
        hands.done("/simulated/place", "card", card.name());
        clerk.until("/clerk", "value=\"CANNOT_TELL\" data-key=\"F4\"");
        hands.done("/simulated/remove");
    }

    /** Asks for a finger, without laying one down. */
    void asksFinger(String encounter, String party, String purpose) throws IOException, InterruptedException {
        clerk.done("/clerk/finger", "encounter", encounter, "party", party, "purpose", purpose);
    }

    /** Lays a finger down, and lifts it once the registrar's screen says so. */
    void finger(String touch, String says) throws IOException, InterruptedException {
        hands.done("/simulated/finger", "touch", touch);
        clerk.until("/clerk", says);
        hands.done("/simulated/finger", "touch", "LIFTED");
    }

    void same(String encounter, String party) throws IOException, InterruptedException {
        clerk.done("/clerk/compare", "encounter", encounter, "party", party, "finding", "SAME_PERSON");
    }

    void identified(String encounter, String party, SpecimenCard card) throws IOException, InterruptedException {
        toCard(encounter, party);
        read(card);
        same(encounter, party);
    }

    void willing(String encounter, String party) throws IOException, InterruptedException {
        clerk.done("/clerk/interview", interview(encounter, party, "FREE_WILL"));
    }

    static String[] interview(String encounter, String party, String outcome) {
        return new String[] {
            "encounter", encounter, "party", party, "alone", "yes", "interpreter", "", "reason", "", "outcome", outcome
        };
    }

    HttpResponse<String> concern(String encounter, String words, String urgency)
            throws IOException, InterruptedException {
        return clerk.post(
                "/clerk/concern",
                "encounter",
                encounter,
                "source",
                "OBSERVED",
                "indicator",
                "SPK_1",
                "words",
                words,
                "urgency",
                urgency,
                "protect",
                "PARTY_B",
                "companion",
                "PRESENT",
                "contact",
                "",
                "wish",
                "",
                "mustNot",
                "",
                "steps",
                "",
                "interpreter",
                "NOT_USED");
    }

    String decided(String encounter, String decision) throws IOException, InterruptedException {
        return clerk.done(
                "/clerk/decision", "encounter", encounter, "decision", decision, "reason", "示例理由", "ground", "");
    }

    void raised(String encounter, String words) throws IOException, InterruptedException {
        assertEquals(303, concern(encounter, words, "OTHER").statusCode());
    }

    @Override
    public void close() {
        clerk.close();
        party.close();
        hands.close();
        terminal.close();
    }
}
