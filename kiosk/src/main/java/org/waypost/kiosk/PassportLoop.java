package org.waypost.kiosk;

import static java.lang.System.Logger.Level.ERROR;

import java.time.Duration;
import org.waypost.agent.document.TravelDocument;
import org.waypost.agent.document.TravelDocumentReader;
import org.waypost.agent.encounter.MarriageCounter;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;

/**
 * Reads a passport when a case waits for a document and at no other time, on one virtual thread, beside the loop of the
 * card reader: what is there first is taken. That the reader itself fails is the technician's and not shown in the
 * case, which may go on with a card. Started once, closed once.
 */
final class PassportLoop implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PassportLoop.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofMillis(50);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

    private final MarriageCounter counter;
    private final TravelDocumentReader reader;
    private final Runnable release;
    private final DeviceLoop loop = new DeviceLoop("waypost-passport", this::once);

    /**
     * A loop at rest.
     *
     * @param counter waits for documents
     * @param release gives the readers back at the end
     */
    PassportLoop(MarriageCounter counter, TravelDocumentReader reader, Runnable release) {
        this.counter = counter;
        this.reader = reader;
        this.release = release;
    }

    void start() {
        loop.start();
    }

    @Override
    public void close() {
        loop.interrupt();
        release.run();
        loop.await();
    }

    /** The top of the thread. Between two readings nothing is waited for: a swipe in between would be lost. */
    private Duration once() {
        try {
            return isAwaited() ? present(reader.read(PATIENCE, this::isAwaited)) : REST;
        } catch (RuntimeException defect) {
            LOG.log(ERROR, "a passport could not be taken in; the case goes on, read it again", defect);
            return AFTER_FAULT;
        }
    }

    private Duration present(Reading<TravelDocument> reading) {
        boolean device = reading instanceof Reading.Faulty<TravelDocument> faulty
                && faulty.fault().actor() != Fault.Actor.CLERK;
        if (device) {
            return AFTER_FAULT;
        }
        counter.presentPassport(reading);
        return Duration.ZERO;
    }

    private boolean isAwaited() {
        return counter.awaitsCardOf().isPresent() && !Thread.currentThread().isInterrupted();
    }
}
