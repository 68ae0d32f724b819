package org.waypost.drivers.camera.rtsp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.camera.rtsp.RtspTrack.Coding;

class RtspDescriptionTest {
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private static List<RtspTrack> tracks(String... lines) {
        return RtspDescription.of(String.join("\r\n", lines) + "\r\n").tracks();
    }

    @Test
    void readsTracksOfPicturesAndTakesJpegFirst() {
        String sets = base64("one") + "," + base64("two");
        List<RtspTrack> tracks = tracks(
                "v=0",
                "a=control:rtsp://10.0.0.9/live/",
                "m=audio 0 RTP/AVP 26",
                "m=video 0 RTP/AVP 96",
                "a=rtpmap:96 H264/90000",
                "a=fmtp:97 sprop-parameter-sets=" + base64("other"),
                "a=fmtp:96 packetization-mode=1;sprop-parameter-sets=" + sets + ";profile-level-id=42C028",
                "a=control:trackID=1",
                "m=video 0 RTP/AVP 98 26",
                "a=rtpmap:98 VP8/90000",
                "a=control:*");
        assertEquals(
                List.of(
                        new RtspTrack("", 26, Coding.JPEG, NONE),
                        new RtspTrack(
                                "trackID=1",
                                96,
                                Coding.H264,
                                ByteBuffer.wrap("\0\0\0\1one\0\0\0\1two".getBytes(US_ASCII)))),
                tracks);
        assertEquals(
                "rtsp://10.0.0.9/live/",
                RtspDescription.of("v=0\na=control:rtsp://10.0.0.9/live/\n").control());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0\1\2",
                "m=",
                "m=video",
                "m=video 0 RTP/AVP 97\na=rtpmap:97 MP2T/90000",
                "m=video 0 RTP/AVP 96",
                "m=video 0 RTP/AVP 200\na=rtpmap:200 H264/90000",
                "m=video 0 RTP/AVP 9999\na=rtpmap:9999 H264/90000",
                "m=video 0 RTP/SAVP 26",
                "m=video 0 RTP/AVP/TCP 26",
                "m=application 0 RTP/AVP 26",
                "m=video 0 RTP/AVP 96\na=rtpmap:96 H265/90000",
                "m=video 0 RTP/AVP 96\na=rtpmap:96 x-asf-pf/1000"
            })
    void knowsNothingElse(String text) {
        assertEquals(List.of(), RtspDescription.of(text).tracks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=control:file:///etc/passwd", "a=control:http://10.0.0.1/", "a=control:../x"})
    void whatIsNoAddressOfRtspStaysAWordToSayBack(String control) {
        RtspTrack track = tracks("m=video 0 RTP/AVP 26", control).getFirst();
        assertEquals(control.substring("a=control:".length()), track.control());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=control:a b", "a=control:", "a=control:\u00E9", "a=control:a\tPLAY x"})
    void anAddressWithAnythingButPlainCharactersIsNone(String control) {
        assertTrue(tracks("m=video 0 RTP/AVP 26", control).getFirst().control().isEmpty());
    }

    @Test
    void aListOfTypesMayBeAsLongAsADescription() {
        assertEquals(List.of(), tracks("m=video 0 RTP/AVP" + " 1".repeat(RtspReader.LONGEST_BODY / 2)));
    }
}
