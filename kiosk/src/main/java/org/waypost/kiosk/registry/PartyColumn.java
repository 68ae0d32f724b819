package org.waypost.kiosk.registry;

import java.util.Optional;
import org.waypost.agent.document.InForce;
import org.waypost.agent.encounter.Card;
import org.waypost.agent.encounter.ClerkView;
import org.waypost.agent.encounter.FingerRecord;
import org.waypost.agent.encounter.Interview;
import org.waypost.agent.encounter.Party;
import org.waypost.agent.encounter.PartyRecord;
import org.waypost.agent.encounter.Rule;
import org.waypost.agent.encounter.Step;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;
import org.waypost.agent.verification.Verification;
import org.waypost.agent.watchlist.Screening;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.mrz.MrzOutcome;
import org.waypost.kiosk.page.Words;

/**
 * One party's column of the registrar's screen.
 *
 * @param ways in the registrar's language
 * @param view of the case
 * @param party whose
 * @param portrait whether the picture of the document can still be shown
 * @param live whether the picture of the camera can
 */
public record PartyColumn(Ways ways, ClerkView view, Party party, boolean portrait, boolean live) {

    public PartyRecord known() {
        return view.party(party);
    }

    /** Whether it is this party's turn. */
    public boolean turn() {
        return view.position().party().filter(party::equals).isPresent();
    }

    public boolean at(Step step) {
        return turn() && view.position().step() == step;
    }

    public String encounter() {
        return view.encounter().map(Object::toString).orElse("");
    }

    public Words words() {
        return ways.words();
    }

    /** Whether the camera may be looked through: before the document, on the way with face (invariant I5). */
    public boolean preview() {
        return at(Step.DOCUMENT)
                && ways.means().preview()
                && known().route().filter(Route.FACE::equals).isPresent();
    }

    /** Whether the passport may be presented once more, because its chip stayed shut. */
    public boolean again() {
        return at(Step.COMPARISON) && known().read().filter(Card.Read::chipShut).isPresent();
    }

    /** The party's finger, on the way with biometrics. */
    public Optional<FingerLine> finger() {
        boolean chosen = known().route().filter(Route.FACE::equals).isPresent();
        return known().finger()
                .filter(any -> chosen && known().read().isPresent())
                .map(finger -> new FingerLine(
                        words(),
                        finger,
                        FingerRecord.next(view.position(), party, known(), view.party(party.other()))));
    }

    /** What stands in the way of reading the card, and can be mended. */
    public Optional<Fault> fault() {
        return switch (known().card()) {
            case Card.Faulty faulty -> Optional.of(faulty.fault());
            case Card.Awaited awaited -> Optional.empty();
            case Card.SameAsOther same -> Optional.empty();
            case Card.Read read -> Optional.empty();
        };
    }

    public boolean sameCard() {
        return known().card() instanceof Card.SameAsOther;
    }

    /** Days on which the document is valid. */
    public String validity(Card.Read read) {
        return switch (read.facts().inForce()) {
            case InForce.Between between -> span(between.validity());
            case InForce.Until until ->
                words().of("clerk.validity.until", until.last().toString());
            case InForce.NotStated notStated -> words().of("clerk.uncertain");
        };
    }

    private String span(Document.Validity validity) {
        return validity.from() + " – "
                + validity.until().map(Object::toString).orElseGet(() -> words().of("clerk.validity.endless"));
    }

    /** The birth date, or that it is not certain. */
    public String birth(Card.Read read) {
        return read.facts().birth().map(Object::toString).orElseGet(() -> words().of("clerk.uncertain"));
    }

    /** One character of a printed zone that does not fit, and what would. */
    public String repair(MrzOutcome.Change change) {
        return words().of(
                        "clerk.repair.change",
                        change.line(),
                        change.column(),
                        String.valueOf(change.read()),
                        String.valueOf(change.proposed()));
    }

    /** Words for what the machine found. */
    public String found(Verification verification) {
        return switch (verification) {
            case Verification.Verified verified -> words().of("clerk.verified");
            case Verification.NotVerified notVerified -> words().of("clerk.notverified");
            case Verification.Inconclusive inconclusive -> words().of(inconclusive.cause());
        };
    }

    /** What the registrar cannot find without giving a reason, since the machine found otherwise. */
    public Optional<Finding> reasoned() {
        return known().read().flatMap(read -> read.verification().contradictedBy());
    }

    /** A style for what the machine found; the words say the same. */
    public String look(Verification verification) {
        return switch (verification) {
            case Verification.Verified verified -> "good";
            case Verification.NotVerified notVerified -> "look";
            case Verification.Inconclusive inconclusive -> "open";
        };
    }

    /** A style and a sign for what came of a rule; the words say the same. */
    public String look(Rule.Result result) {
        return switch (result) {
            case PASS -> "good";
            case FAIL -> "look";
            case NOT_DONE -> "open";
        };
    }

    public Optional<Screening.Clear> clear(Screening screening) {
        return screening instanceof Screening.Clear clear ? Optional.of(clear) : Optional.empty();
    }

    public Optional<Screening.Hit> hit(Screening screening) {
        return screening instanceof Screening.Hit hit ? Optional.of(hit) : Optional.empty();
    }

    public Optional<Screening.Unscreened> unscreened(Screening screening) {
        return screening instanceof Screening.Unscreened unscreened ? Optional.of(unscreened) : Optional.empty();
    }

    /** Words for what came of the interview. */
    public String said(Interview interview) {
        return switch (interview.outcome()) {
            case Interview.FreeWillStated stated -> words().of("clerk.interview.will");
            case Interview.NotStated notStated -> words().of("clerk.interview.notwill");
            case Interview.CouldNotBeHeld notHeld -> words().of("clerk.interview.nothold");
        };
    }
}
