package org.waypost.drivers.camera;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.waypost.drivers.device.Fault;

/**
 * Bare pictures through a named pipe into which another program of this machine writes, such as {@code rpicam-vid
 * --codec mjpeg -o /run/waypost-camera} for a ribbon camera.
 */
record PipeStream(Path path) implements PictureStream {

    /** Opened for both directions: so Linux neither waits for a writer nor ends the stream when the writer changes. */
    @Override
    public ReadableByteChannel open() throws CameraLost {
        try {
            if (!Files.readAttributes(path, BasicFileAttributes.class).isOther()) {
                throw new CameraLost(Fault.ADDRESS_REFUSED, "no named pipe");
            }
            return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException absent) {
            throw new CameraLost(Fault.DEVICE_ABSENT, "no such pipe, or no right to it");
        }
    }
}
