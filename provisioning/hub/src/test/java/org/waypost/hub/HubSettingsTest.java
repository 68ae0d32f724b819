package org.waypost.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubSettingsTest {
    @TempDir
    Path directory;

    private Path file(Map<String, String> settings) throws Exception {
        StringBuilder text = new StringBuilder();
        settings.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        return Files.writeString(directory.resolve("hub.properties"), text);
    }

    private String refusal(Map<String, String> settings) throws Exception {
        Path file = file(settings);
        String message = Objects.toString(assertThrows(SettingsRefused.class, () -> HubSettings.read(file))
                .getMessage());
        assertEquals(1, message.lines().count());
        return message.substring(message.indexOf(": ") + 2);
    }

    @Test
    void readsPathsBesideTheFileAndBindsLoopback() throws Exception {
        HubSettings settings = HubSettings.read(file(TestSite.settings()));
        assertEquals(directory.resolve("data"), settings.data());
        assertEquals("127.0.0.1", settings.web().host());
        assertEquals("127.0.0.1", settings.broker().host());
        assertEquals(Optional.empty(), settings.broker().external());
    }

    @Test
    void readsTheExampleOfTheReadme() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        int begin = readme.indexOf("```properties\n") + "```properties\n".length();
        Path file = Files.writeString(
                directory.resolve("hub.properties"), readme.substring(begin, readme.indexOf("```", begin)));
        assertEquals(8_883, HubSettings.read(file).broker().port());
    }

    @Test
    void refusesAnyMissingKeyByName() throws Exception {
        for (String key : TestSite.settings().keySet()) {
            Map<String, String> settings = TestSite.settings();
            settings.remove(key);
            assertEquals("add a value for " + key, refusal(settings));
        }
    }

    @Test
    void refusesAnUnknownKey() throws Exception {
        Map<String, String> settings = TestSite.settings();
        settings.put("web-prot", "1");
        assertEquals("remove the unknown key web-prot", refusal(settings));
    }

    @Test
    void refusesMalformedValues() throws Exception {
        for (String port : new String[] {"-1", "65536", "http", "1e3"}) {
            Map<String, String> settings = TestSite.settings();
            settings.put("web-port", port);
            assertEquals("web-port must be a port from 1 to 65535, or 0 for any free one", refusal(settings));
        }
        Map<String, String> settings = TestSite.settings();
        settings.put("broker-embedded", "maybe");
        assertEquals("broker-embedded must be on or off", refusal(settings));
    }

    @Test
    void takesAnExternalBrokerOverTlsOnly() throws Exception {
        Map<String, String> settings = TestSite.settings();
        settings.put("broker-embedded", "off");
        settings.remove("mqtt-port");
        settings.put("broker-url", "tcp://broker:1883");
        assertEquals("broker-url must be ssl://host:port", refusal(settings));
        settings.put("broker-url", "ssl://broker:8883");
        assertEquals(
                Optional.of("ssl://broker:8883"),
                HubSettings.read(file(settings)).broker().external());
    }
}
