package org.waypost.drivers.simulated;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.passport.CardChannel;
import org.waypost.drivers.passport.CardLost;
import org.waypost.drivers.passport.ChipTerminal;

/**
 * A chip reader in memory. Cards may be placed and removed, and the reader unplugged, while another thread reads. It
 * does not wait: a card lies there or not.
 */
public final class SimulatedChipTerminal implements ChipTerminal {
    private static final int FOR_EVER = Integer.MAX_VALUE;

    private final ChipRandom random;
    private final boolean extended;
    private final AtomicReference<@Nullable EmrtdCard> placed = new AtomicReference<>();
    private final AtomicReference<@Nullable EmrtdApplet> powered = new AtomicReference<>();
    private final AtomicInteger answersLeft = new AtomicInteger(FOR_EVER);
    private volatile boolean plugged = true;
    private volatile boolean silent;

    /** @param extended whether the reader passes extended length */
    public SimulatedChipTerminal(boolean extended, ChipRandom random) {
        this.extended = extended;
        this.random = random;
    }

    /** Lays a card on the reader, in place of one that lies there. */
    public void place(EmrtdCard card) {
        answersLeft.set(FOR_EVER);
        silent = false;
        placed.set(card);
    }

    /** Takes the card away. */
    public void remove() {
        placed.set(null);
    }

    /** The card is taken away after so many more answers. */
    public void removeAfter(int answers) {
        answersLeft.set(answers);
    }

    /** The card stays, but does not answer any more. */
    public void fallSilent() {
        silent = true;
    }

    /** Pulls the reader's cable, or plugs it in again. */
    public void plug(boolean in) {
        plugged = in;
    }

    /** The chip as it was last powered. */
    public Optional<EmrtdApplet> applet() {
        return Optional.ofNullable(powered.get());
    }

    @Override
    public Reading<CardChannel> await(Duration patience) {
        EmrtdCard card = placed.get();
        if (!plugged) {
            return new Reading.Faulty<>(Fault.DEVICE_ABSENT);
        }
        if (card == null) {
            return new Reading.Nobody<>();
        }
        EmrtdApplet applet = new EmrtdApplet(card, random);
        powered.set(applet);
        return new Reading.Taken<>(new Channel(card, applet));
    }

    private final class Channel implements CardChannel {
        private final EmrtdCard card;
        private final EmrtdApplet applet;
        private final CountDownLatch closed = new CountDownLatch(1);

        Channel(EmrtdCard card, EmrtdApplet applet) {
            this.card = card;
            this.applet = applet;
        }

        @Override
        public byte[] transmit(byte[] command) throws CardLost {
            if (answersLeft.getAndDecrement() <= 0) {
                placed.set(null);
            }
            if (!Objects.equals(placed.get(), card) || !plugged || closed.getCount() == 0) {
                throw new CardLost("no card on the simulated reader");
            }
            if (silent) {
                awaitClosing();
            }
            return applet.transmit(command);
        }

        private void awaitClosing() throws CardLost {
            try {
                closed.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            throw new CardLost("closed while the chip was silent");
        }

        @Override
        public boolean extendedLength() {
            return extended;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
