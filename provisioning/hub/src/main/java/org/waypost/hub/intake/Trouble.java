package org.waypost.hub.intake;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Why a broker cannot be reached, in one line for an operator at night. */
final class Trouble {
    private Trouble() {}

    static String of(MqttException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return switch (root) {
            case UnknownHostException e -> "its name is not known: check the network and the name server";
            case ConnectException e -> "nothing answers there: check the network and the broker";
            case SSLException e -> untrusted(e);
            case GeneralSecurityException e -> untrusted(e);
            case MqttException e -> mqtt(e.getReasonCode());
            default -> "the connection broke (" + root.getClass().getSimpleName() + "): look at the broker's log";
        };
    }

    private static String mqtt(int code) {
        return code == MqttClientException.REASON_CODE_CLIENT_TIMEOUT
                ? "it does not answer in time: check the network"
                : "it does not take the hub (MQTT code " + code + "): look at its log";
    }

    private static String untrusted(Exception cause) {
        return "no trusted connection (" + cause.getMessage()
                + "): check its host name, both certificates and the clock";
    }
}
