package org.waypost.agent.encounter;

import static org.waypost.agent.encounter.Rejection.CASE_LAPSED;
import static org.waypost.agent.encounter.Rejection.CASE_OVER;
import static org.waypost.agent.encounter.Rejection.IDENTITY_OPEN;
import static org.waypost.agent.encounter.Rejection.INTERPRETER_IS_PARTY;
import static org.waypost.agent.encounter.Rejection.INTERVIEWS_MISSING;
import static org.waypost.agent.encounter.Rejection.NOT_ALONE;
import static org.waypost.agent.encounter.Rejection.NO_BIOMETRICS;
import static org.waypost.agent.encounter.Rejection.OUT_OF_ORDER;
import static org.waypost.agent.encounter.Rejection.REASON_MISSING;
import static org.waypost.agent.encounter.Rejection.STATEMENT_MISSING;
import static org.waypost.agent.encounter.Rejection.TOO_MANY_STATEMENTS;
import static org.waypost.agent.encounter.Rejection.WILL_NOT_STATED;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.waypost.agent.verification.Route;

/** Which command a case may answer when; the screens' choices and the refusals come from the same rules. */
final class Permission {
    private Permission() {}

    /** Why a command is not carried out; empty if it is. */
    static Optional<Rejection> refusal(MarriageCase at, Command command) {
        if (at.ending().isPresent()) {
            return Optional.of(CASE_OVER);
        }
        return switch (command) {
            case Command.RaiseConcern raise -> unless(!at.concerns().full(), TOO_MANY_STATEMENTS);
            case Command.Refer refer -> unless(at.concerns().present(), STATEMENT_MISSING);
            case Command.Withdraw withdraw -> Optional.empty();
            case Command.ShowNotice show -> running(at, notice(at, show.party()));
            case Command.ChooseRoute choose -> running(at, route(at, choose.party(), choose.route()));
            case Command.ReadAgain again -> running(at, again(at, again.party()));
            case Command.AskFinger ask -> running(at, finger(at, ask.party(), ask.purpose()));
            case Command.Compare compare -> running(at, comparison(at, compare));
            case Command.HoldInterview hold -> running(at, interview(at, hold));
            case Command.Release release -> running(at, release(at));
            case Command.Refuse refuse -> running(at, refusing(at, refuse.ground()));
        };
    }

    /** Whether a kind of command makes sense at the step; a single one may still be refused for what it says. */
    static boolean offered(MarriageCase at, Choice choice) {
        if (at.ending().isPresent()) {
            return choice == Choice.OPEN;
        }
        return switch (choice) {
            case OPEN -> false;
            case RAISE_CONCERN -> !at.concerns().full();
            case REFER -> at.concerns().present();
            case WITHDRAW -> true;
            case SHOW_NOTICE -> !at.lapsed() && anyParty(party -> notice(at, party));
            case CHOOSE_ROUTE -> !at.lapsed() && anyParty(party -> route(at, party, Route.WITHOUT_FACE));
            case READ_AGAIN -> !at.lapsed() && anyParty(party -> again(at, party));
            case ASK_FINGER ->
                !at.lapsed() && anyParty(party -> unless(next(at, party).isPresent(), OUT_OF_ORDER));
            case COMPARE -> !at.lapsed() && anyParty(party -> comparison(at, party));
            case INTERVIEW -> !at.lapsed() && anyParty(party -> turn(at, party));
            case RELEASE -> !at.lapsed() && release(at).isEmpty();
            case REFUSE -> !at.lapsed();
        };
    }

    private static Optional<Rejection> running(MarriageCase at, Optional<Rejection> otherwise) {
        return at.lapsed() ? Optional.of(CASE_LAPSED) : otherwise;
    }

    private static Optional<Rejection> notice(MarriageCase at, Party party) {
        return unless(at.position().is(Step.NOTICE, party), OUT_OF_ORDER);
    }

    private static Optional<Rejection> route(MarriageCase at, Party party, Route chosen) {
        Position now = at.position();
        boolean early = now.is(Step.ROUTE, party) || now.is(Step.DOCUMENT, party);
        return unless(early || (chosen == Route.WITHOUT_FACE && used(at, party)), OUT_OF_ORDER);
    }

    /** Before anybody has found who it is: a later one would undo what rests on it. */
    private static Optional<Rejection> again(MarriageCase at, Party party) {
        boolean shut = at.party(party).read().filter(Card.Read::chipShut).isPresent();
        return unless(shut && at.position().is(Step.COMPARISON, party), OUT_OF_ORDER);
    }

    private static boolean used(MarriageCase at, Party party) {
        return at.party(party).finger().filter(FingerRecord::used).isPresent();
    }

    private static Optional<Rejection> finger(MarriageCase at, Party party, FingerPurpose purpose) {
        PartyRecord known = at.party(party);
        return unless(known.finger().isPresent() && known.chose(Route.FACE), NO_BIOMETRICS)
                .or(() -> unless(next(at, party).filter(purpose::equals).isPresent(), OUT_OF_ORDER));
    }

    private static Optional<FingerPurpose> next(MarriageCase at, Party party) {
        return FingerRecord.next(at.position(), party, at.party(party), at.party(party.other()));
    }

    private static Optional<Rejection> comparison(MarriageCase at, Command.Compare compare) {
        boolean contradicts = at.party(compare.party()).contradictedBy(compare.finding());
        return comparison(at, compare.party()).or(() -> unless(!contradicts || compare.reasoned(), REASON_MISSING));
    }

    private static Optional<Rejection> comparison(MarriageCase at, Party party) {
        return unless(at.party(party).read().isPresent(), OUT_OF_ORDER);
    }

    private static Optional<Rejection> interview(MarriageCase at, Command.HoldInterview hold) {
        return turn(at, hold.party())
                .or(() -> unless(hold.alone(), NOT_ALONE))
                .or(() -> unless(!isParty(at, hold.interpreter()), INTERPRETER_IS_PARTY));
    }

    /** Both are identified before anybody is spoken to; A first, and either may be spoken to again. */
    private static Optional<Rejection> turn(MarriageCase at, Party party) {
        Position now = at.position();
        boolean again = at.party(party).interview().isPresent();
        return unless(again || now.is(Step.INTERVIEW, party), OUT_OF_ORDER);
    }

    private static boolean isParty(MarriageCase at, Interpreter interpreter) {
        return switch (interpreter) {
            case Interpreter.None none -> false;
            case Interpreter.Impartial impartial ->
                Stream.of(at.a(), at.b())
                        .flatMap(party -> party.read().stream())
                        .anyMatch(read -> sameName(read.facts().name(), impartial.name()));
        };
    }

    private static boolean sameName(String one, String two) {
        return one.replaceAll("\\s", "").equalsIgnoreCase(two.replaceAll("\\s", ""));
    }

    private static Optional<Rejection> release(MarriageCase at) {
        return unless(at.a().identified() && at.b().identified(), IDENTITY_OPEN)
                .or(() -> unless(at.bothHeard(), INTERVIEWS_MISSING))
                .or(() -> unless(at.a().willing() && at.b().willing(), WILL_NOT_STATED));
    }

    private static Optional<Rejection> refusing(MarriageCase at, Ground ground) {
        return unless(ground.early() || at.bothHeard(), INTERVIEWS_MISSING);
    }

    private static boolean anyParty(Function<Party, Optional<Rejection>> rule) {
        return Stream.of(Party.values()).anyMatch(party -> rule.apply(party).isEmpty());
    }

    private static Optional<Rejection> unless(boolean fine, Rejection otherwise) {
        return fine ? Optional.empty() : Optional.of(otherwise);
    }
}
