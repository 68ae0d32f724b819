package org.waypost.hub;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.waypost.contract.KeyFailure;
import org.waypost.hub.broker.BrokerFailure;
import org.waypost.hub.store.StoreFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The hub's command line. */
@Command(
        name = "hub",
        mixinStandardHelpOptions = true,
        description = "Receives reports from terminals and issues lists.",
        subcommands = {Hub.Serve.class, IssueList.class, IssueTrustStore.class})
public final class Hub {
    private static final System.Logger LOG = System.getLogger(Hub.class.getName());
    private static final String LINE = "%1$tF %1$tT %4$s %5$s%6$s%n";

    private Hub() {}

    static void main(String[] arguments) {
        if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
            System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
        }
        System.exit(commandLine().execute(arguments));
    }

    /** The commands; a broken installation ends them with one line and exit code 1. */
    static CommandLine commandLine() {
        CommandLine commands = new CommandLine(new Hub())
                .addSubcommand(new HoldCase(InstantSource.system()))
                .addSubcommand(new RotateKey(InstantSource.system()))
                .addSubcommand(new TakeTerminalKeys(InstantSource.system()))
                .addSubcommand(new EnrolOfficer(InstantSource.system(), EnrolOfficer.PasswordSource::typed))
                .addSubcommand(new RetireOfficer(InstantSource.system()))
                .setCaseInsensitiveEnumValuesAllowed(true);
        return commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof SettingsRefused
                    || failure instanceof KeyFailure
                    || failure instanceof StoreFailure
                    || failure instanceof BrokerFailure) {
                command.getErr().println(failure.getMessage());
                return command.getCommandSpec().exitCodeOnExecutionException();
            }
            throw failure;
        });
    }

    /** Serves until the process is told to end. */
    @Command(name = "serve", description = "Takes in reports and serves the desk.")
    static final class Serve implements Callable<Integer> {
        @Option(names = "--settings", required = true, paramLabel = "FILE", description = "Settings of this hub.")
        private Path settings = Path.of("");

        @Override
        public Integer call() throws InterruptedException {
            long begun = System.nanoTime();
            if (!NativeCurves.install()) {
                LOG.log(
                        Level.WARNING,
                        "no native curves on this machine: reports are verified and opened about three times slower;"
                                + " nothing to do below a few hundred reports a second");
            }
            HubServer hub = HubServer.start(HubSettings.read(settings), InstantSource.system(), Interposed.NOTHING);
            Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "waypost-stop"));
            LOG.log(
                    Level.INFO,
                    "hub ready at {0} and {1} after {2} ms",
                    hub.web().link(),
                    hub.broker(),
                    Long.toString((System.nanoTime() - begun) / 1_000_000));
            new CountDownLatch(1).await();
            return 0;
        }
    }
}
