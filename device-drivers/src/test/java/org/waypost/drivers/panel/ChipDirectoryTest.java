package org.waypost.drivers.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chips as the kernel of a Pi 5 shows them: the label counts, numbers differ from kernel to kernel. */
class ChipDirectoryTest {
    @TempDir
    Path sys;

    private void chip(int base, String name, String label) throws IOException {
        Path device = Files.createDirectories(sys.resolve("devices/platform/" + base + "/" + name))
                .getParent();
        Path chip = Files.createDirectories(sys.resolve("class/gpio/gpiochip" + base));
        Files.writeString(chip.resolve("label"), label + "\n");
        Files.createSymbolicLink(chip.resolve("device"), device);
    }

    @Test
    void findsAChipByItsLabel() throws IOException {
        chip(512, "gpiochip11", "gpio-brcmstb@107d508500");
        chip(571, "gpiochip4", "pinctrl-rp1");
        Files.createDirectories(sys.resolve("class/gpio/export"));
        assertEquals(Optional.of("gpiochip4"), new ChipDirectory(sys).named("pinctrl-rp1"));
        assertEquals(Optional.empty(), new ChipDirectory(sys).named("pinctrl-bcm2711"));
        assertEquals(Optional.empty(), new ChipDirectory(sys).named("pinctrl"));
    }

    @Test
    void aMachineWithoutLinesHasNoChip() {
        assertEquals(Optional.empty(), new ChipDirectory(sys).named("pinctrl-rp1"));
    }

    @Test
    void aChipThatCannotBeReadIsNone() throws IOException {
        Files.createDirectories(sys.resolve("class/gpio/gpiochip0"));
        assertEquals(Optional.empty(), new ChipDirectory(sys).named("pinctrl-rp1"));
    }
}
