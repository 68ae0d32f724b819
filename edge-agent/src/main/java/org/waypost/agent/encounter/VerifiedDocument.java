package org.waypost.agent.encounter;

import java.time.Duration;
import org.waypost.agent.document.IdentityDocument;
import org.waypost.agent.verification.DeskAnswer;

/**
 * A document that was verified for a sitting; who has it owns document and live picture.
 *
 * @param took how long verifying took
 */
record VerifiedDocument(Sitting sitting, IdentityDocument document, DeskAnswer answer, Duration took)
        implements AutoCloseable {

    /** Wipes both pictures. */
    @Override
    public void close() {
        document.close();
        answer.close();
    }
}
