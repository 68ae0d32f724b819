package org.waypost.drivers.device;

import static java.lang.System.Logger.Level.WARNING;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.waypost.drivers.device.DeviceDriver.Host;
import org.waypost.drivers.device.Opening.Reason;
import org.waypost.drivers.device.Opening.Refused;

/** The drivers on the class path, ours and others' alike. Unchangeable; safe for use by several threads. */
public final class DriverCatalog {
    private static final System.Logger LOG = System.getLogger(DriverCatalog.class.getName());

    private final List<DeviceDriver> drivers;

    /** A catalogue of these drivers. */
    public DriverCatalog(List<DeviceDriver> drivers) {
        this.drivers = List.copyOf(drivers);
    }

    /** What a class loader finds; a driver that cannot be made is logged and left out. */
    public static DriverCatalog installed(ClassLoader loader) {
        return new DriverCatalog(ServiceLoader.load(DeviceDriver.class, loader).stream()
                .flatMap(DriverCatalog::made)
                .toList());
    }

    private static Stream<DeviceDriver> made(ServiceLoader.Provider<DeviceDriver> provider) {
        try {
            return Stream.of(provider.get());
        } catch (ServiceConfigurationError broken) {
            LOG.log(WARNING, "left out: {0}", broken.getMessage());
            return Stream.empty();
        }
    }

    /** The drivers of a kind. */
    public List<DeviceDriver> of(DeviceKind kind) {
        return drivers.stream().filter(driver -> driver.kind() == kind).toList();
    }

    /**
     * A wish for a device.
     *
     * @param driver its id
     * @param given values by key; a key that the driver does not declare is refused
     */
    public record Wish(DeviceKind kind, String driver, DeviceAddress address, Map<String, String> given) {
        public Wish {
            given = Map.copyOf(given);
        }

        /** Without the values: one may be a password. */
        @Override
        public String toString() {
            return "Wish[" + driver + ", " + given.keySet() + "]";
        }
    }

    /**
     * Opens a device.
     *
     * @param type the interface of the kind
     */
    public <D extends Device> Opening<D> open(Wish wish, Class<D> type, Host host) {
        List<DeviceDriver> named = of(wish.kind()).stream()
                .filter(driver -> driver.id().equals(wish.driver()))
                .toList();
        if (named.size() != 1) {
            return new Refused<>(named.isEmpty() ? Reason.DRIVER_UNKNOWN : Reason.DRIVER_AMBIGUOUS, wish.driver());
        }
        DeviceDriver driver = named.getFirst();
        if (!driver.schemes().contains(wish.address().scheme())) {
            return new Refused<>(
                    Reason.SCHEME_NOT_SPOKEN, wish.address().scheme().name());
        }
        Optional<Refused<D>> refused = refusal(driver.settings(), wish.given());
        return refused.isPresent() ? refused.get() : opened(driver, wish, type, host);
    }

    private static <D extends Device> Optional<Refused<D>> refusal(List<Setting> settings, Map<String, String> given) {
        Set<String> unknown = new HashSet<>(given.keySet());
        for (Setting setting : settings) {
            String value = given.get(setting.key());
            if (value != null && !setting.form().takes(value)) {
                return Optional.of(new Refused<>(Reason.VALUE_REFUSED, setting.key()));
            }
            unknown.remove(setting.key());
        }
        return unknown.stream().sorted().findFirst().map(key -> new Refused<>(Reason.KEY_UNKNOWN, key));
    }

    /** Another's code is called here: what it throws is its defect, told once, and no device. */
    private static <D extends Device> Opening<D> opened(DeviceDriver driver, Wish wish, Class<D> type, Host host) {
        try {
            SettingValues values = values(driver.settings(), wish.given());
            Optional<String> objection = driver.objection(values);
            if (objection.isPresent()) {
                return new Refused<>(Reason.VALUE_REFUSED, objection.get());
            }
            Device device = driver.open(wish.address(), values, host);
            if (type.isInstance(device)) {
                return new Opening.Opened<>(type.cast(device));
            }
            device.close();
        } catch (RuntimeException defect) {
            LOG.log(WARNING, "the driver " + driver.id() + " failed to open", defect);
        }
        return new Refused<>(Reason.DRIVER_DEFECT, driver.id());
    }

    private static SettingValues values(List<Setting> settings, Map<String, String> given) {
        Map<String, String> values = new HashMap<>();
        for (Setting setting : settings) {
            String value = given.getOrDefault(setting.key(), setting.preset());
            if (!value.isEmpty()) {
                values.put(setting.key(), value);
            }
        }
        return new SettingValues(values);
    }
}
