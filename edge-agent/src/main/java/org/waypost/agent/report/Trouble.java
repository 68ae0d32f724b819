package org.waypost.agent.report;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Why a broker cannot be reached, in one line for an operator at night. */
final class Trouble {
    private static final int NOT_AUTHORISED = 135;
    private static final String LATE = "it does not answer in time: check the network";
    private static final String BROKE = "the connection broke: check the network";

    private Trouble() {}

    static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof CertificateException)) {
            root = root.getCause();
        }
        return switch (root) {
            case UnknownHostException e -> "its name is not known: check the network and the name server";
            case ConnectException e -> "nothing answers there: check the network and the broker";
            case SocketTimeoutException e -> LATE;
            case CertificateException e -> certificate("" + e.getMessage());
            case SSLException e -> certificate("" + e.getMessage());
            case EOFException e -> "it closed the connection: check that it knows this terminal's certificate";
            case SocketException e -> BROKE;
            case MqttException e -> mqtt(e.getReasonCode());
            default -> certificateOr(root);
        };
    }

    private static String certificate(String what) {
        return "no trusted connection (" + what + "): check its host name, both certificates and the clock";
    }

    /** The certificate path checks have exceptions of many packages. */
    private static String certificateOr(Throwable root) {
        return root.getClass().getName().contains(".cert")
                ? certificate("" + root.getMessage())
                : "it cannot be reached (" + root.getClass().getSimpleName() + ")";
    }

    private static String mqtt(int code) {
        return switch (code) {
            case NOT_AUTHORISED -> "it does not accept this terminal: check that the terminal is enrolled there";
            case MqttClientException.REASON_CODE_CLIENT_TIMEOUT, MqttClientException.REASON_CODE_WRITE_TIMEOUT -> LATE;
            case MqttClientException.REASON_CODE_CLIENT_DISCONNECTING,
                    MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED,
                    MqttClientException.REASON_CODE_CONNECTION_LOST -> BROKE;
            default -> "it ended the connection (MQTT code " + code + ")";
        };
    }
}
