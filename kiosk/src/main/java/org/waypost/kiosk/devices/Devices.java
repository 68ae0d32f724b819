package org.waypost.kiosk.devices;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDirectory;
import org.waypost.drivers.device.DeviceDriver.Host;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.passport.PcscTerminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** The program of whoever puts devices up. Exit code 0: done; 1: a device failed; 2: the wish cannot be followed. */
@Command(
        name = "waypost-devices",
        description = "Tries the devices of a terminal. What they read of persons is never shown.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            " 0:done",
            " 1:a device, or what was presented to it, failed; the last line says what to do",
            " 2:the command or the installation is not in order"
        })
public final class Devices {
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean help;

    @Option(
            names = "--log",
            scope = ScopeType.INHERIT,
            description = "Also prints the drivers' log, which holds nothing of persons, on standard error.")
    private boolean log;

    private Devices() {}

    /** Runs one command and ends the process. */
    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Bench bench = new Bench(
                DriverCatalog.installed(Devices.class.getClassLoader()),
                new DeviceDirectory(Path.of("/dev"), PcscTerminal::names),
                new Host(Clock.systemUTC(), Ticker.SYSTEM),
                new Talk(out, in, Devices::hidden));
        Devices devices = new Devices();
        CommandLine line = command(devices, bench);
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionStrategy(parsed -> {
            devices.logs();
            return new RunLast().execute(parsed);
        });
        System.exit(line.execute(arguments));
    }

    /** The command on a bench. */
    static CommandLine command(Bench bench) {
        return command(new Devices(), bench);
    }

    private static CommandLine command(Devices devices, Bench bench) {
        CommandLine line = new CommandLine(devices)
                .addSubcommand(new Inventory(bench))
                .addSubcommand(new Probe(bench))
                .addSubcommand(new LiveRead(bench))
                .addSubcommand(new Simulate(bench));
        line.registerConverter(DeviceKind.class, new KindWords());
        line.registerConverter(DeviceAddress.class, new AddressWords());
        line.setOut(new PrintWriter(bench.talk().out(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((thrown, asked, parsed) -> {
            if (thrown instanceof Misuse misuse) {
                asked.getErr().println("waypost-devices: " + misuse.advice());
                return Outcome.MISUSE;
            }
            throw thrown;
        });
        return line;
    }

    /** One line an event; nothing at all unless it is asked for. */
    private void logs() {
        try (InputStream in = Devices.class.getResourceAsStream("/org/waypost/kiosk/logging.properties")) {
            LogManager.getLogManager().readConfiguration(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Logger.getLogger("").setLevel(log ? Level.INFO : Level.OFF);
    }

    private static Optional<String> hidden() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(Console::readPassword)
                .map(String::new);
    }
}
