package org.waypost.drivers.passport;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import jnasmartcardio.Smartcardio.JnaCardTerminals;

/** A chip powered through PC/SC, with the service's context that it lives in. */
final class PcscChannel implements CardChannel {
    private static final System.Logger LOG = System.getLogger(PcscChannel.class.getName());

    /** Body, status word and room for padding of the greatest answer. */
    private static final int LARGEST_ANSWER = 65_544;

    private final Card card;
    private final JnaCardTerminals context;
    private final boolean extended;
    private final byte[] answer = new byte[LARGEST_ANSWER];
    private final AtomicBoolean closed = new AtomicBoolean();

    PcscChannel(Card card, JnaCardTerminals context, boolean extended) {
        this.card = card;
        this.context = context;
        this.extended = extended;
    }

    /** The binding throws unchecked exceptions for a card that was pulled in the middle of an answer. */
    @Override
    public byte[] transmit(byte[] command) throws CardLost {
        if (closed.get()) {
            throw new CardLost("closed");
        }
        try {
            int length = card.getBasicChannel().transmit(ByteBuffer.wrap(command), ByteBuffer.wrap(answer));
            return Arrays.copyOf(answer, length);
        } catch (CardException | IllegalStateException | IllegalArgumentException gone) {
            throw new CardLost("card or reader gone", gone);
        } finally {
            Arrays.fill(answer, (byte) 0);
        }
    }

    @Override
    public boolean extendedLength() {
        return extended;
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            card.disconnect(true);
        } catch (CardException | IllegalStateException gone) {
            LOG.log(System.Logger.Level.DEBUG, "card already gone");
        }
        release(context);
    }

    static void release(JnaCardTerminals context) {
        try {
            context.close();
        } catch (CardException serviceGone) {
            LOG.log(System.Logger.Level.DEBUG, "PC/SC service already gone");
        }
    }
}
