package org.waypost.kiosk.devices;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDirectory;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.device.Setting;
import org.waypost.drivers.device.SettingValues;
import org.waypost.drivers.device.Ticker;
import picocli.CommandLine;

/** The command in this process, with drivers of the test's choice. */
final class DevicesRig {
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final DriverCatalog catalog;
    private DeviceDirectory directory = new DeviceDirectory(Path.of("/nowhere"), List::of);
    private String typed = "";

    DevicesRig(DeviceDriver... drivers) {
        this(new DriverCatalog(List.of(drivers)));
    }

    DevicesRig(DriverCatalog catalog) {
        this.catalog = catalog;
    }

    DevicesRig typing(String line) {
        typed = line + "\n";
        return this;
    }

    DevicesRig among(DeviceDirectory devices) {
        directory = devices;
        return this;
    }

    /**
     * What one run said.
     *
     * @param out on standard output
     * @param err on standard error
     */
    record Said(int code, String out, String err) {}

    Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Talk talk = new Talk(
                new PrintStream(out, true, UTF_8), new BufferedReader(new StringReader(typed)), Optional::empty);
        DeviceDriver.Host host = new DeviceDriver.Host(Clock.fixed(NOW, ZoneOffset.UTC), Ticker.SYSTEM);
        CommandLine line = Devices.command(new Bench(catalog, directory, host, talk));
        line.setErr(new PrintWriter(err, true));
        int code = line.execute(arguments);
        return new Said(code, out.toString(UTF_8), err.toString());
    }

    /**
     * A driver {@code test} of devices that the test prepares.
     *
     * @param device makes one
     */
    record Prepared(DeviceKind kind, Supplier<Device> device) implements DeviceDriver {
        @Override
        public String id() {
            return "test";
        }

        @Override
        public Set<DeviceAddress.Scheme> schemes() {
            return Set.of(DeviceAddress.Scheme.SIMULATED);
        }

        @Override
        public List<Setting> settings() {
            return List.of(new Setting("count", new Setting.Form.WholeNumber(1, 9), "1"));
        }

        @Override
        public Device open(DeviceAddress address, SettingValues values, Host host) {
            return device.get();
        }
    }
}
