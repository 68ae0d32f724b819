package org.waypost.drivers.passport;

/**
 * One powered chip: commands in, answers out (ISO/IEC 7816-4). One thread transmits; {@link #close} may be called by
 * any other, at any time, and should end a command that is under way.
 */
public interface CardChannel extends AutoCloseable {

    /**
     * Sends one command and waits for its answer.
     *
     * @param command 4..65544 bytes
     * @return 2..65538 bytes, the last two the status word
     * @throws CardLost if there is no chip to answer any more
     */
    byte[] transmit(byte[] command) throws CardLost;

    /** Whether reader and link pass commands and answers of extended length; if not, answers end at 256 bytes. */
    boolean extendedLength();

    /** Powers the chip down; a second call does nothing. */
    @Override
    void close();
}
