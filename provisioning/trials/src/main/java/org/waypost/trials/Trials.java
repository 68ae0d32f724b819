package org.waypost.trials;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code trials.sh}: without a name lists the trials, with one runs it; exit 0 only if every figure was reached. */
public final class Trials {
    private static final List<Trial> ALL =
            List.of(new FoundationTrial(), new DevicesTrial(), new DevicesSoakTrial(), new FuzzTrial());

    private Trials() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        // figures are what is printed here; the parts under measurement keep quiet
        Logger.getLogger("").setLevel(Level.WARNING);
        if (arguments.length == 0) {
            ALL.forEach(trial -> System.out.printf("%-14s %s%n", trial.name(), trial.purpose()));
            return;
        }
        for (Trial trial : ALL) {
            if (trial.name().equals(arguments[0])) {
                System.exit(run(trial, System.out) ? 0 : 1);
            }
        }
        System.err.println("no trial is named " + arguments[0] + ": call without a name for the list");
        System.exit(2);
    }

    private static boolean run(Trial trial, PrintStream out) throws IOException, InterruptedException {
        boolean[] reached = {true};
        try (Scratch scratch = new Scratch()) {
            trial.run(scratch.path(), figure -> {
                out.println(figure.line());
                reached[0] &= figure.reached();
            });
        }
        return reached[0];
    }
}
