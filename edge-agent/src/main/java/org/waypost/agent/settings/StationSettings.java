package org.waypost.agent.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import org.waypost.contract.KeyFile;
import org.waypost.contract.TerminalId;

/**
 * What a public station is set to. It has no device, no list and no key to sign with (invariant I15).
 *
 * @param place where it stands and whom to call
 * @param store the one file with tips and answers
 * @param desk public: tips are sealed to it
 * @param hub public: receipts and answers are checked with it
 * @param uplink how it reaches the hub
 * @param web where its page is served
 */
public record StationSettings(
        Place place, Path store, KeyFile desk, KeyFile hub, Settings.Uplink uplink, Settings.Web web) {

    /**
     * Reads a settings file of the form that {@link Settings#read} reads, with the keys of a station.
     *
     * @throws SettingsFailure with one line that names file, key and next step
     */
    public static StationSettings read(Path file) {
        Entries in = Entries.read(file, Key.STATION);
        return new StationSettings(
                place(in),
                in.path(Key.STORE_FILE),
                new KeyFile(in.path(Key.KEYS_DESK_SEALING)),
                new KeyFile(in.path(Key.KEYS_HUB_RECEIPT)),
                SettingsReader.uplink(in),
                SettingsReader.web(in));
    }

    private static Place place(Entries in) {
        return new Place(
                in.as(Key.TERMINAL_ID, "1 to 40 of a-z, 0-9 and hyphen", TerminalId::new),
                in.as(Key.OFFICE_NAME, "a name of 1 to 120 characters", SettingsReader::name),
                in.as(Key.OFFICE_TIME_ZONE, "a time zone such as Asia/Shanghai", ZoneId::of),
                in.as(
                        Key.STATION_PHONE,
                        "a telephone number of 3 to 30 digits, spaces, + and -",
                        StationSettings::phone));
    }

    private static String phone(String text) {
        if (!text.matches("[+0-9][0-9 -]{2,29}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /**
     * Where a station stands.
     *
     * @param name as its page shows it
     * @param zone in which hours are shown
     * @param phone another way to the desk, shown where the station cannot take a tip
     */
    public record Place(TerminalId terminal, String name, ZoneId zone, String phone) {}
}
