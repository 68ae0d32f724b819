package org.waypost.drivers.simulated;

import java.util.Optional;

/**
 * What a camera may expect of a request by RTSP (RFC 2326, sections 10 and 12).
 *
 * @param address of the camera
 * @param number which it must have
 * @param guarded whether a visitor has to say who asks
 * @param last method before; TEARDOWN before the first
 */
record RtspManners(RtspRequest request, String address, int number, boolean guarded, RtspMethod last) {

    /** What is wrong with it. */
    Optional<String> complaint() {
        if (request.method().isEmpty() || !request.words().get(2).equals("RTSP/1.0")) {
            return Optional.of("no request: " + String.join(" ", request.words()));
        }
        if (!request.header("cseq").equals(Integer.toString(number))) {
            return Optional.of("number " + request.header("cseq") + " in place of " + number);
        }
        if (!guarded && request.headers().containsKey("authorization")) {
            return Optional.of("a password");
        }
        return isInOrder(request.method().get())
                ? Optional.empty()
                : Optional.of(String.join(" ", request.words()) + " " + request.headers() + " after " + last);
    }

    private boolean isInOrder(RtspMethod method) {
        String about = request.words().get(1);
        return switch (method) {
            case OPTIONS -> about.equals(address) && (last == RtspMethod.TEARDOWN || hasSession());
            case DESCRIBE -> about.equals(address) && last == RtspMethod.OPTIONS && says("accept", "application/sdp");
            case SETUP ->
                about.equals(address + "/picture")
                        && last == RtspMethod.DESCRIBE
                        && says("transport", "RTP/AVP/TCP;unicast;interleaved=0-1");
            case PLAY -> about.equals(address + "/") && last == RtspMethod.SETUP && hasSession();
            case TEARDOWN -> last == RtspMethod.PLAY && hasSession();
        };
    }

    private boolean hasSession() {
        return says("session", "5A17");
    }

    private boolean says(String header, String value) {
        return request.header(header).equals(value);
    }
}
