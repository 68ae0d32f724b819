package org.waypost.hub;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.waypost.hub.casebook.CaseRetention;
import org.waypost.hub.casebook.DutyWindows;
import org.waypost.hub.store.StoreAddress;

/**
 * All settings of one hub.
 *
 * @param store where reports are kept
 * @param web where officers' browsers connect
 * @param broker where terminals connect
 * @param tls the hub's certificate
 * @param keys the hub's other keys, and those of the terminals
 * @param retention how long what it keeps may stay
 * @param duty how long a report may wait for an officer
 */
public record HubSettings(
        StoreAddress store, Web web, Broker broker, Tls tls, Keys keys, CaseRetention retention, DutyWindows duty) {

    /** Minutes, where the file names none: somebody sits at the desk; a child the same hour; the rest the next day. */
    private static final long DANGER = 5;

    private static final long CHILD = 30;
    private static final long OTHER = 1_440;

    private static final String STORE_HERE = "jdbc:postgresql://(localhost|127\\.0\\.0\\.1)(:[0-9]{1,5})?/[a-z0-9_-]+";
    private static final String STORE_ELSEWHERE =
            "jdbc:postgresql://[a-z0-9.,:-]+/[a-z0-9_-]+\\?sslmode=verify-full(&sslrootcert=[^&?]+)?";

    /**
     * Reads a properties file; relative paths start at its directory.
     *
     * @throws SettingsRefused if a key is missing, malformed or unknown
     */
    public static HubSettings read(Path file) {
        SettingsFile settings = SettingsFile.read(file);
        HubSettings read = new HubSettings(
                store(settings),
                new Web(settings.text("web-host", Web.LOOPBACK), settings.port("web-port")),
                broker(settings),
                new Tls(
                        settings.path("tls-key-store"),
                        settings.path("tls-trust-store"),
                        settings.path("tls-password-file")),
                new Keys(
                        settings.path("desk-key"),
                        settings.path("receipt-key"),
                        settings.path("list-key"),
                        settings.path("blinding-key"),
                        settings.path("terminals-directory")),
                retention(settings),
                duty(settings));
        settings.end();
        return read;
    }

    private static CaseRetention retention(SettingsFile settings) {
        return new CaseRetention(
                settings.days("keep-cases-days", 1_826, CaseRetention.LONGEST),
                settings.days("keep-receipts-days", 90, CaseRetention.LONGEST),
                settings.days("keep-audit-days", 1_826, CaseRetention.LONGEST));
    }

    private static StoreAddress store(SettingsFile settings) {
        if (!settings.has("store-url")) {
            return new StoreAddress.Directory(settings.path("data-directory"));
        }
        String url = settings.text("store-url");
        if (!url.matches(STORE_HERE) && !url.matches(STORE_ELSEWHERE)) {
            throw settings.refused("store-url must be jdbc:postgresql://localhost:port/database,"
                    + " or of another host with ?sslmode=verify-full behind it, and no password");
        }
        return new StoreAddress.Server(url, settings.text("store-user"), settings.path("store-password-file"));
    }

    private static DutyWindows duty(SettingsFile settings) {
        return new DutyWindows(
                window(settings, "duty-danger-minutes", DANGER),
                window(settings, "duty-child-minutes", CHILD),
                window(settings, "duty-other-minutes", OTHER));
    }

    private static Duration window(SettingsFile settings, String key, long otherwise) {
        return settings.minutes(key, otherwise, DutyWindows.SHORTEST, DutyWindows.LONGEST);
    }

    private static Broker broker(SettingsFile settings) {
        if (settings.onOrOff("broker-embedded")) {
            return new Broker(Optional.empty(), settings.text("mqtt-host", Web.LOOPBACK), settings.port("mqtt-port"));
        }
        String url = settings.text("broker-url");
        if (!url.matches("ssl://[^/:@]+:[0-9]{1,5}")) {
            throw settings.refused("broker-url must be ssl://host:port");
        }
        return new Broker(Optional.of(url), "", 0);
    }

    /**
     * Where officers' browsers connect.
     *
     * @param host address to bind; the pages are plain HTTP, so any other than loopback needs a TLS proxy before it
     * @param port TCP port, 0 for any free one
     */
    public record Web(String host, int port) {
        /** The address that only this machine reaches. */
        public static final String LOOPBACK = "127.0.0.1";
    }

    /**
     * Where terminals connect.
     *
     * @param external {@code ssl://host:port} of a broker of its own; empty for the embedded one
     * @param host address the embedded broker binds
     * @param port its TCP port, 0 for any free one
     */
    public record Broker(Optional<String> external, String host, int port) {}

    /**
     * The hub's certificate: its common name is the hub's name, valid for server and client use, naming the host
     * terminals connect to and {@code localhost}.
     *
     * @param keyStore PKCS #12 with certificate and key
     * @param trustStore PKCS #12 with the authority of the terminals' certificates
     * @param passwordFile one line, the password of both
     */
    public record Tls(Path keyStore, Path trustStore, Path passwordFile) {}

    /**
     * Key files.
     *
     * @param desk private key that opens reports
     * @param receipt private key that signs receipts
     * @param list private key that signs lists
     * @param blinding key by which list entries name documents
     * @param terminals directory with one public key {@code <terminal-id>.json} per enrolled terminal
     */
    public record Keys(Path desk, Path receipt, Path list, Path blinding, Path terminals) {}
}
