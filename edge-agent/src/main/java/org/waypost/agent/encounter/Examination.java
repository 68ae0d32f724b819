package org.waypost.agent.encounter;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.waypost.agent.encounter.Journey.Stage;
import org.waypost.agent.encounter.Rule.Result;
import org.waypost.agent.verification.Desk;
import org.waypost.agent.verification.Route;
import org.waypost.agent.verification.Verification;
import org.waypost.agent.watchlist.Screening;
import org.waypost.agent.watchlist.Watchlist;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.Document;

/**
 * What a terminal finds out from one document. Its results decide nothing: none of them changes the next step.
 *
 * @param desk verifies
 * @param watchlist screens
 */
record Examination(Desk desk, Watchlist watchlist) {

    /** The route a party of this age may take: never a face below 14 (invariant I6). */
    static Route permitted(Route chosen, AgeBand age) {
        return switch (age) {
            case UNDER_14 -> Route.WITHOUT_FACE;
            case UNDER_18, ADULT -> chosen;
        };
    }

    /** Looks at one document once; keeps and closes nothing. */
    Card.Read of(Document document, Party party, PartyRecord known, LocalDate today, Stopwatch watch) {
        AgeBand age = Age.band(document.birth(), today);
        Route route = permitted(known.route().orElse(Route.WITHOUT_FACE), age);
        // no camera is connected yet: there is no live picture, which is an answer of its own
        Verification verification =
                watch.time(Stage.VERIFIED, party, () -> desk.verify(document, new Reading.Nobody<>(), route));
        Screening screening = watch.time(Stage.SCREENED, party, () -> watchlist.screen(document));
        return new Card.Read(
                DocumentFacts.of(document),
                age,
                rules(document, today),
                verification,
                screening,
                watchlist.reference(document));
    }

    private static List<Rule.Checked> rules(Document document, LocalDate today) {
        return Stream.of(Rule.values())
                .map(rule -> new Rule.Checked(rule, result(rule, document, today)))
                .toList();
    }

    private static Result result(Rule rule, Document document, LocalDate today) {
        return switch (rule) {
            case MARRIAGEABLE_AGE -> Age.marriageable(document.sex(), document.birth(), today);
            case DOCUMENT_IN_FORCE -> document.validity().covers(today) ? Result.PASS : Result.FAIL;
            case NO_SPOUSE, NO_PROHIBITED_KINSHIP -> Result.NOT_DONE;
        };
    }
}
