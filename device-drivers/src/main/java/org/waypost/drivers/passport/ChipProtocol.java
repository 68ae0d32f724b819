package org.waypost.drivers.passport;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.sf.scuba.smartcards.CardServiceException;
import org.waypost.drivers.device.Fault;

/**
 * The one seam to JMRTD: runs a step of its and turns whatever that throws into a {@link ChipFailure}. JMRTD throws
 * unchecked exceptions for what a chip may answer (torn ASN.1, points off the curve), so these are caught here too, and
 * only here. JMRTD's own loggers are silent: their messages can hold keys and text of the zone.
 */
final class ChipProtocol {
    private static final Logger JMRTD = silent("org.jmrtd");
    private static final Logger SCUBA = silent("net.sf.scuba");

    private final ScubaChannel channel;

    ChipProtocol(ScubaChannel channel) {
        this.channel = channel;
        JMRTD.setLevel(Level.OFF);
        SCUBA.setLevel(Level.OFF);
    }

    private static Logger silent(String name) {
        return Logger.getLogger(name);
    }

    /** Something JMRTD does. */
    interface Step<T> {
        T run() throws CardServiceException, IOException, GeneralSecurityException;
    }

    <T> T run(Step<T> step) throws ChipFailure {
        try {
            return step.run();
        } catch (CardServiceException refused) {
            throw failed(refused.getSW());
        } catch (IOException | GeneralSecurityException | RuntimeException unusable) {
            throw failed(ChipFailure.NO_STATUS);
        }
    }

    private ChipFailure failed(int status) {
        return channel.lost()
                ? new ChipFailure(Fault.CARD_MOVED)
                : new ChipFailure(Fault.CARD_UNREADABLE, status <= 0 ? ChipFailure.NO_STATUS : status);
    }
}
