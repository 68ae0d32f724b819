package org.waypost.hub;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlOfficers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes an officer's account away; their session ends with it. */
@Command(name = "retire-officer", description = "Lets an officer sign in no more, and ends their session.")
final class RetireOfficer implements Callable<Integer> {
    private final InstantSource clock;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--settings", required = true, paramLabel = "FILE", description = "Settings of this hub.")
    private Path settings = Path.of("");

    @Option(names = "--officer", required = true, description = "Their name, as enrolled.")
    private String officer = "";

    RetireOfficer(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        OperatorLog.quiet();
        HubSettings hub = HubSettings.read(settings);
        try (Database store = Database.open(hub.store())) {
            boolean retired = new SqlOfficers(store, clock).retire(new Officer(officer), Administrator.here());
            command.commandLine().getOut().println(officer + (retired ? " is retired" : " is not enrolled"));
            return retired ? 0 : 1;
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(command.commandLine(), String.valueOf(malformed.getMessage()), malformed);
        }
    }
}
