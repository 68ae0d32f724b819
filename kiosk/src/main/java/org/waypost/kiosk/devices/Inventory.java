package org.waypost.kiosk.devices;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Setting;
import picocli.CommandLine.Command;

/** What is plugged in, and what could drive it. Opens nothing. */
@Command(name = "list", description = "Shows what is plugged in and which drivers are installed; opens nothing.")
final class Inventory implements Callable<Integer> {
    private final Bench bench;

    Inventory(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() {
        List<DeviceAddress> found = bench.directory().candidates();
        for (DeviceAddress address : found) {
            bench.talk().say("found", address + "  " + kinds(address.scheme()));
        }
        if (found.isEmpty()) {
            bench.talk()
                    .say(
                            "found",
                            "nothing under /dev/waypost-*, /dev/serial/by-id, /dev/v4l/by-id or the PC/SC service");
            bench.talk()
                    .say("to do", "plug a device in; a UART of the board has no such name, use serial:/dev/ttyAMA0");
        }
        Arrays.stream(DeviceKind.values()).forEach(this::drivers);
        return Outcome.DONE;
    }

    /** The kinds whose drivers reach such an address. */
    private String kinds(DeviceAddress.Scheme scheme) {
        String kinds = Arrays.stream(DeviceKind.values())
                .filter(kind -> bench.catalog().of(kind).stream()
                        .anyMatch(driver -> driver.schemes().contains(scheme)))
                .map(KindWords::word)
                .collect(Collectors.joining(", "));
        return kinds.isEmpty() ? "(no driver reaches it)" : "(as " + kinds + ")";
    }

    private void drivers(DeviceKind kind) {
        List<DeviceDriver> drivers = bench.catalog().of(kind).stream()
                .sorted(Comparator.comparing(DeviceDriver::id))
                .toList();
        if (drivers.isEmpty()) {
            bench.talk().say(KindWords.word(kind), "no driver for a " + KindWords.noun(kind) + " is installed");
        }
        for (DeviceDriver driver : drivers) {
            String schemes = driver.schemes().stream()
                    .map(scheme -> EnumWords.typed(scheme) + ":")
                    .sorted()
                    .collect(Collectors.joining(" "));
            bench.talk().say(KindWords.word(kind), "driver " + driver.id() + " reaches " + schemes);
            driver.settings().forEach(this::setting);
        }
    }

    private void setting(Setting setting) {
        String preset = setting.preset().isEmpty() ? "none unless given" : setting.preset() + " unless given";
        bench.talk().say("", String.format(Locale.ROOT, "  %-16s %s, %s", setting.key(), form(setting.form()), preset));
    }

    private static String form(Setting.Form form) {
        return switch (form) {
            case Setting.Form.WholeNumber number -> number.least() + " to " + number.most();
            case Setting.Form.Choice choice -> choice.words().stream().sorted().collect(Collectors.joining(" | "));
            case Setting.Form.Bytes bytes -> bytes.count() + " bytes as " + 2 * bytes.count() + " hexadecimal digits";
            case Setting.Form.Text text -> "any text";
        };
    }
}
