package org.waypost.kiosk.devices;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.device.Opening;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which device a technician means. */
final class Choice {
    @Parameters(index = "0", paramLabel = "KIND", description = "card, chip, zone, code, finger, camera or panel.")
    private Optional<DeviceKind> kind = Optional.empty();

    @Parameters(
            index = "1",
            paramLabel = "ADDRESS",
            description = "As list shows it, such as serial:/dev/waypost-card.")
    private Optional<DeviceAddress> address = Optional.empty();

    @Option(names = "--driver", paramLabel = "ID", description = "Needed where several drivers would do.")
    private Optional<String> driver = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting of the driver; may be repeated.")
    private Map<String, String> settings = new HashMap<>();

    /** @throws Misuse if no driver is meant, or more than one */
    DriverCatalog.Wish wish(DriverCatalog catalog) {
        DeviceKind wanted = kind.orElseThrow();
        String id = driver.orElseGet(() -> only(catalog.of(wanted)));
        return new DriverCatalog.Wish(wanted, id, address.orElseThrow(), settings);
    }

    private String only(List<DeviceDriver> ofKind) {
        String noun = KindWords.noun(kind.orElseThrow());
        if (ofKind.isEmpty()) {
            throw new Misuse("no driver for a " + noun + " is installed: this version cannot use one");
        }
        DeviceAddress.Scheme scheme = address.orElseThrow().scheme();
        List<String> fitting = ofKind.stream()
                .filter(one -> one.schemes().contains(scheme))
                .map(DeviceDriver::id)
                .toList();
        if (fitting.isEmpty()) {
            throw new Misuse(Advice.refused(Opening.Reason.SCHEME_NOT_SPOKEN, EnumWords.typed(scheme) + ":"));
        }
        if (fitting.size() > 1) {
            throw new Misuse("several drivers would do, say which with --driver: "
                    + fitting.stream().sorted().collect(Collectors.joining(", ")));
        }
        return fitting.getFirst();
    }
}
