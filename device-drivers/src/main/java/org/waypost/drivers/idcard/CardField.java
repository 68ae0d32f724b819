package org.waypost.drivers.idcard;

import org.waypost.drivers.device.Fault;

/**
 * The place where cards are laid. A card that was dealt with must be lifted, which is believed after three looks in a
 * row that found the field empty: some readers report a card that stays, some report it once.
 */
final class CardField {
    private static final int EMPTY_IS_LIFTED = 3;

    private final SamvLine line;
    private boolean mustBeLifted;
    private int emptyInARow;

    CardField(SamvLine line) {
        this.line = line;
    }

    /** What lies there. */
    sealed interface Seen {
        record Empty() implements Seen {}

        record Occupied() implements Seen {}

        record Unknown(Fault fault) implements Seen {}
    }

    boolean mustBeLifted() {
        return mustBeLifted;
    }

    /** What lies there now has been dealt with. */
    void done() {
        mustBeLifted = true;
    }

    Seen look() {
        return switch (line.ask(SamvRequest.FIND)) {
            case SamvReply.Done done -> occupied();
            case SamvReply.NoCard noCard -> empty();
            case SamvReply.StartOver startOver -> new Seen.Unknown(startOver.fault());
            case SamvReply.GiveUp giveUp -> new Seen.Unknown(giveUp.fault());
        };
    }

    private Seen empty() {
        emptyInARow++;
        if (emptyInARow >= EMPTY_IS_LIFTED) {
            mustBeLifted = false;
        }
        return new Seen.Empty();
    }

    private Seen occupied() {
        emptyInARow = 0;
        return new Seen.Occupied();
    }
}
