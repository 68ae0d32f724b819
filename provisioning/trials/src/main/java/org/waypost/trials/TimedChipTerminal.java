package org.waypost.trials;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.passport.CardChannel;
import org.waypost.drivers.passport.CardLost;
import org.waypost.drivers.passport.ChipTerminal;

/** A chip reader whose commands are counted and timed, from the moment the chip has power. */
final class TimedChipTerminal implements ChipTerminal {
    private final ChipTerminal terminal;
    private final AtomicLong poweredAt = new AtomicLong();
    private final AtomicLong exchanged = new AtomicLong();
    private final AtomicInteger commands = new AtomicInteger();

    TimedChipTerminal(ChipTerminal terminal) {
        this.terminal = terminal;
    }

    /** The moment the chip had power. */
    long poweredAt() {
        return poweredAt.get();
    }

    /** Nanoseconds from sending a command to its answer, all commands together. */
    long exchanged() {
        return exchanged.get();
    }

    int commands() {
        return commands.get();
    }

    @Override
    public Reading<CardChannel> await(Duration patience) {
        return switch (terminal.await(patience)) {
            case Reading.Taken<CardChannel> taken -> {
                exchanged.set(0);
                commands.set(0);
                poweredAt.set(System.nanoTime());
                yield new Reading.Taken<>(new Timed(taken.value()));
            }
            case Reading.Nobody<CardChannel> nobody -> nobody;
            case Reading.Faulty<CardChannel> faulty -> faulty;
        };
    }

    private final class Timed implements CardChannel {
        private final CardChannel channel;

        private Timed(CardChannel channel) {
            this.channel = channel;
        }

        @Override
        public byte[] transmit(byte[] command) throws CardLost {
            long begin = System.nanoTime();
            byte[] answer = channel.transmit(command);
            exchanged.addAndGet(System.nanoTime() - begin);
            commands.incrementAndGet();
            return answer;
        }

        @Override
        public boolean extendedLength() {
            return channel.extendedLength();
        }

        @Override
        public void close() {
            channel.close();
        }
    }
}
