package org.waypost.drivers.camera.rtsp;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Puts pictures together out of packets. Used by one thread. */
interface RtpPayload extends AutoCloseable {

    /**
     * Takes the next packet; one that does not fit ends the picture it would belong to, and no more.
     *
     * @return a JPEG file where this was the last packet of a whole picture; valid until the next packet
     */
    Optional<ByteBuffer> accept(RtpPacket packet);

    /** Overwrites what is left of pictures. */
    @Override
    void close();
}
