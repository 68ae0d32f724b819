package org.waypost.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.hub.casebook.DutyWindows;
import org.waypost.hub.store.StoreAddress;

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
        assertEquals(new StoreAddress.Directory(directory.resolve("data")), settings.store());
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
    void readsHowLongAReportMayWaitWithinItsBounds() throws Exception {
        Map<String, String> settings = TestSite.settings();
        assertEquals(
                new DutyWindows(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofDays(1)),
                HubSettings.read(file(settings)).duty());
        settings.put("duty-child-minutes", "10080");
        assertEquals(Duration.ofDays(7), HubSettings.read(file(settings)).duty().child());
        for (String minutes : new String[] {"0", "10081", "-1", "soon", "99999999999"}) {
            settings.put("duty-child-minutes", minutes);
            assertEquals("duty-child-minutes must be 1 to 10080 minutes", refusal(settings));
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
        settings.put("keep-cases-days", "3654");
        assertEquals("keep-cases-days must be from 1 to 3653", refusal(settings));
        settings.put("keep-cases-days", "30");
        assertEquals(
                Duration.ofDays(30),
                HubSettings.read(file(settings)).retention().cases());
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

    @Test
    void takesAServerInPlaceOfADirectory() throws Exception {
        Map<String, String> settings = stored("jdbc:postgresql://localhost:5432/hub");
        assertEquals(
                new StoreAddress.Server("jdbc:postgresql://localhost:5432/hub", "waypost", directory.resolve("secret")),
                HubSettings.read(file(settings)).store());
        settings.put("data-directory", "data");
        assertEquals("remove the unknown key data-directory", refusal(settings));
        for (String key : new String[] {"store-user", "store-password-file"}) {
            Map<String, String> without = stored("jdbc:postgresql://localhost/hub");
            without.remove(key);
            assertEquals("add a value for " + key, refusal(without));
        }
    }

    @Test
    void reachesAServerElsewhereOverVerifiedTlsOnly() throws Exception {
        for (String url : new String[] {
            "jdbc:postgresql://db.example/hub?sslmode=verify-full",
            "jdbc:postgresql://one:5432,two:5432/hub?sslmode=verify-full&sslrootcert=/etc/waypost/ca.pem"
        }) {
            assertEquals(
                    url,
                    ((StoreAddress.Server) HubSettings.read(file(stored(url))).store()).url());
        }
        for (String url : new String[] {
            "jdbc:postgresql://db.example/hub",
            "jdbc:postgresql://db.example/hub?sslmode=require",
            "jdbc:postgresql://localhost/hub?user=waypost&password=secret",
            "jdbc:postgresql://waypost:secret@localhost/hub",
            "jdbc:sqlite:hub.db"
        }) {
            assertTrue(refusal(stored(url)).startsWith("store-url must be jdbc:postgresql://"), url);
        }
    }

    private static Map<String, String> stored(String url) {
        Map<String, String> settings = TestSite.settings();
        settings.remove("data-directory");
        settings.put("store-url", url);
        settings.put("store-user", "waypost");
        settings.put("store-password-file", "secret");
        return settings;
    }

    @Test
    void refusesACertificateThatIsNoHubs() throws Exception {
        TestSite site = new TestSite(directory);
        TestAuthority.write(site.authority.identity("counter-1"), directory.resolve("hub.p12"));
        String message = Objects.toString(
                assertThrows(SettingsRefused.class, site::start).getMessage());
        assertTrue(message.endsWith("a hub's common name is hub, or hub-1 to hub-99"), message);
    }
}
