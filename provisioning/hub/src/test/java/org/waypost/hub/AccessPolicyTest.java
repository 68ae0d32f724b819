package org.waypost.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waypost.contract.Topic;
import org.waypost.hub.broker.BrokerLimits;
import org.waypost.servers.Mosquitto;

/** The table, the contract's document and what is shipped for Mosquitto say the same. */
class AccessPolicyTest {

    @Test
    void isWhatTheContractSays() throws IOException {
        String document = asyncApi();
        Map<String, String> addresses = new TreeMap<>();
        all("(?m)^  (\\w+):\\n    address: (\\S+)$", document)
                .forEach(channel -> addresses.put(channel.group(1), channel.group(2)));
        Set<String> said = new TreeSet<>();
        all("(?m)^    action: (\\w+)\\n    channel:\\n      \\$ref: '#/channels/(\\w+)'$", document)
                .forEach(operation ->
                        said.add("terminal " + operation.group(1) + "s " + addresses.get(operation.group(2))));
        Set<String> meant = new TreeSet<>();
        for (AccessPolicy.Rule rule : AccessPolicy.RULES) {
            String verb = rule.speaks() == AccessPolicy.Party.TERMINAL ? "sends " : "receives ";
            meant.add("terminal " + verb + rule.kind().filter().replace("+", "{terminal}"));
        }
        assertEquals(meant, said);
        assertEquals(Topic.Kind.values().length, said.size());
    }

    @Test
    void isTheAccessListShippedForMosquitto() throws IOException {
        Set<String> meant = new TreeSet<>();
        for (AccessPolicy.Rule rule : AccessPolicy.RULES) {
            boolean up = rule.speaks() == AccessPolicy.Party.TERMINAL;
            meant.add("pattern " + (up ? "write " : "read ")
                    + rule.kind().filter().replace("+", "%u"));
            meant.add("topic " + (up ? "read " : "write ") + rule.kind().filter());
        }
        meant.add("user " + AccessPolicy.HUB);
        meant.add("topic deny waypost/1/+/" + AccessPolicy.HUB);
        Set<String> shipped = new TreeSet<>();
        Files.readAllLines(Mosquitto.SHIPPED.resolve("waypost.acl")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(shipped::add);
        assertEquals(meant, shipped);
    }

    @Test
    void mosquittoHasTheLimitsOfTheHubsOwnBroker() throws IOException {
        Map<String, String> options = new TreeMap<>();
        Files.readAllLines(Mosquitto.SHIPPED.resolve("waypost.conf")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .forEach(option -> options.merge(option[0], option[1], (one, other) -> one + "," + other));
        assertEquals("" + BrokerLimits.DEFAULT.packetMax(), options.get("max_packet_size"));
        assertEquals("" + BrokerLimits.DEFAULT.connectionsMax(), options.get("max_connections"));
        assertEquals("" + BrokerLimits.DEFAULT.queuedMax(), options.get("max_queued_messages"));
        assertEquals("8883", options.get("listener"), "one listener, and the options before it are its own");
        assertEquals("tlsv1.3", options.get("tls_version"));
    }

    private static Iterable<MatchResult> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }

    private static String asyncApi() throws IOException {
        try (var in = Topic.class.getResourceAsStream("/asyncapi.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }
}
