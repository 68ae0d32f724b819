package org.waypost.drivers.camera.rtsp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waypost.drivers.camera.CameraLost;
import org.waypost.drivers.device.Fault;

/** Reads messages off the wire. Used by one thread. */
final class RtspReader {
    /** Characters of a line; of a description's base with its address less than 300. */
    static final int LONGEST_LINE = 1_024;
    /** Headers of an answer. */
    static final int MOST_HEADERS = 32;
    /** Bytes of a body: a description of ten tracks needs 5,000. */
    static final int LONGEST_BODY = 16_384;

    static final String WANTED = "www-authenticate";

    private static final Pattern STATUS = Pattern.compile("RTSP/1\\.0 ([1-5][0-9]{2})( .*)?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,5}");
    private static final int LONGEST_PACKET = 0xFFFF;

    private final RtspWire wire;
    private final byte[] packet = new byte[LONGEST_PACKET];
    private int longest;

    RtspReader(RtspWire wire) {
        this.wire = wire;
    }

    /**
     * Waits for the next message.
     *
     * @throws CameraLost if what comes is none, or beyond a limit
     */
    RtspMessage next() throws IOException, CameraLost {
        return wire.peek() == '$' ? packet() : reply();
    }

    private RtspMessage.Packet packet() throws IOException {
        wire.read();
        int channel = wire.read();
        int length = (wire.read() << 8) | wire.read();
        wire.read(packet, length);
        longest = Math.max(longest, length);
        return new RtspMessage.Packet(
                channel, ByteBuffer.wrap(packet, 0, length).slice());
    }

    private RtspMessage.Reply reply() throws IOException, CameraLost {
        Matcher status = STATUS.matcher(line());
        if (!status.matches()) {
            throw unreadable("what comes is neither an answer nor a packet of rtsp");
        }
        Map<String, String> headers = headers();
        return new RtspMessage.Reply(Integer.parseInt(status.group(1)), headers, body(headers));
    }

    private Map<String, String> headers() throws IOException, CameraLost {
        Map<String, String> headers = new HashMap<>();
        String line = line();
        for (int count = 0; !line.isEmpty(); count++) {
            int colon = line.indexOf(':');
            if (count == MOST_HEADERS || colon < 1) {
                throw unreadable("an answer by rtsp has too many headers, or what is none");
            }
            String name = line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
            // a camera offers each means of telling who asks in a header of its own
            String value = line.substring(colon + 1).trim();
            headers.merge(name, value, (first, next) -> name.equals(WANTED) ? first + ", " + next : first);
            line = line();
        }
        return headers;
    }

    private String body(Map<String, String> headers) throws IOException, CameraLost {
        String length = headers.getOrDefault("content-length", "0");
        if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > LONGEST_BODY) {
            throw unreadable("an answer by rtsp is longer than " + LONGEST_BODY + " bytes");
        }
        byte[] body = new byte[Integer.parseInt(length)];
        wire.read(body, body.length);
        return new String(body, ISO_8859_1);
    }

    private String line() throws IOException, CameraLost {
        StringBuilder line = new StringBuilder();
        for (int next = wire.read(); next != '\n'; next = wire.read()) {
            if (line.length() == LONGEST_LINE) {
                throw unreadable("a line by rtsp is longer than " + LONGEST_LINE + " characters");
            }
            line.append((char) next);
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }

    private static CameraLost unreadable(String why) {
        return new CameraLost(Fault.LINK_UNRELIABLE, why);
    }

    /** Overwrites what was read. */
    void wipe() {
        Arrays.fill(packet, 0, longest, (byte) 0);
        wire.wipe();
    }
}
