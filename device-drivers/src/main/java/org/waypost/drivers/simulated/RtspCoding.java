package org.waypost.drivers.simulated;

/** How a simulated camera codes its pictures for RTP. */
public enum RtspCoding {
    /** The camera's own files (RFC 2435). */
    JPEG(26, ""),
    /** H.264 (RFC 6184) without any compression. */
    H264(96, "a=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1\r\n");

    private final int payloadType;
    private final String attributes;

    RtspCoding(int payloadType, String attributes) {
        this.payloadType = payloadType;
        this.attributes = attributes;
    }

    int payloadType() {
        return payloadType;
    }

    /** A camera's description (RFC 8866), with a sound nobody wants and a host that is not the camera's. */
    String description() {
        return "v=0\r\no=- 1 1 IN IP4 203.0.113.9\r\ns=counter\r\nc=IN IP4 203.0.113.9\r\nt=0 0\r\na=control:*\r\n"
                + "m=audio 0 RTP/AVP 0\r\na=control:sound\r\n"
                + "m=video 0 RTP/AVP " + payloadType + "\r\n" + attributes + "a=control:picture\r\n";
    }
}
