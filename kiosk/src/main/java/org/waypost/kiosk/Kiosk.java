package org.waypost.kiosk;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.logging.LogManager;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.settings.StationSettings;
import org.waypost.kiosk.access.Audience;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program of a terminal. Ends within 2 s when told to, with 2 and one line if the installation is broken. */
@Command(name = "kiosk", description = "The screens of a terminal.", mixinStandardHelpOptions = true)
public final class Kiosk {
    private Kiosk() {}

    /** Runs until the process is told to end. */
    public static void main(String... arguments) {
        long begun = System.nanoTime();
        quieten();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Service.Console console = new Service.Console(begun, out, err);
        CommandLine line = new CommandLine(new Kiosk())
                .addSubcommand(new Serve(console))
                .addSubcommand(new ServeStation(console))
                .addSubcommand(new ImportModels(InstantSource.system(), out, err))
                .addSubcommand(new RotateKey(InstantSource.system(), out, err))
                .addSubcommand(new VerifyAudit(InstantSource.system(), out, err));
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
    static final class ServeStation extends Service {
        ServeStation(Console console) {
            super("station", console);
        }

        @Override
        Running start(Path settings) {
            StationTerminal station = StationTerminal.start(StationSettings.read(settings), InstantSource.system());
            return new Running(station.address() + " technician " + station.careAddress(), station::close);
        }
    }

    /** Serves the screens. */
    @Command(name = "serve", description = "Serves the screens of this terminal on 127.0.0.1.")
    static final class Serve extends Service {
        Serve(Console console) {
            super("terminal", console);
        }

        @Override
        Running start(Path settings) {
            Terminal terminal = Terminal.start(Settings.read(settings), InstantSource.system());
            String pages = "clerk " + terminal.address(Audience.CLERK) + " party " + terminal.address(Audience.PARTY)
                    + " technician " + terminal.address(Audience.TECHNICIAN);
            return new Running(pages, terminal::close);
        }
    }
}
