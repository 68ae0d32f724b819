package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.waypost.agent.document.IdentityDocument;
import org.waypost.agent.encounter.Journey.Stage;
import org.waypost.agent.encounter.Rule.Result;
import org.waypost.agent.evidence.ClockTrust;
import org.waypost.agent.verification.Desk;
import org.waypost.agent.verification.DeskAnswer;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Screening;
import org.waypost.agent.watchlist.Watchlist;

/**
 * What a counter finds out with. Its results decide nothing: none of them changes the next step.
 *
 * @param desk verifies
 * @param watchlist screens
 * @param fingers how fingers are used; empty where nobody is asked for one
 */
public record Examination(Desk desk, Watchlist watchlist, Optional<FingerUse> fingers) {
    public Examination {
        requireNonNull(desk);
        requireNonNull(watchlist);
        requireNonNull(fingers);
    }

    /** What is known of a party at first. */
    PartyRecord unknown() {
        return fingers.isPresent() ? PartyRecord.BLANK_WITH_FINGER : PartyRecord.BLANK;
    }

    /** The route a party of this age may take: never a face below 14 (invariant I6). */
    static Route permitted(Route chosen, AgeBand age) {
        return switch (age) {
            case UNDER_14, UNKNOWN -> Route.WITHOUT_FACE;
            case UNDER_18, ADULT -> chosen;
        };
    }

    /** Under what age the law protects the holder; unknown where document or clock has no answer. */
    static AgeBand age(IdentityDocument document, ClockTrust clock) {
        return document.birth().map(birth -> Age.band(birth, clock)).orElse(AgeBand.UNKNOWN);
    }

    /** Verifies a document for a sitting: asks the camera, and may take seconds. Owns the document if it throws. */
    VerifiedDocument verified(Sitting sitting, IdentityDocument document, LongSupplier nanos) {
        long from = nanos.getAsLong();
        boolean done = false;
        try {
            DeskAnswer answer = desk.verify(document, sitting.route());
            done = true;
            return new VerifiedDocument(sitting, document, answer, Duration.ofNanos(nanos.getAsLong() - from));
        } finally {
            if (!done) {
                document.close();
            }
        }
    }

    /** Whether dates may be held against this day. */
    ClockTrust clock(LocalDate today, ZoneId zone) {
        return ClockTrust.of(watchlist.standing(), today, zone);
    }

    /** What is known of a verified document; keeps and closes nothing. */
    Card.Read of(VerifiedDocument verified, ClockTrust clock, Stopwatch watch) {
        IdentityDocument document = verified.document();
        Party party = verified.sitting().party();
        watch.took(Stage.VERIFIED, party, verified.took());
        Screening screening = watch.time(Stage.SCREENED, party, () -> watchlist.screen(document));
        return new Card.Read(
                DocumentFacts.of(document, clock),
                age(document, clock),
                rules(document, clock),
                verified.answer().verification(),
                screening,
                watchlist.reference(document));
    }

    private static List<Rule.Checked> rules(IdentityDocument document, ClockTrust clock) {
        return Stream.of(Rule.values())
                .map(rule -> new Rule.Checked(rule, result(rule, document, clock)))
                .toList();
    }

    private static Result result(Rule rule, IdentityDocument document, ClockTrust clock) {
        return switch (rule) {
            case MARRIAGEABLE_AGE ->
                on(clock, today -> document.birth().map(birth -> Age.marriageable(document.sex(), birth, today)));
            case DOCUMENT_IN_FORCE ->
                on(clock, today -> document.inForce().on(today).map(holds -> holds ? Result.PASS : Result.FAIL));
            case NO_SPOUSE, NO_PROHIBITED_KINSHIP -> Result.NOT_DONE;
        };
    }

    /** A rule that a document or a clock gives no answer to is not done. */
    private static Result on(ClockTrust clock, Function<LocalDate, Optional<Result>> rule) {
        return switch (clock) {
            case ClockTrust.Trusted trusted -> rule.apply(trusted.today()).orElse(Result.NOT_DONE);
            case ClockTrust.Untrusted untrusted -> Result.NOT_DONE;
        };
    }
}
