package org.waypost.agent.encounter;

import java.time.Instant;
import org.waypost.agent.verification.OfficerComparison;

/** What a permitted command makes of a case. */
final class Effect {
    private Effect() {}

    static MarriageCase of(MarriageCase before, Command command, Instant now) {
        return switch (command) {
            case Command.ShowNotice show ->
                before.with(show.party(), before.party(show.party()).withNotice());
            case Command.ChooseRoute choose ->
                before.with(choose.party(), before.party(choose.party()).with(choose.route()));
            case Command.ReadAgain again ->
                before.with(again.party(), before.party(again.party()).unread());
            case Command.AskFinger ask ->
                before.with(ask.party(), before.party(ask.party()).with(ask.purpose(), new FingerStep.Asked()));
            case Command.Compare compare ->
                before.with(compare.party(), before.party(compare.party()).with(made(before, compare, now)));
            case Command.HoldInterview hold ->
                before.with(hold.party(), before.party(hold.party()).with(tried(hold, now)));
            case Command.RaiseConcern raise -> before.with(before.concerns().with(raise.concern(), now));
            case Command.Release release -> before.ended(new Ending.Released(release.by(), now, release.reason()));
            case Command.Refer refer -> before.ended(new Ending.Referred(refer.by(), now, refer.reason()));
            case Command.Refuse refuse ->
                before.ended(new Ending.Refused(refuse.by(), now, refuse.reason(), refuse.ground()));
            case Command.Withdraw withdraw -> before.ended(new Ending.Withdrawn(withdraw.by(), now));
        };
    }

    private static OfficerComparison made(MarriageCase before, Command.Compare compare, Instant now) {
        boolean contradicts = before.party(compare.party()).contradictedBy(compare.finding());
        return new OfficerComparison(
                compare.by().pseudonym(),
                now,
                compare.finding(),
                compare.because().filter(why -> contradicts));
    }

    private static Interview tried(Command.HoldInterview hold, Instant now) {
        return new Interview(hold.by(), now, hold.interpreter(), hold.outcome());
    }
}
