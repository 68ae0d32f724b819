package org.waypost.drivers.camera.rtsp;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Bytes to and from a camera. Reads are for one thread, all else for any. */
interface RtspLine extends Closeable {

    /**
     * Waits for bytes.
     *
     * @return how many came, at least one; -1 where the camera hung up
     * @throws java.net.SocketTimeoutException if none came in the time allowed
     */
    int read(byte[] into) throws IOException;

    /** Sends some of them. */
    void write(ByteBuffer bytes) throws IOException;

    /**
     * From now on a read waits no longer than this.
     *
     * @param limit zero: it waits as long as it takes
     */
    void pauseAtMost(Duration limit) throws IOException;

    boolean isOpen();
}
