package org.waypost.drivers.camera.rtsp;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What cameras say, for the fuzzer to begin with; the first two characters are the script's. */
final class RtspSeeds {
    private static final String OPTIONS = reply(1, "", "");
    private static final String SDP = """
        v=0
        s=a
        a=control:*
        m=audio 0 RTP/AVP 0
        m=video 0 RTP/AVP 26 96
        a=rtpmap:96 H264/90000
        a=control:trackID=1
        """.replace("\n", "\r\n");
    private static final String H264 = """
        v=0
        m=video 0 RTP/AVP 200 97 96
        a=rtpmap:97 H265/90000
        a=rtpmap:96 h264/90000
        a=fmtp:96 packetization-mode=1;sprop-parameter-sets=Z0IAHg==,aM4=,!;a=b
        a=control:rtsp://127.0.0.1/a
        """;

    private RtspSeeds() {}

    private static String reply(int number, String headers, String body) {
        String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        return "RTSP/1.0 200 OK\r\nCSeq: " + number + "\r\n" + headers + length + "\r\n" + body;
    }

    static Stream<String> messages() {
        return Stream.of(
                        OPTIONS + "$\0\0\4abcd" + reply(2, "Content-Type: application/sdp\r\n", SDP),
                        "RTSP/1.0 401\nA:b\nA: c\n\n",
                        "RTSP/1.0 200 OK\r\nContent-Length: 16385\r\n\r\n",
                        "RTSP/1.0 200 OK\r\nContent-Length: 1x\r\n\r\n",
                        "RTSP/1.0 200 OK\r\nContent-Length: 9\r\n\r\nshort",
                        "RTSP/1.0 200 OK\r\n: b\r\n\r\n",
                        "RTSP/1.0 200 OK\r\n" + "a:b\r\n".repeat(32) + "\r\n",
                        "RTSP/1.0 200 OK\r\n" + "a:b\r\n".repeat(33) + "\r\n",
                        "RTSP/1.0 200 " + "a".repeat(1_010) + "\r\n\r\n",
                        "RTSP/1.0 200 " + "a".repeat(1_011) + "\r\n\r\n",
                        "RTSP/1.0 200 " + "a".repeat(1_012) + "\r\n\r\n",
                        "HTTP/1.1 200 OK\r\n\r\n",
                        "RTSP/1.0 200 OK\r\nContent-Length: 16384\r\n\r\n" + "a".repeat(16_384),
                        "$\1\2",
                        "$\7\0\0$\7\0\2a",
                        "$\1\1\2" + "a".repeat(258) + "$\0\0\1b")
                .map(seed -> "\0\20" + seed);
    }

    static Stream<String> descriptions() {
        return Stream.of(
                        SDP,
                        H264,
                        "m=video 0 RTP/AVP 26\r\na=control:x\r\nm=video 0 RTP/AVP 96\na=rtpmap:96 JPEG/90000",
                        "m=video 0 RTP/AVP 96\na=rtpmap:97 JPEG/90000\na=control:" + "x".repeat(256),
                        "m=video 0 RTP/AVP 96\na=rtpmap:096 JPEG/90000\na=rtpmap:96 H264/9",
                        "m=video 0 RTP/AVP" + " 1".repeat(8_000),
                        "a=control: \na=control:y\nm=video 0 RTP/SAVP 26",
                        "")
                .map(seed -> "\1\0" + seed);
    }

    static Stream<String> dialogues() {
        String base = "Content-Base: rtsp://127.0.0.1/live/\r\n";
        String transport = "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n";
        Stream<String> whole = Stream.of(
                dialogue(base, SDP, transport + "Session: 47;timeout=30\r\n"),
                dialogue("", H264, "Session: 47\r\nTransport: RTP/AVP/TCP;interleaved=4-5;ssrc=1\r\n"),
                dialogue("Content-Base: http://a/\r\n", SDP, "Session: 1;timeout=1;x\r\n" + transport),
                dialogue("Content-Location: rtsp://a\r\n", SDP, "Session: 1\r\n" + transport),
                dialogue(base, SDP, "Session: a b\r\n" + transport),
                dialogue(base, SDP, "Session: 1\r\nTransport: RTP/AVP/TCP;interleaved=256-257\r\n"),
                dialogue(base, SDP, "Session: 1\r\nTransport: RTP/AVP;unicast\r\n"),
                dialogue(base, "v=0\r\n", transport),
                wanted("Digest realm=\"a\", nonce=\"b\", qop=\"auth\", algorithm=SHA-256\r\n"
                                + "WWW-Authenticate: Basic realm=c")
                        + reply(2, "", "")
                        + wanted("Digest realm=\"a\", nonce=\"d\", stale=true").replace("CSeq: 1", "CSeq: 3"),
                wanted("Digest realm=\"a\", nonce=b, opaque=\"c\", algorithm=MD5") + wanted("Digest"),
                wanted("Digest realm=\"a\", nonce=\"b\", qop=\"auth-int\"") + reply(2, "", ""),
                wanted("Negotiate, Basic realm=\"a\""),
                wanted("Digest " + "a".repeat(900) + "\r\nWWW-Authenticate: x".repeat(3)),
                wanted(("a".repeat(900) + "\r\nWWW-Authenticate: ").repeat(5)));
        String refused = "RTSP/1.0 %d No\r\nCSeq: 1\r\n\r\n";
        Stream<String> early = IntStream.of(401, 301, 404).mapToObj(refused::formatted);
        Stream<String> slow = Stream.of("\2\0" + OPTIONS + "a".repeat(900));
        Stream<String> hurried = Stream.concat(Stream.concat(whole, early), Stream.of(reply(2, "", ""), OPTIONS))
                .map(seed -> "\2\u00FF" + seed);
        return Stream.concat(hurried, Stream.concat(slow, Stream.of("\2\0" + "$\0\0\0".repeat(600))));
    }

    private static String wanted(String how) {
        return "RTSP/1.0 401 No\r\nCSeq: 1\r\nWWW-Authenticate: " + how + "\r\n\r\n";
    }

    private static String dialogue(String base, String description, String setUp) {
        return OPTIONS + reply(2, base, description) + reply(3, setUp, "") + "$\0\0\0" + reply(4, "", "");
    }
}
