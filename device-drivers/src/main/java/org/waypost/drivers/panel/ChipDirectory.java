package org.waypost.drivers.panel;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds a chip of lines by its label, which stays, where its number differs between kernels. Reads
 * {@code class/gpio/gpiochip<base>/label} of the kernel's file tree, and beside it the chip's name below
 * {@code device}. Source: kernel documentation, ABI/obsolete/sysfs-gpio.
 *
 * @param sys {@code /sys}
 */
record ChipDirectory(Path sys) {

    /** The kernel's name, such as {@code gpiochip0}; empty if no chip has the label. */
    Optional<String> named(String label) {
        try (DirectoryStream<Path> chips = Files.newDirectoryStream(sys.resolve("class/gpio"), "gpiochip*")) {
            for (Path chip : chips) {
                if (label.equals(label(chip))) {
                    return name(chip.resolve("device"));
                }
            }
        } catch (IOException | DirectoryIteratorException noChips) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static String label(Path chip) throws IOException {
        return Files.readString(chip.resolve("label")).strip();
    }

    private static Optional<String> name(Path device) throws IOException {
        try (DirectoryStream<Path> names = Files.newDirectoryStream(device, "gpiochip*")) {
            for (Path name : names) {
                return Optional.of(name.getFileName().toString());
            }
        }
        return Optional.empty();
    }
}
