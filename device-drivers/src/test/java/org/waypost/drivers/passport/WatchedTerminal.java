package org.waypost.drivers.passport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.waypost.drivers.device.Reading;

/** Keeps what was asked of each chip that was powered. */
final class WatchedTerminal implements ChipTerminal {
    /** MSE:SET AT for PACE. */
    static final int PACE = 0x22C1A4;

    private final ChipTerminal inner;
    private final List<List<Integer>> powered = new ArrayList<>();

    WatchedTerminal(ChipTerminal inner) {
        this.inner = inner;
    }

    /** For each time a chip was powered, instruction and parameters of every command. */
    List<List<Integer>> powered() {
        return powered;
    }

    @Override
    public Reading<CardChannel> await(Duration patience) {
        return switch (inner.await(patience)) {
            case Reading.Taken<CardChannel> taken -> {
                List<Integer> commands = new ArrayList<>();
                powered.add(commands);
                yield new Reading.Taken<>(new Watched(taken.value(), commands));
            }
            case Reading.Nobody<CardChannel> nobody -> nobody;
            case Reading.Faulty<CardChannel> faulty -> faulty;
        };
    }

    private static final class Watched implements CardChannel {
        private final CardChannel channel;
        private final List<Integer> commands;

        Watched(CardChannel channel, List<Integer> commands) {
            this.channel = channel;
            this.commands = commands;
        }

        @Override
        public byte[] transmit(byte[] command) throws CardLost {
            commands.add(((command[1] & 0xFF) << 16) | ((command[2] & 0xFF) << 8) | (command[3] & 0xFF));
            return channel.transmit(command);
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
