package org.waypost.kiosk.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.waypost.agent.report.Amendments;
import org.waypost.contract.Amendment;
import org.waypost.contract.Indicator;
import org.waypost.contract.Statement;
import org.waypost.kiosk.access.Form;
import org.waypost.kiosk.access.Problem;

/** Makes amendments of the forms of a filed report; what cannot be one is malformed. */
final class AmendForms {
    /** Statements that the form of a correction offers. */
    static final int STATEMENTS = 5;

    private AmendForms() {}

    static Amendments.Wish correction(Form form) {
        List<Statement> statements = IntStream.rangeClosed(1, STATEMENTS)
                .mapToObj(place -> statement(form, place))
                .flatMap(Optional::stream)
                .toList();
        return wish(form, Form.made(() -> new Amendment.Correction(statements)));
    }

    static Amendments.Wish withdrawal(Form form) {
        return wish(form, new Amendment.Withdrawal(form.one(Amendment.Cause.class, "cause")));
    }

    private static Amendments.Wish wish(Form form, Amendment.Change change) {
        return new Amendments.Wish(form.id("amendment"), form.id("report"), form.text("reason"), change);
    }

    /** Empty if nothing was said there. */
    private static Optional<Statement> statement(Form form, int place) {
        Optional<Indicator> indicator = form.maybe(Indicator.class, "indicator" + place);
        String words = form.text("words" + place);
        if (indicator.isEmpty() && words.isBlank()) {
            return Optional.empty();
        }
        Statement.Source source =
                form.maybe(Statement.Source.class, "source" + place).orElseThrow(Problem::malformed);
        return Optional.of(Form.made(() -> new Statement(source, indicator, words)));
    }
}
