package org.waypost.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {
    @Test
    void isReadAsItIsWritten() {
        for (Topic.Kind kind : Topic.Kind.values()) {
            Topic topic = new Topic(kind, Specimens.TERMINAL);
            assertEquals(Optional.of(topic), Topic.parse(topic.text()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "waypost/1/report/",
                "waypost/1/report/+",
                "waypost/1/report/a/b",
                "waypost/1/clean/counter-1",
                "waypost/1/watchlist/counter-1",
                "waypost/2/report/counter-1"
            })
    void nothingElseIsATopic(String text) {
        assertTrue(Topic.parse(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub", "hub-1", "hub-2", "hub-99"})
    void noTerminalBearsTheNameOfAHub(String name) {
        assertThrows(IllegalArgumentException.class, () -> new TerminalId(name));
        assertTrue(Topic.parse("waypost/1/report/" + name).isEmpty());
        assertEquals(name, new HubName(name).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub-0", "hub-100", "hub-", "hub-east", "hubs", "counter-1"})
    void noHubBearsTheNameOfATerminal(String name) {
        assertThrows(IllegalArgumentException.class, () -> new HubName(name));
        assertEquals(name, new TerminalId(name).value());
    }
}
