package org.waypost.drivers.camera.rtsp;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/** What a camera sends: an answer, or a packet between answers. */
sealed interface RtspMessage {

    /**
     * An answer (RFC 2326, section 7).
     *
     * @param status 100..599
     * @param headers by their names in small letters; of several of one name the first, but of {@code www-authenticate}
     *     all, with commas between
     * @param body empty where none was sent
     */
    record Reply(int status, Map<String, String> headers, String body) implements RtspMessage {
        public Reply {
            headers = Map.copyOf(headers);
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /**
     * Bytes of another protocol (RFC 2326, section 10.12).
     *
     * @param channel 0..255
     * @param bytes valid until the next message is read
     */
    record Packet(int channel, ByteBuffer bytes) implements RtspMessage {}
}
