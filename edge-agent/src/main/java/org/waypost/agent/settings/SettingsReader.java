package org.waypost.agent.settings;

import static java.util.stream.Collectors.toMap;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.agent.report.DutyWindows;
import org.waypost.agent.report.OutboxSize;
import org.waypost.agent.report.TlsFiles;
import org.waypost.agent.store.Retention;
import org.waypost.contract.CaseReport.LegalDuty;
import org.waypost.contract.KeyFile;
import org.waypost.contract.TerminalId;
import org.waypost.drivers.device.DeviceAddress;

/** Turns the entries of a file into {@link Settings}. */
final class SettingsReader {
    private static final String NONE = "none";
    private static final int BROKERS_MAX = 8;

    private SettingsReader() {}

    static Settings settings(Entries in) {
        return new Settings(
                office(in),
                files(in),
                keys(in),
                uplink(in),
                web(in),
                reader(in),
                travel(in),
                eye(in),
                Profile.FACE.read(in),
                fingerprint(in),
                Profile.FINGER.read(in),
                panel(in));
    }

    private static Settings.Office office(Entries in) {
        return new Settings.Office(
                in.as(Key.TERMINAL_ID, "1 to 40 of a-z, 0-9 and hyphen", TerminalId::new),
                in.as(Key.OFFICE_NAME, "a name of 1 to 120 characters", SettingsReader::name),
                in.as(Key.OFFICE_TIME_ZONE, "a time zone such as Asia/Shanghai", ZoneId::of),
                farewell(in),
                duty(in));
    }

    private static Duration farewell(Entries in) {
        return in.has(Key.OFFICE_FAREWELL_SECONDS)
                ? Duration.ofSeconds(in.number(Key.OFFICE_FAREWELL_SECONDS, 1, 300))
                : Settings.Office.USUAL_FAREWELL;
    }

    private static Settings.Duty duty(Entries in) {
        String form = "1 to 120 characters";
        String title = in.as(Key.DUTY_TITLE, form, SettingsReader::name);
        return new Settings.Duty(
                in.as(Key.DUTY_ARTICLE, form, article -> new LegalDuty(title, article)),
                new DutyWindows(
                        window(in, Key.DUTY_DANGER_MINUTES),
                        window(in, Key.DUTY_CHILD_MINUTES),
                        window(in, Key.DUTY_OTHER_MINUTES)),
                in.as(Key.DUTY_SUPERVISOR, form, SettingsReader::name));
    }

    private static Duration window(Entries in, Key key) {
        return Duration.ofMinutes(in.number(key, DutyWindows.SHORTEST.toMinutes(), DutyWindows.LONGEST.toMinutes()));
    }

    private static Settings.Files files(Entries in) {
        long bytes = in.number(Key.OUTBOX_BYTES, OutboxSize.SMALLEST, 1L << 40);
        return new Settings.Files(
                in.path(Key.STORE_FILE),
                new OutboxSize(bytes),
                new Settings.Issued(in.path(Key.WATCHLIST_FILE), in.path(Key.WATCHLIST_OFFERED)),
                new Settings.Issued(in.path(Key.TRUST_FILE), in.path(Key.TRUST_OFFERED)),
                in.path(Key.FACE_MODELS),
                new Retention(
                        days(in, Key.RETENTION_CONFIRMED_DAYS, Retention.CONFIRMED_MAX),
                        days(in, Key.RETENTION_REFUSED_DAYS, Retention.REFUSED_MAX),
                        days(in, Key.RETENTION_AUDIT_DAYS, Retention.AUDIT_MAX)));
    }

    private static Duration days(Entries in, Key key, Duration most) {
        return Duration.ofDays(in.number(key, Retention.SHORTEST.toDays(), most.toDays()));
    }

    private static Settings.Keys keys(Entries in) {
        return new Settings.Keys(
                new KeyFile(in.path(Key.KEYS_TERMINAL_SIGNING)),
                new KeyFile(in.path(Key.KEYS_DESK_SEALING)),
                new KeyFile(in.path(Key.KEYS_HUB_RECEIPT)),
                new KeyFile(in.path(Key.KEYS_WATCHLIST)),
                new KeyFile(in.path(Key.KEYS_BLINDING)));
    }

    static Settings.Uplink uplink(Entries in) {
        Path keyStore = in.path(Key.TLS_KEY_STORE);
        return new Settings.Uplink(
                in.as(Key.BROKERS, "1 to 8 of ssl://host:port, with commas between", SettingsReader::brokers),
                new TlsFiles(keyStore, in.path(Key.TLS_TRUST_STORE), in.path(Key.TLS_PASSWORD_FILE)));
    }

    static Settings.Web web(Entries in) {
        return new Settings.Web((int) in.number(Key.WEB_PORT, 0, 65_535));
    }

