package org.waypost.drivers.idcard;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.waypost.drivers.device.Fault;

/** What came of one request, and so what to do next. */
sealed interface SamvReply {

    /**
     * The module did it: go on.
     *
     * @param data a view of the receive buffer, valid until the next request
     */
    record Done(ByteBuffer data) implements SamvReply {}

    /** No card in the field: the usual answer of an idle reader. */
    record NoCard() implements SamvReply {}

    /** Begin again by finding the card; the fault stands if that does not help. */
    record StartOver(Fault fault) implements SamvReply {}

    /** Give up and say so; a fault of the link is repaired first where that is possible. */
    record GiveUp(Fault fault) implements SamvReply {}

    /** What stands in the way, if this answers a request that needs no card. */
    default Optional<Fault> obstacle() {
        return switch (this) {
            case Done done -> Optional.empty();
            case NoCard noCard -> Optional.of(Fault.COMMAND_REFUSED);
            case StartOver startOver -> Optional.of(startOver.fault());
            case GiveUp giveUp -> Optional.of(giveUp.fault());
        };
    }
}
