package org.waypost.drivers.serial;

import java.time.Duration;

/**
 * Bytes to and from one device, in order, without frames. One thread uses it at a time; {@link #close()} may come from
 * another and ends a waiting {@code read}. Silence is an answer (0 bytes); only the end of the link is an exception.
 */
public interface Link extends AutoCloseable {

    /** Hands over all bytes; does not keep the array. */
    void write(byte[] bytes) throws LinkLost;

    /**
     * Waits for the first byte, then takes what has arrived.
     *
     * @param into where the bytes go
     * @param offset index of the first one, less than {@code into.length}
     * @param patience how long to wait for the first byte; a serial port rounds up to 100 ms
     * @return number of bytes, 0 if none came in time or the thread was interrupted
     */
    int read(byte[] into, int offset, Duration patience) throws LinkLost;

    /**
     * Changes the speed of this end. What is still on the way may be garbled: the caller changes it only after the
     * answer to what it sent. A pseudo terminal has no speed and takes every one.
     *
     * @param baud bits per second, above 0; eight data bits, no parity and one stop bit stay
     * @throws LinkLost also if the port cannot run at that speed
     */
    void speed(int baud) throws LinkLost;

    /** Throws away what has arrived and was not read. */
    void drain() throws LinkLost;

    /** Ends the link; a second call does nothing. */
    @Override
    void close();

    /** Opens the link to one device, again after every loss. */
    @FunctionalInterface
    interface Opener {
        Link open() throws LinkLost;
    }
}
