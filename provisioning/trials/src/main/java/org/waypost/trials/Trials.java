package org.waypost.trials;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** {@code trials.sh}: without a name lists the trials, with one runs it; exit 0 only if every figure was reached. */
public final class Trials {
    // held here, since the platform forgets the level of a logger that nobody holds
    private static final Logger BROKEN_LINES = Logger.getLogger("org.eclipse.paho.mqttv5.client.internal.CommsSender");

    private Trials() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        // figures are what is printed here; the parts under measurement keep quiet, and say a line each where they do
        // not
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tT %4$s %5$s%6$s%n");
        Logger.getLogger("").setLevel(Level.WARNING);
        BROKEN_LINES.setLevel(Level.OFF);
        List<Trial> all = trials(arguments);
        if (arguments.length == 0) {
            all.forEach(trial -> System.out.printf("%-17s %s%n", trial.name(), trial.purpose()));
            return;
        }
        for (Trial trial : all) {
            if (trial.name().equals(arguments[0])) {
                System.exit(run(trial, System.out) ? 0 : 1);
            }
        }
        System.err.println("no trial is named " + arguments[0] + ": call without a name for the list");
        System.exit(2);
    }

    /** Only a calibration takes more than its name: directories. */
    private static List<Trial> trials(String... arguments) {
        List<Path> directories = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        List<Trial> reports = List.of(
                new WireTrial(),
                new ReceiptTrial(),
                new CaptureTrial(),
                new PowerLossTrial(),
                new KillsTrial(),
                new BadLineTrial(),
                new OfflineTrial(),
                new DiskFullTrial(),
                new FlippedPagesTrial(),
                new MillionTrial(),
                new IntakeTrial(),
                FleetTrial.city(),
                FleetTrial.town());
        List<Trial> others = List.of(
                new FoundationTrial(),
                new DevicesTrial(),
                new DevicesSoakTrial(),
                new PreviewTrial(),
                new FuzzTrial(),
                new CalibrationTrial(directories),
                new VerificationTrial(),
                new VerificationSoakTrial(),
                new ReportsTrial(reports));
        return Stream.concat(others.stream(), reports.stream()).toList();
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
