package org.waypost.hub;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlLegalHolds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Keeps a case beyond its age, until a day; placed again, the new day counts. */
@Command(name = "hold-case", description = "Keeps a case from being purged, for a number of days.")
final class HoldCase implements Callable<Integer> {
    private final InstantSource clock;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--settings", required = true, paramLabel = "FILE", description = "Settings of this hub.")
    private Path settings = Path.of("");

    @Option(names = "--case", required = true, paramLabel = "NUMBER", description = "Number of the case.")
    private long number;

    @Option(names = "--officer", required = true, description = "Who holds it: 2 to 40 characters.")
    private String officer = "";

    @Option(names = "--reason", required = true, description = "Why: 3 to 200 characters.")
    private String reason = "";

    @Option(names = "--days", required = true, description = "How long: 1 to 366.")
    private int days;

    HoldCase(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        OperatorLog.quiet();
        try (Database store = Database.open(HubSettings.read(settings).store())) {
            boolean held = new SqlLegalHolds(store, clock)
                    .place(number, new Officer(officer), new Reason(reason), Duration.ofDays(days));
            command.commandLine()
                    .getOut()
                    .println(held ? "case " + number + " is held for " + days + " days" : "there is no case " + number);
            return held ? 0 : 1;
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(command.commandLine(), String.valueOf(malformed.getMessage()), malformed);
        }
    }
}
