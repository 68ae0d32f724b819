package org.waypost.drivers.camera;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.waypost.drivers.device.Fault;

/** A file of pictures, bare ({@code .mjpeg}) or in an AVI file of the MJPG kind, played over and over. */
record Recording(Path path) implements PictureStream {

    @Override
    public ReadableByteChannel open() throws CameraLost {
        try {
            return new Loop(FileChannel.open(path, StandardOpenOption.READ));
        } catch (IOException absent) {
            throw new CameraLost(Fault.DEVICE_ABSENT, "no such recording");
        }
    }

    private record Loop(FileChannel file) implements ReadableByteChannel {
        @Override
        public int read(ByteBuffer into) throws IOException {
            int count = file.read(into);
            return count >= 0 ? count : file.position(0).read(into);
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
