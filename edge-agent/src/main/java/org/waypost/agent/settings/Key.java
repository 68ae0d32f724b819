package org.waypost.agent.settings;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The keys of settings files; each of a kind of terminal is there exactly once, those of a panel and of the farewell at
 * most once.
 */
enum Key {
    TERMINAL_ID("terminal.id"),
    OFFICE_NAME("office.name"),
    OFFICE_TIME_ZONE("office.time-zone"),
    OFFICE_FAREWELL_SECONDS("office.farewell-seconds"),
    DUTY_TITLE("duty.title"),
    DUTY_ARTICLE("duty.article"),
    DUTY_DANGER_MINUTES("duty.danger-minutes"),
    DUTY_CHILD_MINUTES("duty.child-minutes"),
    DUTY_OTHER_MINUTES("duty.other-minutes"),
    DUTY_SUPERVISOR("duty.supervisor"),
    STORE_FILE("store.file"),
    OUTBOX_BYTES("outbox.bytes"),
    RETENTION_CONFIRMED_DAYS("retention.confirmed-days"),
    RETENTION_REFUSED_DAYS("retention.refused-days"),
    RETENTION_AUDIT_DAYS("retention.audit-days"),
    WATCHLIST_FILE("watchlist.file"),
    WATCHLIST_OFFERED("watchlist.offered"),
    TRUST_FILE("trust.file"),
    TRUST_OFFERED("trust.offered"),
    KEYS_TERMINAL_SIGNING("keys.terminal-signing"),
    KEYS_DESK_SEALING("keys.desk-sealing"),
    KEYS_HUB_RECEIPT("keys.hub-receipt"),
    KEYS_WATCHLIST("keys.watchlist"),
    KEYS_BLINDING("keys.blinding"),
    BROKERS("brokers"),
    TLS_KEY_STORE("tls.key-store"),
    TLS_TRUST_STORE("tls.trust-store"),
    TLS_PASSWORD_FILE("tls.password-file"),
    WEB_PORT("web.port"),
    CARD_READER_DRIVER("card-reader.driver"),
    CARD_READER_DEVICE("card-reader.device"),
    ZONE_DRIVER("zone.driver"),
    ZONE_DEVICE("zone.device"),
    PASSPORT_DRIVER("passport.driver"),
    PASSPORT_DEVICE("passport.device"),
    CAMERA_DRIVER("camera.driver"),
    CAMERA_DEVICE("camera.device"),
    FACE_MODE("face.mode"),
    FACE_MODELS("face.models"),
    FACE_IMPACT_ASSESSMENT("face.impact-assessment"),
    FACE_NOTICE("face.notice"),
    FACE_RETENTION_MINUTES("face.retention-minutes"),
    FINGERPRINT_DRIVER("fingerprint.driver"),
    FINGERPRINT_DEVICE("fingerprint.device"),
    FINGER_MODE("finger.mode"),
    FINGER_IMPACT_ASSESSMENT("finger.impact-assessment"),
    FINGER_NOTICE("finger.notice"),
    FINGER_RETENTION_MINUTES("finger.retention-minutes"),
    PANEL_DRIVER("panel.driver"),
    PANEL_DEVICE("panel.device"),
    PANEL_PIN_LAMP_RED("panel.pin-lamp-red"),
    PANEL_PIN_LAMP_AMBER("panel.pin-lamp-amber"),
    PANEL_PIN_LAMP_GREEN("panel.pin-lamp-green"),
    PANEL_PIN_KICK("panel.pin-kick"),
    PANEL_PIN_TAMPER("panel.pin-tamper"),
    PANEL_PIN_HELP("panel.pin-help"),
    PANEL_PIN_PRESENCE("panel.pin-presence"),
    PANEL_PRESENCE_HOLD_SECONDS("panel.presence-hold-seconds"),
    STATION_PHONE("station.phone");

    private static final String PANEL = "panel.";

    /** Those of a terminal with a counter. */
    static final Set<Key> COUNTER = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(STATION_PHONE)));

    /** Those that a panel's driver takes. There is none of a gate: at a marriage counter nobody is let through one. */
    static final Set<Key> PANEL_VALUES =
            Collections.unmodifiableSet(EnumSet.range(PANEL_PIN_LAMP_RED, PANEL_PRESENCE_HOLD_SECONDS));

    /** Those of a public station. */
    static final Set<Key> STATION = Collections.unmodifiableSet(EnumSet.of(
            TERMINAL_ID,
            OFFICE_NAME,
            OFFICE_TIME_ZONE,
            STORE_FILE,
            KEYS_DESK_SEALING,
            KEYS_HUB_RECEIPT,
            BROKERS,
            TLS_KEY_STORE,
            TLS_TRUST_STORE,
            TLS_PASSWORD_FILE,
            WEB_PORT,
            STATION_PHONE));

    private static final String DRIVER = "driver";

    /** Keys that name a driver; what else begins as they do is that driver's own, such as {@code zone.baud}. */
    private static final Set<Key> DRIVERS =
            EnumSet.of(CARD_READER_DRIVER, ZONE_DRIVER, PASSPORT_DRIVER, CAMERA_DRIVER, FINGERPRINT_DRIVER);

    private static final Pattern OWN = Pattern.compile("[a-z0-9-]{1,40}");

    private final String text;

    Key(String text) {
        this.text = text;
    }

    /** As the file spells it. */
    String text() {
        return text;
    }

    /** What the panel's driver calls it. */
    String inPanel() {
        return text.substring(PANEL.length());
    }

    /** What the keys of a driver's own begin with; for the key that names the driver. */
    String prefix() {
        return text.substring(0, text.length() - DRIVER.length());
    }

    static boolean knows(Set<Key> keys, String text) {
        return keys.stream().anyMatch(key -> key.text.equals(text))
                || DRIVERS.stream().anyMatch(key -> keys.contains(key) && key.ownsInFile(text));
    }

    private boolean ownsInFile(String other) {
        return other.startsWith(prefix())
                && OWN.matcher(other.substring(prefix().length())).matches();
    }
}
