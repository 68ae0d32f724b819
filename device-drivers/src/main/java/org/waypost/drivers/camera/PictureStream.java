package org.waypost.drivers.camera;

import java.nio.channels.ReadableByteChannel;

/** Where a camera's bytes come from: JPEG files one after the other, whatever stands between them. */
@FunctionalInterface
public interface PictureStream {

    /**
     * Opens it; may block for as long as a device needs.
     *
     * @return a blocking channel. Closing it, from any thread, ends a read that waits, at the latest when the device
     *     below gives up. Where a read fails for a reason that has a fault of its own, the exception's cause is a
     *     {@link CameraLost}
     */
    ReadableByteChannel open() throws CameraLost;
}
