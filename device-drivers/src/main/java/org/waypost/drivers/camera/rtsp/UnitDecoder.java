package org.waypost.drivers.camera.rtsp;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Makes pictures of coded ones. Used by one thread at a time. */
interface UnitDecoder extends AutoCloseable {

    /**
     * Decodes one coded picture.
     *
     * @param units with start codes (ITU-T H.264, annex B)
     * @return a JPEG file, valid until the next; empty if there is no picture in it, or a damaged or too large one
     */
    Optional<ByteBuffer> decode(ByteBuffer units);

    @Override
    void close();
}
