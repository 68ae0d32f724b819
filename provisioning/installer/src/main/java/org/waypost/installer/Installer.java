package org.waypost.installer;

import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code waypost-installer}: the commands a technician runs; exit 0 done, 1 failed with one line, 2 wrong usage. */
@Command(
        name = "waypost-installer",
        description = "Brings a hub or a terminal into service.",
        mixinStandardHelpOptions = true,
        version = "Waypost 0.1",
        synopsisSubcommandLabel = "COMMAND")
public final class Installer {
    private Installer() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(Clock.systemUTC()).execute(arguments));
    }

    /** Runs one command, all of whose words go there; its exit code. */
    public static int run(PrintWriter out, String... arguments) {
        return commandLine(Clock.systemUTC()).setOut(out).setErr(out).execute(arguments);
    }

    /** The commands, with the clock that dates certificates. */
    static CommandLine commandLine(Clock clock) {
        CommandLine line = new CommandLine(new Installer()).addSubcommand(new DevelopmentSite(clock));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("waypost-installer: " + failure.getMessage());
            return 1;
        });
        return line;
    }
}
