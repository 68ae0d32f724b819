package org.waypost.kiosk.registry;

import java.util.Optional;
import org.waypost.agent.encounter.Command;
import org.waypost.agent.encounter.Concern;
import org.waypost.agent.encounter.FingerPurpose;
import org.waypost.agent.encounter.Ground;
import org.waypost.agent.encounter.Interpreter;
import org.waypost.agent.encounter.Interview;
import org.waypost.agent.encounter.Party;
import org.waypost.agent.encounter.Registrar;
import org.waypost.agent.verification.Contradiction;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Indicator;
import org.waypost.contract.Statement;
import org.waypost.kiosk.access.Form;
import org.waypost.kiosk.access.Problem;

/** Makes commands of the forms of the registrar's screen; what cannot be one is malformed. */
final class ClerkForms {
    private ClerkForms() {}

    static Command notice(Registrar by, Form form) {
        return new Command.ShowNotice(by, form.one(Party.class, "party"));
    }

    static Command route(Registrar by, Form form) {
        return new Command.ChooseRoute(by, form.one(Party.class, "party"), form.one(Route.class, "route"));
    }

    static Command again(Registrar by, Form form) {
        return new Command.ReadAgain(by, form.one(Party.class, "party"));
    }

    static Command finger(Registrar by, Form form) {
        return new Command.AskFinger(by, form.one(Party.class, "party"), form.one(FingerPurpose.class, "purpose"));
    }

    static Command comparison(Registrar by, Form form) {
        return new Command.Compare(
                by,
                form.one(Party.class, "party"),
                form.one(Finding.class, "finding"),
                form.maybe(Contradiction.class, "because"),
                form.filled("words"));
    }

    static Command interview(Registrar by, Form form) {
        return new Command.HoldInterview(
                by, form.one(Party.class, "party"), form.ticked("alone"), interpreter(form), outcome(form));
    }

    static Command decision(Registrar by, Form form) {
        return switch (form.one(Kind.class, "decision")) {
            case RELEASE -> new Command.Release(by, form.text("reason"));
            case REFER -> new Command.Refer(by, form.text("reason"));
            case REFUSE -> new Command.Refuse(by, form.text("reason"), form.one(Ground.class, "ground"));
            case WITHDRAW -> new Command.Withdraw(by);
        };
    }

    static Command concern(Registrar by, Form form) {
        return new Command.RaiseConcern(
                by,
                new Concern(
                        statement(form),
                        form.one(CaseReport.Urgency.class, "urgency"),
                        form.one(CaseReport.Protected.class, "protect"),
                        handling(form)));
    }

    private static Statement statement(Form form) {
        return new Statement(
                form.one(Statement.Source.class, "source"),
                form.maybe(Indicator.class, "indicator"),
                form.text("words"));
    }

    private static CaseReport.Handling handling(Form form) {
        return new CaseReport.Handling(
                form.one(CaseReport.Companion.class, "companion"),
                form.text("contact"),
                form.text("wish"),
                form.text("mustNot"),
                form.text("steps"),
                form.one(CaseReport.Interpreter.class, "interpreter"));
    }

    private static Interpreter interpreter(Form form) {
        return Optional.of(form.text("interpreter"))
                .filter(name -> !name.isBlank())
                .<Interpreter>map(Interpreter.Impartial::new)
                .orElseGet(Interpreter.None::new);
    }

    private static Interview.Outcome outcome(Form form) {
        return switch (form.one(Said.class, "outcome")) {
            case FREE_WILL -> new Interview.FreeWillStated();
            case NOT_STATED -> new Interview.NotStated();
            case NOT_HELD -> new Interview.CouldNotBeHeld(form.text("reason"));
        };
    }

    /** Who sits down. */
    static Registrar registrar(Form form) {
        return Form.made(() -> new Registrar(form.text("registrar")));
    }

    /** The buttons of a decision. */
    enum Kind {
        RELEASE,
        REFER,
        REFUSE,
        WITHDRAW
    }

    /** The buttons of an interview. */
    enum Said {
        FREE_WILL,
        NOT_STATED,
        NOT_HELD
    }

    /** Nobody may act without a name. */
    static Registrar named(Optional<Registrar> registrar) {
        return registrar.orElseThrow(() -> new Problem(io.helidon.http.Status.FORBIDDEN_403, "problem.registrar"));
    }
}
