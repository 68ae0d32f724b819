package org.waypost.drivers.simulated;

import java.util.Arrays;
import java.util.Optional;

/** Finds packets in the bytes a module receives, and judges them as strictly as the module does. */
final class Ef01Scanner {
    private static final int COMMAND = 1;
    private static final int HEADER = 9;
    private static final int LONGEST = 258;

    private final byte[] packet = new byte[HEADER + LONGEST];
    private int count;

    /** A command, or what is wrong with a packet. */
    sealed interface Received {
        record Wellformed(Command command) implements Received {}

        /** Wrong length, sum or identifier, or parameters that do not fit. */
        record Malformed() implements Received {}

        record Misaddressed() implements Received {}
    }

    /** The content of a command packet. */
    static final class Command {
        private final byte[] content;

        private Command(byte[] content) {
            this.content = content;
        }

        Ef01Order order() {
            return Ef01Order.of(content);
        }

        /** Instruction and parameters. */
        byte[] content() {
            return content.clone();
        }

        int parameter(int index) {
            return content[1 + index] & 0xFF;
        }

        /** Four parameters as one number. */
        int word() {
            return parameter(0) << 24 | parameter(1) << 16 | parameter(2) << 8 | parameter(3);
        }
    }

    /** Takes one byte; a packet is complete with its last. */
    Optional<Received> take(byte received) {
        packet[count++] = received;
        if (count <= 2) {
            slide();
            return Optional.empty();
        }
        if (count < HEADER) {
            return Optional.empty();
        }
        int length = (packet[7] & 0xFF) << 8 | (packet[8] & 0xFF);
        if (length < 3 || length > LONGEST) {
            return ended(new Received.Malformed());
        }
        return count < HEADER + length ? Optional.empty() : ended(judged());
    }

    private void slide() {
        if (packet[0] != (byte) 0xEF) {
            count = 0;
        } else if (count == 2 && packet[1] != 1) {
            packet[0] = packet[1];
            count = packet[0] == (byte) 0xEF ? 1 : 0;
        }
    }

    private Optional<Received> ended(Received received) {
        count = 0;
        return Optional.of(received);
    }

    private Received judged() {
        byte[] content = Arrays.copyOfRange(packet, HEADER, count - 2);
        byte[] right = Ef01Packets.packet(packet[6], content);
        boolean sum = right[count - 2] == packet[count - 2] && right[count - 1] == packet[count - 1];
        if (!sum || packet[6] != COMMAND) {
            return new Received.Malformed();
        }
        if (!Arrays.equals(packet, 2, 6, right, 2, 6)) {
            return new Received.Misaddressed();
        }
        return Ef01Order.of(content).fits(content)
                ? new Received.Wellformed(new Command(content))
                : new Received.Malformed();
    }
}
