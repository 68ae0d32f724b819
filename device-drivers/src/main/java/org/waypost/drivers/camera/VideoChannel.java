package org.waypost.drivers.camera;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.locks.ReentrantLock;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;

/**
 * The capture buffers of an opened camera one after the other. OpenCV gives up after 10 s without one. A capture must
 * not be released while it waits: then the waiting thread does it, so {@link #close()} never waits.
 */
final class VideoChannel implements ReadableByteChannel {
    private final ReentrantLock inUse = new ReentrantLock();
    private final VideoCapture capture;
    private final Mat buffer = new Mat();
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private boolean released;
    private volatile boolean closed;

    VideoChannel(VideoCapture capture) {
        this.capture = capture;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        inUse.lock();
        try {
            if (!rest.hasRemaining()) {
                rest = grabbed();
            }
            return copied(into);
        } finally {
            if (closed) {
                release();
            }
            inUse.unlock();
        }
    }

    private ByteBuffer grabbed() throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (!capture.read(buffer) || buffer.empty()) {
            throw new IOException("no picture from the device");
        }
        return buffer.createBuffer();
    }

    private int copied(ByteBuffer into) {
        int count = Math.min(into.remaining(), rest.remaining());
        into.put(rest.slice(rest.position(), count));
        rest.position(rest.position() + count);
        return count;
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        if (inUse.tryLock()) {
            try {
                release();
            } finally {
                inUse.unlock();
            }
        }
    }

    private void release() {
        if (!released) {
            released = true;
            rest = ByteBuffer.allocate(0);
            if (!buffer.empty()) {
                buffer.data().limit(buffer.total() * buffer.elemSize()).zero();
            }
            buffer.close();
            capture.release();
            capture.close();
        }
    }
}
