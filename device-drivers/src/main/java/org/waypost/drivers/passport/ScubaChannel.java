package org.waypost.drivers.passport;

import java.util.Arrays;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;

/**
 * A {@link CardChannel} as JMRTD wants to see it. Remembers that the card was lost, since JMRTD wraps and re-wraps what
 * is thrown here, and refuses answers that JMRTD would fail on.
 */
final class ScubaChannel extends CardService {
    private final CardChannel channel;
    private volatile boolean lost;

    ScubaChannel(CardChannel channel) {
        this.channel = channel;
    }

    boolean lost() {
        return lost;
    }

    @Override
    public void open() {
        state = SESSION_STARTED_STATE;
    }

    @Override
    public boolean isOpen() {
        return state == SESSION_STARTED_STATE;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardServiceException {
        byte[] bytes = command.getBytes();
        try {
            byte[] answer = channel.transmit(bytes);
            if (answer.length < 2) {
                throw new CardServiceException("an answer without a status word");
            }
            return checked(command, new ResponseAPDU(answer));
        } catch (CardLost gone) {
            lost = true;
            throw new CardServiceException("card lost", gone);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static ResponseAPDU checked(CommandAPDU command, ResponseAPDU answer) throws CardServiceException {
        if (!AnnouncedLengths.hold(command, answer)) {
            throw new CardServiceException("an answer that announces more than it holds");
        }
        return answer;
    }

    @Override
    public byte[] getATR() {
        return new byte[0];
    }

    @Override
    public boolean isExtendedAPDULengthSupported() {
        return channel.extendedLength();
    }

    @Override
    public void close() {
        state = SESSION_STOPPED_STATE;
        channel.close();
    }

    @Override
    public boolean isConnectionLost(Exception thrown) {
        return lost;
    }
}
