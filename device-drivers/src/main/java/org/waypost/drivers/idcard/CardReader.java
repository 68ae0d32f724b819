package org.waypost.drivers.idcard;

import java.time.Duration;
import org.waypost.drivers.device.Reading;

/**
 * A reader of ID cards. One caller at a time; never throws for what a reader or a card may do.
 *
 * <p>A card that was delivered, or that failed to be read, must be lifted before the next read begins: until then the
 * reader answers {@link Reading.Nobody}.
 */
public interface CardReader extends AutoCloseable {

    /**
     * Waits for a card and reads it.
     *
     * @param patience how long to wait for a card to be laid down; reading begun within it is finished
     * @return the document, which the caller owns and closes; nobody; or the fault
     */
    Reading<Document> read(Duration patience);

    /** Gives the device back; a later {@code read} is a defect of the caller. */
    @Override
    void close();
}
