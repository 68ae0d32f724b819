package org.waypost.drivers.device;

import static org.waypost.drivers.device.DeviceAddress.Scheme.PCSC;
import static org.waypost.drivers.device.DeviceAddress.Scheme.SERIAL;
import static org.waypost.drivers.device.DeviceAddress.Scheme.VIDEO;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What could be a device of this terminal, by names that stay: the links of our own udev rules
 * ({@code /dev/waypost-*}), those of every system ({@code /dev/serial/by-id}, {@code /dev/v4l/by-id}) and the readers
 * of the PC/SC service. Nothing is opened; looking disturbs no device. Safe for use by several threads.
 */
public final class DeviceDirectory {
    /** More names than a terminal has devices are not listed. */
    public static final int MOST = 64;

    private final Path dev;
    private final Supplier<List<String>> cardTerminals;

    /**
     * A directory.
     *
     * @param dev {@code /dev}
     * @param cardTerminals names of the readers that the PC/SC service lists; none if it does not run
     */
    public DeviceDirectory(Path dev, Supplier<List<String>> cardTerminals) {
        this.dev = dev;
        this.cardTerminals = cardTerminals;
    }

    /** What is there now, sorted within each source; a device that has several names stands under the first. */
    public List<DeviceAddress> candidates() {
        List<DeviceAddress> found = new ArrayList<>();
        Set<Path> targets = new HashSet<>();
        links(dev, "waypost-*", targets).forEach(path -> found.add(at(ownScheme(path), path)));
        links(dev.resolve("serial/by-id"), "*", targets).forEach(path -> found.add(at(SERIAL, path)));
        // the other nodes of a camera carry metadata, no pictures
        links(dev.resolve("v4l/by-id"), "*-video-index0", targets).forEach(path -> found.add(at(VIDEO, path)));
        cardTerminals.get().stream().sorted().forEach(name -> found.add(new DeviceAddress(PCSC, name)));
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private static DeviceAddress at(DeviceAddress.Scheme scheme, Path path) {
        return new DeviceAddress(scheme, path.toString());
    }

    private static DeviceAddress.Scheme ownScheme(Path path) {
        return path.getFileName().toString().startsWith("waypost-camera") ? VIDEO : SERIAL;
    }

    /** Links whose target is there and has no earlier name. */
    private static List<Path> links(Path directory, String names, Set<Path> targets) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, names)) {
            entries.forEach(found::add);
        } catch (IOException | DirectoryIteratorException absent) {
            return List.of();
        }
        found.sort(null);
        found.removeIf(link -> !Files.isSymbolicLink(link) || !isNew(link, targets));
        return found;
    }

    private static boolean isNew(Path link, Set<Path> targets) {
        try {
            return targets.add(link.toRealPath());
        } catch (IOException unpluggedMeanwhile) {
            return false;
        }
    }
}
