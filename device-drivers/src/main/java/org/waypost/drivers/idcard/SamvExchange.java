package org.waypost.drivers.idcard;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.idcard.ReceiveBuffer.Frame;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/**
 * One request and its one reply. What arrived before the request is drained; a reply that belongs to an earlier request
 * is passed over. Waits: 1 or 2 s for the first byte, 200 ms between bytes, 4 s altogether (the read takes 1.35 s at
 * 9600 baud). The reply stays in the receive buffer until the next request or {@link #wipe()}.
 */
final class SamvExchange {
    private static final Duration GAP = Duration.ofMillis(200);
    private static final Duration TOTAL = Duration.ofSeconds(4);

    /** A minute of idle polling: two errors in one frame are likely only where single ones are frequent. */
    private static final int CLEAN_RUN = 200;

    private final ReceiveBuffer buffer = new ReceiveBuffer();
    private final Ticker ticker;
    private int intactInARow = CLEAN_RUN;

    SamvExchange(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Asks once. A failure is NO_ANSWER (silence) or LINK_UNRELIABLE (bytes came, but no frame). */
    SamvReply ask(SamvRequest request, Link link) throws LinkLost {
        buffer.wipe();
        link.drain();
        link.write(request.frame());
        SamvReply reply = listen(request, link);
        intactInARow = isDamage(reply) ? 0 : Math.min(CLEAN_RUN, intactInARow + 1);
        return reply;
    }

    /** Whether one of the last 200 requests met silence, or a reply with errors. */
    boolean isDoubtful() {
        return intactInARow < CLEAN_RUN;
    }

    private static boolean isDamage(SamvReply reply) {
        return reply instanceof SamvReply.GiveUp giveUp
                && (giveUp.fault() == Fault.NO_ANSWER || giveUp.fault() == Fault.LINK_UNRELIABLE);
    }

    /** Overwrites the last reply with zero. */
    void wipe() {
        buffer.wipe();
    }

    private SamvReply listen(SamvRequest request, Link link) throws LinkLost {
        SamvReply otherwise = new SamvReply.GiveUp(Fault.NO_ANSWER);
        long begin = ticker.nanos();
        while (ticker.nanos() - begin < TOTAL.toNanos()) {
            boolean more = buffer.fill(link, buffer.isEmpty() && !buffer.isNoisy() ? request.firstByte() : GAP);
            Optional<Frame> frame = more ? buffer.next() : buffer.nextDespiteGap();
            while (frame.isPresent()) {
                Frame found = frame.get();
                if (request.isAnsweredBy(found.status(), found.length())) {
                    return found.status().reply(found.data());
                }
                otherwise = unlessAnswered(found);
                frame = buffer.next();
            }
            if (!more) {
                return buffer.isNoisy() ? new SamvReply.GiveUp(Fault.LINK_UNRELIABLE) : otherwise;
            }
        }
        return new SamvReply.GiveUp(Fault.LINK_UNRELIABLE);
    }

    /** A refusal that seems to belong to another request stands if nothing better follows; a success never does. */
    private static SamvReply unlessAnswered(Frame frame) {
        return frame.status().isSuccess()
                ? new SamvReply.GiveUp(Fault.NO_ANSWER)
                : frame.status().reply(ByteBuffer.allocate(0));
    }
}
