package org.waypost.kiosk.registry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import org.waypost.drivers.camera.Frame;

/**
 * Pictures of which each takes the place of the one before (RFC 2046 with {@code multipart/x-mixed-replace}), as a
 * plain image of a page shows them. Used by one thread.
 */
final class MixedReplace implements AutoCloseable {
    private static final String BOUNDARY = "waypost-frame";

    /** What such an answer is. */
    static final String TYPE = "multipart/x-mixed-replace; boundary=" + BOUNDARY;

    /** One pixel that nothing is seen of. */
    private static final byte[] BLANK =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final OutputStream out;

    /** Begins. */
    MixedReplace(OutputStream out) throws IOException {
        this.out = out;
        text("--" + BOUNDARY + "\r\n");
        out.flush();
    }

    /** A window shows a picture once the boundary behind it has come. */
    void jpeg(Frame frame) throws IOException {
        head("image/jpeg", frame.jpeg().byteSize());
        frame.writeTo(out);
        text("\r\n--" + BOUNDARY + "\r\n");
        out.flush();
    }

    /** Ends with an empty picture: nobody's stays in the window. */
    @Override
    public void close() throws IOException {
        try (out) {
            head("image/gif", BLANK.length);
            out.write(BLANK);
            text("\r\n--" + BOUNDARY + "--\r\n");
        }
    }

    private void head(String type, long length) throws IOException {
        text("Content-Type: " + type + "\r\nContent-Length: " + length + "\r\n\r\n");
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(US_ASCII));
    }
}
