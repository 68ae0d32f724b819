package org.waypost.agent.encounter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.evidence.CheckResult;
import org.waypost.agent.evidence.Evidence;
import org.waypost.agent.evidence.Subject;
import org.waypost.agent.face.FaceComparison.Basis;
import org.waypost.agent.verification.Contradiction;
import org.waypost.agent.verification.Verification;
import org.waypost.agent.watchlist.Screening;
import org.waypost.contract.Digest;
import org.waypost.drivers.device.Fault;

/**
 * Words what is done in one case for the audit: names of outcomes and digests, never what a concern, an interpreter or
 * a reason says.
 *
 * @param encounter the case
 * @param at when
 */
record Account(UUID encounter, Instant at) {
    /** Actor of what no person did ({@link AuditEvent}). */
    private static final String TERMINAL = "terminal";

    AuditEvent opened(Registrar by) {
        return event(by, Action.CASE_OPENED, "");
    }

    AuditEvent helpPressed() {
        return event(TERMINAL, Action.HELP_PRESSED, "");
    }

    AuditEvent helpAnswered(Registrar by) {
        return event(by, Action.HELP_ANSWERED, "");
    }

    AuditEvent fault(Party party, Fault fault) {
        return event(TERMINAL, Action.DOCUMENT_READ, party + " Faulty " + fault);
    }

    AuditEvent sameCard(Party party) {
        return event(TERMINAL, Action.DOCUMENT_READ, party + " SameAsOther");
    }

    List<AuditEvent> read(Party party, Card.Read read) {
        return List.of(
                event(
                        TERMINAL,
                        Action.DOCUMENT_READ,
                        party + " Taken " + read.age() + travelDocument(read.facts())
                                + failed(read.facts().evidence())),
                event(TERMINAL, Action.VERIFIED, party + " " + name(read.verification())),
                event(TERMINAL, Action.SCREENED, party + " " + name(read.screening())));
    }

    AuditEvent finger(FingerSitting sitting, FingerStep came) {
        return event(TERMINAL, Action.FINGER_GIVEN, sitting.party() + " " + sitting.purpose() + " " + came.word());
    }

    /** That it was one with a zone, and why its chip was not read if it was not; nothing for another card. */
    private static String travelDocument(DocumentFacts facts) {
        return switch (facts.kind()) {
            case PASSPORT, OFFICIAL_TRAVEL_DOCUMENT ->
                " " + facts.kind()
                        + facts.evidence()
                                .of(Subject.CHIP_ACCESS)
                                .map(Account::gap)
                                .orElse("");
            case RESIDENT_CARD, RESIDENCE_PERMIT, FOREIGNER_2017, FOREIGNER_2023 -> "";
        };
    }

    private static String gap(CheckResult chip) {
        return chip instanceof CheckResult.NotDone notDone ? " " + notDone.gap() : "";
    }

    /** What of the document does not hold: never what stands there, and nothing where everything holds. */
    private static String failed(Evidence evidence) {
        Set<Subject> failed = evidence.failed();
        return failed.isEmpty()
                ? ""
                : " failed " + failed.stream().map(Subject::name).collect(Collectors.joining(" "));
    }

    /** The line of a command that {@code before} permits. */
    AuditEvent of(MarriageCase before, Command command) {
        return switch (command) {
            case Command.ShowNotice show ->
                event(show.by(), Action.NOTICE_SHOWN, show.party().name());
            case Command.ChooseRoute choose ->
                event(choose.by(), Action.ROUTE_CHOSEN, choose.party() + " " + choose.route());
            case Command.ReadAgain again ->
                event(again.by(), Action.DOCUMENT_ASKED_AGAIN, again.party().name());
            case Command.AskFinger ask -> event(ask.by(), Action.FINGER_ASKED, ask.party() + " " + ask.purpose());
            case Command.Compare compare ->
                event(
                        compare.by(),
                        Action.COMPARED_BY_OFFICER,
                        compare.party() + " " + compare.finding() + contradicted(before, compare));
            case Command.HoldInterview hold ->
                event(hold.by(), Action.INTERVIEWED, hold.party() + " " + name(hold.outcome()));
            case Command.RaiseConcern raise -> event(raise.by(), Action.CONCERN_RAISED, "");
            case Command.Release release -> event(release.by(), Action.DECIDED, "Released " + digest(release.reason()));
            case Command.Refer refer -> event(refer.by(), Action.REPORT_FILED, "Referred " + digest(refer.reason()));
            case Command.Refuse refuse ->
                event(refuse.by(), Action.DECIDED, "Refused " + refuse.ground() + " " + digest(refuse.reason()));
            case Command.Withdraw withdraw ->
                event(withdraw.by(), Action.WITHDRAWN, before.lapsed() ? "after lapse" : "");
        };
    }

    /** What is contradicted and why, with a digest of the officer's words if there are any; else nothing. */
    private String contradicted(MarriageCase before, Command.Compare compare) {
        Optional<Card.Read> read = before.party(compare.party())
                .read()
                .filter(any -> before.party(compare.party()).contradictedBy(compare.finding()));
        String why = compare.because().map(Contradiction::name).orElse("");
        String words = compare.words().isEmpty() ? "" : " " + digest(compare.words());
        return read.map(against -> " against " + word(against.verification()) + " " + why + words)
                .orElse("");
    }

    /** Proves later which reason was given, if the registrar's file is put beside it; the id keeps equal ones apart. */
    private String digest(String reason) {
        return Digest.of(encounter + "\n" + reason);
    }

    /** The outcome, and what it rests on. */
    private static String name(Verification verification) {
        Optional<Basis> basis = switch (verification) {
            case Verification.Verified verified -> Optional.of(verified.basis());
            case Verification.NotVerified notVerified -> Optional.of(notVerified.basis());
            case Verification.Inconclusive inconclusive -> inconclusive.basis();
        };
        return word(verification) + basis.map(known -> " " + known.summary()).orElse("");
    }

    private static String word(Verification verification) {
        return switch (verification) {
            case Verification.Verified verified -> "Verified";
            case Verification.NotVerified notVerified -> "NotVerified";
            case Verification.Inconclusive inconclusive -> "Inconclusive " + inconclusive.cause();
        };
    }

    private static String name(Screening screening) {
        return switch (screening) {
            case Screening.Clear clear -> "Clear";
            case Screening.Hit hit -> "Hit " + hit.entries().size();
            case Screening.Unscreened unscreened -> "Unscreened " + unscreened.reason();
        };
    }

    private static String name(Interview.Outcome outcome) {
        return switch (outcome) {
            case Interview.FreeWillStated stated -> "FreeWillStated";
            case Interview.NotStated notStated -> "NotStated";
            case Interview.CouldNotBeHeld notHeld -> "CouldNotBeHeld";
        };
    }

    private AuditEvent event(Registrar by, Action action, String detail) {
        return event(by.pseudonym(), action, detail);
    }

    private AuditEvent event(String actor, Action action, String detail) {
        return new AuditEvent(at, actor, action, encounter, detail);
    }
}
