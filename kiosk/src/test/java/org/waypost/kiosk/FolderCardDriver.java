package org.waypost.kiosk;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Setting;
import org.waypost.drivers.device.SettingValues;
import org.waypost.drivers.idcard.SamvCardReader;
import org.waypost.drivers.idcard.SamvSettings;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SpecimenCard;

/**
 * A reader on which that card lies whose portrait lies in a folder, as {@code TEST_BING.png}; read over the simulated
 * wire, its portrait decoded as a maker's decoder would.
 */
public final class FolderCardDriver implements DeviceDriver {
    @Override
    public String id() {
        return "folder";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.ID_CARD_READER;
    }

    @Override
    public Set<DeviceAddress.Scheme> schemes() {
        return Set.of(DeviceAddress.Scheme.MJPEG);
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        Optional<Path> portrait = portrait(Path.of(address.place()));
        SamvSimulator module = new SamvSimulator();
        portrait.ifPresent(file -> module.place(card(file).image()));
        return new SamvCardReader(
                module::connect, block -> portrait.map(FolderCardDriver::decoded), SamvSettings.usual(), host.ticker());
    }

    private static SpecimenCard card(Path portrait) {
        return SpecimenCard.valueOf(portrait.getFileName().toString().replace(".png", ""));
    }

    private static Optional<Path> portrait(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Portrait decoded(Path portrait) {
        try {
            BufferedImage image = ImageIO.read(portrait.toFile());
            byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
            for (int i = 0; i < rgb.length / 3; i++) {
                int pixel = image.getRGB(i % image.getWidth(), i / image.getWidth());
                rgb[3 * i] = (byte) (pixel >> 16);
                rgb[3 * i + 1] = (byte) (pixel >> 8);
                rgb[3 * i + 2] = (byte) pixel;
            }
            return new Portrait(image.getWidth(), image.getHeight(), rgb);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
