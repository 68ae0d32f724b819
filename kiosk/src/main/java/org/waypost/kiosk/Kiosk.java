package org.waypost.kiosk;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.settings.SettingsFailure;
import org.waypost.agent.settings.StationSettings;
import org.waypost.agent.store.StoreFailure;
import org.waypost.contract.KeyFailure;
import org.waypost.kiosk.access.Audience;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program of a terminal. Ends within 2 s when told to, with 2 and one line if the installation is broken. */
@Command(name = "kiosk", description = "The screens of a terminal.", mixinStandardHelpOptions = true)
public final class Kiosk {
    private static final int BROKEN = 2;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private Kiosk() {}

    /** Runs until the process is told to end. */
    public static void main(String... arguments) {
        long begun = System.nanoTime();
        quieten();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Kiosk())
                .addSubcommand(new Serve(begun, out, err))
                .addSubcommand(new ServeStation(begun, out, err))
                .addSubcommand(new ImportModels(InstantSource.system(), out, err));
        System.exit(line.execute(arguments));
    }

    /** One line for each event, on standard error; what belongs to the web server alone is left out. */
    private static void quieten() {
        try (InputStream in = Kiosk.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves the page of a public station. */
    @Command(name = "station", description = "Serves the page of a public station on 127.0.0.1.")
    static final class ServeStation implements Callable<Integer> {
        private final long begun;
        private final PrintStream out;
        private final PrintStream err;

        @Option(names = "--settings", required = true, paramLabel = "FILE", description = "The station's settings.")
        private Path settings = Path.of("");

        ServeStation(long begun, PrintStream out, PrintStream err) {
            this.begun = begun;
            this.out = out;
            this.err = err;
        }

        @Override
        public Integer call() throws InterruptedException {
            try {
                serve(StationTerminal.start(StationSettings.read(settings), InstantSource.system()));
                return 0;
            } catch (SettingsFailure | KeyFailure | StoreFailure | StartFailure broken) {
                err.println("station not started: " + broken.getMessage());
                return BROKEN;
            }
        }

        private void serve(StationTerminal station) throws InterruptedException {
            CountDownLatch asked = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(station::close, "waypost-end"));
            long millis = (System.nanoTime() - begun) / NANOS_PER_MILLI;
            out.println("station ready after " + millis + " ms: " + station.address());
            asked.await();
        }
    }

    /** Serves the screens. */
    @Command(name = "serve", description = "Serves the screens of this terminal on 127.0.0.1.")
    static final class Serve implements Callable<Integer> {
        private final long begun;
        private final PrintStream out;
        private final PrintStream err;

        @Option(names = "--settings", required = true, paramLabel = "FILE", description = "The terminal's settings.")
        private Path settings = Path.of("");

        Serve(long begun, PrintStream out, PrintStream err) {
            this.begun = begun;
            this.out = out;
            this.err = err;
        }

        @Override
        public Integer call() throws InterruptedException {
            try {
                serve(Terminal.start(Settings.read(settings), InstantSource.system()));
                return 0;
            } catch (SettingsFailure | KeyFailure | StoreFailure | StartFailure broken) {
                err.println("terminal not started: " + broken.getMessage());
                return BROKEN;
            }
        }

        private void serve(Terminal terminal) throws InterruptedException {
            CountDownLatch asked = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(terminal::close, "waypost-end"));
            out.println(ready(terminal));
            asked.await();
        }

        private String ready(Terminal terminal) {
            long millis = (System.nanoTime() - begun) / NANOS_PER_MILLI;
            return "terminal ready after " + millis + " ms: clerk " + terminal.address(Audience.CLERK) + " party "
                    + terminal.address(Audience.PARTY) + " technician " + terminal.address(Audience.TECHNICIAN);
        }
    }
}
