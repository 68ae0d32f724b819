package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.SocketException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTest {
    /** Paho has a number for each; an operator has a line that is cut, and one that is dead. */
    @ParameterizedTest
    @CsvSource({
        "32000, it does not answer in time: check the network",
        "32002, it does not answer in time: check the network",
        "32102, the connection broke: check the network",
        "32104, the connection broke: check the network",
        "32109, the connection broke: check the network",
        "135, it does not accept this terminal: check that the terminal is enrolled there",
        "151, it ended the connection (MQTT code 151)"
    })
    void aCodeOfTheClientIsSaidInWords(int code, String line) {
        assertEquals(line, Trouble.of(new MqttException(code)));
    }

    @ParameterizedTest
    @CsvSource("Connection reset, the connection broke: check the network")
    void theCauseCountsBeforeTheCode(String cause, String line) {
        assertEquals(line, Trouble.of(new MqttException(new SocketException(cause))));
    }
}
