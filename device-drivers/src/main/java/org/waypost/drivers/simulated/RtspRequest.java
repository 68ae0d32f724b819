package org.waypost.drivers.simulated;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request by RTSP.
 *
 * @param words method, address and version
 * @param headers by their names in small letters
 */
record RtspRequest(List<String> words, Map<String, String> headers) {

    /** Reads the next; empty at the end. */
    static Optional<RtspRequest> read(BufferedReader in) throws IOException {
        String first = in.readLine();
        if (first == null) {
            return Optional.empty();
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            String[] parts = line.split(": ", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts.length == 2 ? parts[1] : "");
        }
        return Optional.of(new RtspRequest(List.of(first.split(" ", -1)), headers));
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    Optional<RtspMethod> method() {
        for (RtspMethod method : RtspMethod.values()) {
            if (words.size() == 3 && method.name().equals(words.getFirst())) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
