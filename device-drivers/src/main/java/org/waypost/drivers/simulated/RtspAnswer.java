package org.waypost.drivers.simulated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer by RTSP in the making. */
record RtspAnswer(int status, Map<String, String> headers, String body) {

    static RtspAnswer to(RtspRequest request, int status) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("CSeq", request.header("cseq"));
        return new RtspAnswer(status, headers, "");
    }

    RtspAnswer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        if (value.isEmpty()) {
            more.remove(name);
        } else {
            more.put(name, value);
        }
        return new RtspAnswer(status, more, body);
    }

    RtspAnswer with(String text) {
        return new RtspAnswer(status, headers, text).with("Content-Length", Integer.toString(text.length()));
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder("RTSP/1.0 " + status + " Word\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").append(body).toString().getBytes(ISO_8859_1);
    }
}
