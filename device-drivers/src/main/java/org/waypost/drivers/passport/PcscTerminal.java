package org.waypost.drivers.passport;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import jnasmartcardio.Smartcardio;
import jnasmartcardio.Smartcardio.EstablishContextException;
import jnasmartcardio.Smartcardio.JnaCardTerminals;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;

/**
 * A reader behind the PC/SC service of the operating system. Every waiting opens a context of its own: a service that
 * was restarted, or started after this program, is found by the next call.
 */
public final class PcscTerminal implements ChipTerminal {
    private static final System.Logger LOG = System.getLogger(PcscTerminal.class.getName());
    private static final Duration SLICE = Duration.ofMillis(500);
    private static final Duration SETTLING = Duration.ofMillis(50);

    private final String name;
    private final boolean extended;
    private final Ticker ticker;

    /**
     * A terminal on one reader.
     *
     * @param name a part of the reader's name as the service lists it; the first that matches is used
     * @param extended whether this reader passes commands and answers of extended length, by its data sheet
     */
    public PcscTerminal(String name, boolean extended, Ticker ticker) {
        this.name = name;
        this.extended = extended;
        this.ticker = ticker;
    }

    /** The readers that the service lists, as it names them; none if it does not run. */
    public static List<String> names() {
        try {
            return names((JnaCardTerminals) factory().terminals());
        } catch (EstablishContextException noService) {
            return List.of();
        }
    }

    private static List<String> names(JnaCardTerminals context) {
        try {
            return context.list().stream().map(CardTerminal::getName).toList();
        } catch (CardException lost) {
            return List.of();
        } finally {
            PcscChannel.release(context);
        }
    }

    @Override
    public Reading<CardChannel> await(Duration patience) {
        long end = ticker.nanos() + patience.toNanos();
        Reading<CardChannel> reading = look(Duration.ZERO);
        while (mayChange(reading) && ticker.nanos() < end) {
            ticker.pause(reading instanceof Reading.Nobody<CardChannel> ? Duration.ZERO : SETTLING);
            long left = Math.max(1_000_000, Math.min(SLICE.toNanos(), end - ticker.nanos()));
            reading = look(Duration.ofNanos(left));
        }
        return reading;
    }

    /** A chip at the edge of the field cannot be powered at first. */
    private static boolean mayChange(Reading<CardChannel> reading) {
        return switch (reading) {
            case Reading.Nobody<CardChannel> nobody -> true;
            case Reading.Faulty<CardChannel> faulty -> faulty.fault() == Fault.CARD_UNREADABLE;
            case Reading.Taken<CardChannel> taken -> false;
        };
    }

    /** One context, one look: in slices, since a service that ends does not wake everybody who waits. */
    private Reading<CardChannel> look(Duration patience) {
        try {
            return look((JnaCardTerminals) factory().terminals(), patience);
        } catch (EstablishContextException noService) {
            return absent("no PC/SC service");
        }
    }

    private static TerminalFactory factory() {
        try {
            return TerminalFactory.getInstance("PC/SC", null, new Smartcardio());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Reading<CardChannel> look(JnaCardTerminals context, Duration patience) {
        boolean kept = false;
        try {
            Optional<CardTerminal> reader = context.list().stream()
                    .filter(one -> one.getName().contains(name))
                    .findFirst();
            if (reader.isEmpty()) {
                return absent("no reader of this name");
            }
            if (!present(reader.get(), patience)) {
                return new Reading.Nobody<>();
            }
            Reading<CardChannel> powered = powered(reader.get(), context);
            kept = powered instanceof Reading.Taken<CardChannel>;
            return powered;
        } catch (CardException lost) {
            return absent("reader lost");
        } finally {
            if (!kept) {
                PcscChannel.release(context);
            }
        }
    }

    private static boolean present(CardTerminal reader, Duration patience) throws CardException {
        return reader.isCardPresent() || (patience.isPositive() && reader.waitForCardPresent(patience.toMillis()));
    }

    private Reading<CardChannel> powered(CardTerminal reader, JnaCardTerminals context) throws CardException {
        try {
            Card card = reader.connect("*");
            return new Reading.Taken<>(new PcscChannel(card, context, extended));
        } catch (CardException mute) {
            return reader.isCardPresent() ? new Reading.Faulty<>(Fault.CARD_UNREADABLE) : new Reading.Nobody<>();
        }
    }

    private static Reading<CardChannel> absent(String why) {
        LOG.log(System.Logger.Level.DEBUG, "chip reader absent: {0}", why);
        return new Reading.Faulty<>(Fault.DEVICE_ABSENT);
    }
}
