package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private static final Optional<LinkEvent> RUNG = Optional.of(new LinkEvent.Rung());

    private final Mailbox mailbox = new Mailbox();

    private Optional<LinkEvent> next() throws InterruptedException {
        return mailbox.await(Duration.ZERO);
    }

    @Test
    void tenThousandRingsWhileNobodyListensAreOne() throws Exception {
        for (int put = 0; put < 10_000; put++) {
            mailbox.ring();
        }
        assertEquals(RUNG, next());
        assertEquals(Optional.empty(), next());
    }

    @Test
    void aRingAfterOneWasHeardIsHeard() throws Exception {
        mailbox.ring();
        assertEquals(RUNG, next());
        mailbox.ring();
        assertEquals(RUNG, next());
    }

    @Test
    void whatTheConnectionSaysIsNeverLeftOut() throws Exception {
        LinkEvent lost = new LinkEvent.Lost("the end");
        mailbox.ring();
        mailbox.leave(lost);
        mailbox.ring();
        mailbox.leave(lost);
        assertEquals(RUNG, next());
        assertEquals(Optional.of(lost), next());
        assertEquals(Optional.of(lost), next());
        assertEquals(Optional.empty(), next());
    }
}
