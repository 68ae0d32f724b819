package org.waypost.drivers.idcard;

import java.nio.ByteBuffer;
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
}
