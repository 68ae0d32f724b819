package org.waypost.drivers.panel;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.library.gpiod.internal.GpioDContext;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Setting;
import org.waypost.drivers.device.SettingValues;

/**
 * Panels on the lines of a Raspberry Pi, by the label of the chip: {@code gpio:pinctrl-rp1} on a Pi 5,
 * {@code gpio:pinctrl-bcm2711} on a Pi 4. Elsewhere there is no such chip, and Pi4J is not even loaded.
 */
public final class GpioPanelDriver implements DeviceDriver {
    private final ChipDirectory chips;

    /** Looks for chips where the kernel shows them. */
    public GpioPanelDriver() {
        this(new ChipDirectory(Path.of("/sys")));
    }

    GpioPanelDriver(ChipDirectory chips) {
        this.chips = chips;
    }

    @Override
    public String id() {
        return "gpio";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.PANEL;
    }

    @Override
    public Set<DeviceAddress.Scheme> schemes() {
        return Set.of(DeviceAddress.Scheme.GPIO);
    }

    /** A pin for each signal, and {@code presence-hold-seconds}. A pin that is not fit is no value of its setting. */
    @Override
    public List<Setting> settings() {
        return PinSettings.all();
    }

    @Override
    public Optional<String> objection(SettingValues values) {
        return PinSettings.usedTwice(values);
    }

    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        PanelSettings settings = new PanelSettings(
                PinSettings.pins(values), Duration.ofSeconds(values.number(PinSettings.PRESENCE_HOLD)));
        return new BoardPanel(
                (pins, edges) -> board(address.place(), pins, edges), settings, Edges.live(host.ticker()), host);
    }

    private Board board(String label, PanelPins pins, Edges edges) throws BoardLost {
        String chip = chips.named(label)
                .orElseThrow(() -> new BoardLost(Fault.DEVICE_ABSENT, "no chip is labelled " + label));
        return Pi4jBoard.open(() -> context(chip), GpioPanelDriver::isHigh, pins, edges);
    }

    /** Providers by name: what Pi4J finds by itself are simulated lines wherever the board is none it knows. */
    private static Context context(String chip) {
        return Pi4J.newContextBuilder()
                .noAutoDetect()
                .noAutoInject()
                .disableShutdownHook()
                .add(GpioDDigitalOutputProvider.newInstance(), GpioDDigitalInputProvider.newInstance())
                .setGpioChipName(chip)
                .build();
    }

    /** Asks the kernel for the level on the pin itself. */
    private static boolean isHigh(DigitalOutput output) {
        return GpioDContext.getInstance()
                        .getOrOpenLine(output.config().address())
                        .getValue()
                != 0;
    }
}
