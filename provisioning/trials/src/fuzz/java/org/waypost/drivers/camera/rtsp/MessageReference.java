package org.waypost.drivers.camera.rtsp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The messages of a whole stream by the words of RFC 2326, 7 and 10.12, and the limits of the product. */
final class MessageReference {
    private final byte[] stream;
    private final List<String> messages = new ArrayList<>();
    private int at;
    private boolean lost;

    private MessageReference(byte[] stream) {
        this.stream = stream;
    }

    static MessageReference of(byte[] stream) {
        MessageReference read = new MessageReference(stream);
        boolean more = true;
        while (more && read.at < stream.length) {
            more = stream[read.at] == '$' ? read.packet() : read.reply();
        }
        return read;
    }

    /** One line for each. */
    List<String> messages() {
        return messages;
    }

    /** Whether something that is no message, or beyond a limit, came before the end. */
    boolean lost() {
        return lost;
    }

    static String told(RtspMessage message) {
        return switch (message) {
            case RtspMessage.Packet packet -> packet.channel() + "$" + DescriptionReference.hex(packet.bytes());
            case RtspMessage.Reply reply -> reply.status() + " " + new TreeMap<>(reply.headers()) + " " + reply.body();
        };
    }

    private boolean packet() {
        if (at + 4 > stream.length) {
            return false;
        }
        int length = 256 * (stream[at + 2] & 0xFF) + (stream[at + 3] & 0xFF);
        int channel = stream[at + 1] & 0xFF;
        at += 4;
        if (at + length > stream.length) {
            return false;
        }
        byte[] content = Arrays.copyOfRange(stream, at, at + length);
        messages.add(channel + "$" + HexFormat.of().formatHex(content));
        at += length;
        return true;
    }

    private boolean reply() {
        Optional<String> line = line();
        if (line.isEmpty()) {
            return false;
        }
        String status = line.get();
        if (!status.matches("RTSP/1\\.0 [1-5][0-9][0-9]") && !status.matches("RTSP/1\\.0 [1-5][0-9][0-9] .*")) {
            return given();
        }
        List<String> lines = new ArrayList<>();
        for (line = line(); line.isPresent() && !line.get().isEmpty(); line = line()) {
            if (lines.size() == 32 || line.get().indexOf(':') < 1) {
                return given();
            }
            lines.add(line.get());
        }
        return line.isPresent() && body(Integer.parseInt(status.substring(9, 12)), headers(lines));
    }

    private boolean given() {
        lost = true;
        return false;
    }

    private static Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines.reversed()) {
            String[] both = line.split(":", 2);
            String name = both[0].trim().toLowerCase(Locale.ROOT);
            String later = name.equals("www-authenticate") && headers.containsKey(name) ? ", " + headers.get(name) : "";
            headers.put(name, both[1].trim() + later);
        }
        return headers;
    }

    private boolean body(int status, Map<String, String> headers) {
        String written = headers.getOrDefault("content-length", "0");
        if (written.isEmpty() || written.length() > 5 || !written.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return given();
        }
        int length = Integer.parseInt(written);
        if (length > 16_384) {
            return given();
        }
        if (at + length > stream.length) {
            return false;
        }
        messages.add(status + " " + headers + " " + new String(stream, at, length, StandardCharsets.ISO_8859_1));
        at += length;
        return true;
    }

    /** Up to the line feed; empty where the stream ends first or, with {@code lost}, where it is too long. */
    private Optional<String> line() {
        for (int end = at; end < stream.length; end++) {
            if (stream[end] == '\n') {
                String line = new String(stream, at, end - at, StandardCharsets.ISO_8859_1);
                at = end + 1;
                return Optional.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            }
            if (end - at == 1_024) {
                given();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
