package org.waypost.agent.settings;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
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

/**
 * What one terminal is set to.
 *
 * @param office where it stands and under which law reports are filed
 * @param files what it keeps
 * @param keys where its keys are
 * @param uplink how it reaches the hub
 * @param web where the screens are served
 * @param reader which card reader it has
 * @param travel which readers of passports it has, if any
 * @param eye which camera it has, if any
 * @param face whether faces are compared here; their retention is counted from the last command
 * @param fingerprint which fingerprint module it has, if any
 * @param finger whether fingers are compared here; their retention is counted from the taking
 * @param panel which panel it has, if any
 */
public record Settings(
        Office office,
        Files files,
        Keys keys,
        Uplink uplink,
        Web web,
        Named reader,
        Optional<Travel> travel,
        Optional<Named> eye,
        Biometrics face,
        Optional<Named> fingerprint,
        Biometrics finger,
        Optional<Panel> panel) {

    /**
     * Reads a settings file: UTF-8 {@code key=value} lines as {@link java.util.Properties} reads them.
     *
     * @throws SettingsFailure with one line that names file, key and next step
     */
    public static Settings read(Path file) {
        return SettingsReader.settings(Entries.read(file, Key.COUNTER));
    }

    /**
     * Where the terminal stands.
     *
     * @param name of the office, as its screens show it
     * @param zone in which its day begins and ends
     * @param farewell how long the parties are shown that they are done: 1 to 300 seconds
     * @param duty to report
     */
    public record Office(TerminalId terminal, String name, ZoneId zone, Duration farewell, Duty duty) {
        /** Where the file says nothing. */
        public static final Duration USUAL_FAREWELL = Duration.ofSeconds(20);
    }

    /**
     * The duty to report.
     *
     * @param law that makes it one here
     * @param windows how soon the hub must have a report
     * @param supervisor whom to tell when it has not, as the registrar's screen shows it: 1 to 120 characters
     */
    public record Duty(LegalDuty law, DutyWindows windows, String supervisor) {}

    /**
     * What the terminal keeps.
     *
     * @param store the one file with outbox and audit
     * @param outbox how much may wait in it
     * @param watchlist the hub's list
     * @param trust the hub's trust store
     * @param models directory of face models, with their manifest
     * @param retention how long what is in the store stays there
     */
    public record Files(
            Path store, OutboxSize outbox, Issued watchlist, Issued trust, Path models, Retention retention) {}

    /**
     * What the hub issues in signed files.
     *
     * @param file the one in use, written by the terminal alone
     * @param offered where a newer one is laid for it
     */
    public record Issued(Path file, Path offered) {}

    /**
     * The terminal's keys.
     *
     * @param signing its own, private: signs reports
     * @param desk public: reports are sealed to it
     * @param hub public: receipts are checked with it
     * @param watchlist public: lists are checked with it
     * @param blinding secret: turns document numbers into references
     */
    public record Keys(KeyFile signing, KeyFile desk, KeyFile hub, KeyFile watchlist, KeyFile blinding) {}

    /**
     * The way to the hub.
     *
     * @param brokers {@code ssl://host:port}, 1 to 8, tried in turn
     */
    public record Uplink(List<URI> brokers, TlsFiles tls) {
        public Uplink {
            brokers = List.copyOf(brokers);
        }
    }

    /**
     * Where the screens are served.
     *
     * @param port 0 to 65535; 0 takes any that is free
     */
    public record Web(int port) {
        /** Loopback, always: the screens are for the browser of this machine. */
        public InetAddress address() {
            return InetAddress.getLoopbackAddress();
        }
    }

    /**
     * The readers of passports.
     *
     * @param zone reads the printed zone
     * @param chip reads the chip; empty where passports are read by their zone alone
     */
    public record Travel(Named zone, Optional<Named> chip) {}

    /**
     * A device.
     *
     * @param driver its name, as {@code waypost-devices list} has it
     * @param address where it is
     * @param given values of the driver's own settings by key, 1 to 255 characters each; the driver judges them
     */
    public record Named(String driver, DeviceAddress address, Map<String, String> given) {
        public Named {
            given = Map.copyOf(given);
        }

        /** Without the values: one may be a password. */
        @Override
        public String toString() {
            return "Named[" + driver + ", " + given.keySet() + "]";
        }
    }

    /**
     * The panel: lamps, help button, tamper loop, presence.
     *
     * @param driver its name, as {@code waypost-devices list} has it
     * @param address where it is
     * @param values of the driver's settings, by the driver's keys
     */
    public record Panel(String driver, DeviceAddress address, Map<String, String> values) {
        public Panel {
            values = Map.copyOf(values);
        }
    }

    /** Whether a party may choose to have faces, or fingers, compared (invariant I19). */
    public sealed interface Biometrics {
        /** Nobody's are compared. */
        record Off() implements Biometrics {}

        /**
         * Compared where the party chooses it.
         *
         * @param impactAssessment names the assessment made beforehand, 1 to 80 characters; a changed use needs a new
         *     one
         * @param retention how long pictures may lie in memory: 1 to 30 minutes for faces, 1 to 120 for fingers
         */
        record On(String impactAssessment, Duration retention) implements Biometrics {}
    }
}