    private static Settings.Named reader(Entries in) {
        String form = "such as serial:/dev/waypost-card, or simulated:";
        return new Settings.Named(
                in.as(Key.CARD_READER_DRIVER, "the name of a driver", SettingsReader::driver),
                in.as(
                        Key.CARD_READER_DEVICE,
                        form,
                        text -> DeviceAddress.parse(text).orElseThrow()),
                own(in, Key.CARD_READER_DRIVER, Key.CARD_READER_DEVICE));
    }

    private static Map<String, String> own(Entries in, Key driver, Key device) {
        return in.under(driver.prefix(), EnumSet.of(driver, device));
    }

    /** What opens a chip is printed in the zone: a reader of chips alone would read nothing. */
    private static Optional<Settings.Travel> travel(Entries in) {
        Optional<Settings.Named> zone = named(
                in,
                Key.ZONE_DRIVER,
                Key.ZONE_DEVICE,
                "none where there is no reader of passports' zones, or such as serial:/dev/waypost-zone");
        Optional<Settings.Named> chip = named(
                in,
                Key.PASSPORT_DRIVER,
                Key.PASSPORT_DEVICE,
                "none where there is no reader of passports' chips, or such as pcsc:Reader 00 00");
        if (chip.isPresent() && zone.isEmpty()) {
            throw in.failure(
                    Key.ZONE_DRIVER,
                    "is none, but passport.driver is not: name the reader of zones, which opens chips");
        }
        return zone.map(reader -> new Settings.Travel(reader, chip));
    }

    /** A device that there may not be; then nothing of its driver may be there. */
    private static Optional<Settings.Named> named(Entries in, Key driver, Key device, String form) {
        String name = driver(in, driver);
        Optional<DeviceAddress> place = in.as(device, form, text -> address(name, text));
        Map<String, String> own = own(in, driver, device);
        if (place.isEmpty() && !own.isEmpty()) {
            String stray = driver.prefix() + own.keySet().iterator().next();
            throw in.failure(stray, "is there, but " + driver.text() + " is none: name the driver, or remove this key");
        }
        return place.map(address -> new Settings.Named(name, address, own));
    }

    private static Optional<Settings.Named> eye(Entries in) {
        String form = "none where there is no camera, or such as video:/dev/waypost-camera";
        return named(in, Key.CAMERA_DRIVER, Key.CAMERA_DEVICE, form);
    }

    private static Optional<Settings.Named> fingerprint(Entries in) {
        String form = "none where there is no fingerprint module, or such as serial:/dev/waypost-finger";
        return named(in, Key.FINGERPRINT_DRIVER, Key.FINGERPRINT_DEVICE, form);
    }

    /** Left out where there is none; then nothing of it may be there. */
    private static Optional<Settings.Panel> panel(Entries in) {
        if (!in.has(Key.PANEL_DRIVER)) {
            EnumSet.range(Key.PANEL_DEVICE, Key.PANEL_PRESENCE_HOLD_SECONDS).stream()
                    .filter(in::has)
                    .findFirst()
                    .ifPresent(stray -> {
                        throw in.failure(stray, "is there without panel.driver: name the driver, or remove this key");
                    });
            return Optional.empty();
        }
        String driver = driver(in, Key.PANEL_DRIVER);
        String form = "such as gpio:pinctrl-rp1; where there is no panel, leave out all keys of it";
        return in.as(Key.PANEL_DEVICE, form, text -> address(driver, text))
                .map(address -> new Settings.Panel(driver, address, panelValues(in)));
    }

    /** Held against their forms by the driver. */
    private static Map<String, String> panelValues(Entries in) {
        return Key.PANEL_VALUES.stream().filter(in::has).collect(toMap(Key::inPanel, in::text));
    }

    private static String driver(Entries in, Key key) {
        return in.as(key, "none or the name of a driver", SettingsReader::driver);
    }

    /** Driver and device are both there or both none. */
    private static Optional<DeviceAddress> address(String driver, String device) {
        require(driver.equals(NONE) == device.equals(NONE));
        return driver.equals(NONE)
                ? Optional.empty()
                : Optional.of(DeviceAddress.parse(device).orElseThrow());
    }

    private static String driver(String text) {
        require(text.matches("[a-z0-9-]{1,40}"));
        return text;
    }

    private static List<URI> brokers(String text) {
        List<URI> brokers =
                Arrays.stream(text.split(",", -1)).map(SettingsReader::broker).toList();
        require(brokers.size() <= BROKERS_MAX);
        return brokers;
    }

    /** A scheme other than ssl would be a connection in the clear. */
    private static URI broker(String text) {
        URI uri = URI.create(text.strip());
        require("ssl".equals(uri.getScheme()) && uri.getHost() != null);
        require(uri.getPort() > 0 && uri.getPort() < 65_536);
        require(uri.getUserInfo() == null && "".equals(uri.getPath()) && uri.getQuery() == null);
        return uri;
    }

    static String name(String text) {
        require(text.length() <= 120);
        return text;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }
}
