package org.waypost.agent.settings;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.waypost.agent.report.OutboxSize;
import org.waypost.agent.report.TlsFiles;
import org.waypost.contract.CaseReport.LegalDuty;
import org.waypost.contract.KeyFile;
import org.waypost.contract.TerminalId;

/**
 * What one terminal is set to.
 *
 * @param office where it stands and under which law reports are filed
 * @param files what it keeps
 * @param keys where its keys are
 * @param uplink how it reaches the hub
 * @param web where the screens are served
 * @param reader which card reader it has
 */
public record Settings(Office office, Files files, Keys keys, Uplink uplink, Web web, Reader reader) {

    /**
     * Reads a settings file: UTF-8 {@code key=value} lines as {@link java.util.Properties} reads them.
     *
     * @throws SettingsFailure with one line that names file, key and next step
     */
    public static Settings read(Path file) {
        return SettingsReader.settings(Entries.read(file));
    }

    /**
     * Where the terminal stands.
     *
     * @param name of the office, as its screens show it
     * @param zone in which its day begins and ends
     * @param duty the law that makes reporting a duty here
     */
    public record Office(TerminalId terminal, String name, ZoneId zone, LegalDuty duty) {}

    /**
     * What the terminal keeps.
     *
     * @param store the one file with outbox and audit
     * @param outbox how much may wait in it
     * @param watchlist the signed list in use, written by the terminal alone
     * @param offered where a newer one is laid for it
     */
    public record Files(Path store, OutboxSize outbox, Path watchlist, Path offered) {}

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

    /** The card reader. */
    public sealed interface Reader {
        /** How often it looks for a card, 50 ms to 10 s. */
        Duration poll();

        /** None; cards are those of the simulator. */
        record Simulated(Duration poll) implements Reader {}

        /**
         * One at a serial port.
         *
         * @param port such as {@code /dev/ttyUSB0}
         * @param baud 1,200 to 921,600
         */
        record Serial(String port, int baud, Duration poll) implements Reader {}
    }
}
