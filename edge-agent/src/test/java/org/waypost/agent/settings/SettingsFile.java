package org.waypost.agent.settings;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** A settings file that is whole, to be changed by a test. */
abstract class SettingsFile {
    static final String EXAMPLE = """
            # where the terminal stands
            terminal.id=counter-1
            office.name=Registry of Example City
            office.time-zone=Asia/Shanghai
            duty.title=Law on the Protection of Minors
            duty.article=article 11
            duty.danger-minutes=15
            duty.child-minutes=15
            duty.other-minutes=1440
            duty.supervisor=Head of registry, telephone 5551
            store.file=terminal.db
            outbox.bytes=67108864
            retention.confirmed-days=90
            retention.refused-days=30
            retention.audit-days=365
            watchlist.file=lists/current.json
            watchlist.offered=lists/offered.json
            trust.file=lists/trust.json
            trust.offered=lists/offered-trust.json
            keys.terminal-signing=keys/signing.json
            keys.desk-sealing=keys/desk.json
            keys.hub-receipt=keys/hub.json
            keys.watchlist=keys/list.json
            keys.blinding=keys/blinding.json
            brokers=ssl://hub-1.example:8883, ssl://hub-2.example:8883
            tls.key-store=tls/terminal.p12
            tls.trust-store=/etc/waypost/brokers.p12
            tls.password-file=tls/password
            web.port=0
            card-reader.driver=samv
            card-reader.device=serial:/dev/ttyUSB0
            card-reader.baud=115200
            card-reader.poll-millis=300
            zone.driver=none
            zone.device=none
            passport.driver=none
            passport.device=none
            camera.driver=none
            camera.device=none
            face.mode=off
            face.models=models
            face.impact-assessment=none
            face.notice=none
            face.retention-minutes=10
            fingerprint.driver=none
            fingerprint.device=none
            finger.mode=off
            finger.impact-assessment=none
            finger.notice=none
            finger.retention-minutes=60
            """;

    @TempDir
    Path directory;

    Settings read(String text) throws IOException {
        return Settings.read(Files.writeString(directory.resolve("terminal.properties"), text));
    }

    String refusal(String text) {
        String line = String.valueOf(
                assertThrows(SettingsFailure.class, () -> read(text)).getMessage());
        assertFalse(line.contains("\n"), line);
        assertTrue(line.contains(directory.resolve("terminal.properties").toString()), line);
        return line;
    }

    static String with(String key, String value) {
        return EXAMPLE.lines()
                .map(line -> line.startsWith(key + "=") ? key + "=" + value : line)
                .collect(Collectors.joining("\n"));
    }
}
