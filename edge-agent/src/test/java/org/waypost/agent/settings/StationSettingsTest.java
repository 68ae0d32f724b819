package org.waypost.agent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationSettingsTest {
    private static final String EXAMPLE = """
            terminal.id=station-1
            office.name=示例火车站
            office.time-zone=Asia/Shanghai
            store.file=station.db
            keys.desk-sealing=desk.json
            keys.hub-receipt=hub.json
            brokers=ssl://localhost:8883
            tls.key-store=tls.p12
            tls.trust-store=trust.p12
            tls.password-file=password
            web.port=8080
            station.phone=010-5550 0000
            """;

    @TempDir
    Path directory;

    private StationSettings read(String text) throws IOException {
        return StationSettings.read(Files.writeString(directory.resolve("station.properties"), text));
    }

    private String refusal(String text) {
        return Objects.toString(
                assertThrows(SettingsFailure.class, () -> read(text)).getMessage());
    }

    @Test
    void readsAStation() throws IOException {
        StationSettings settings = read(EXAMPLE);
        assertEquals("station-1", settings.place().terminal().value());
        assertEquals("010-5550 0000", settings.place().phone());
        assertEquals(directory.resolve("station.db"), settings.store());
    }

    @Test
    void needsEachKeyAndKnowsNoDevice() {
        for (Key key : Key.STATION) {
            String without = EXAMPLE.lines()
                    .filter(line -> !line.startsWith(key.text() + "="))
                    .collect(Collectors.joining("\n"));
            assertTrue(refusal(without).contains("key " + key.text() + " is missing"), key.text());
        }
        assertTrue(refusal(EXAMPLE + "camera.driver=none\n").contains("key camera.driver is unknown"));
        assertTrue(refusal(EXAMPLE.replace("010-5550 0000", "call us")).contains("key station.phone is not"));
    }
}
