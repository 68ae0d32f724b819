package org.waypost.drivers.fingerprint;

import java.nio.ByteBuffer;

/**
 * One command packet: {@code EF 01 | FF FF FF FF | 01 | LEN(2) | instruction, parameters | SUM(2)}, big-endian; LEN
 * counts what follows it, SUM is the sum of everything from the 01 on, modulo 65536. The address is the default one.
 */
final class Ef01Command {
    private static final int COMMAND = 0x01;

    private final Ef01Instruction instruction;
    private final byte[] packet;

    private Ef01Command(Ef01Instruction instruction, byte[] packet) {
        this.instruction = instruction;
        this.packet = packet;
    }

    /** A command with one byte for each parameter. */
    static Ef01Command of(Ef01Instruction instruction, int... parameters) {
        int length = 1 + parameters.length + 2;
        int sum = COMMAND + length + instruction.code();
        ByteBuffer packet = ByteBuffer.allocate(9 + length)
                .putShort((short) 0xEF01)
                .putInt(-1)
                .put((byte) COMMAND)
                .putShort((short) length)
                .put((byte) instruction.code());
        for (int parameter : parameters) {
            packet.put((byte) parameter);
            sum += parameter & 0xFF;
        }
        return new Ef01Command(instruction, packet.putShort((short) sum).array());
    }

    static Ef01Command verifyPassword(int password) {
        return of(Ef01Instruction.VERIFY_PASSWORD, password >>> 24, password >>> 16, password >>> 8, password);
    }

    /** @param baud a multiple of 9600 up to 115200 */
    static Ef01Command setSpeed(int baud) {
        return of(Ef01Instruction.SET_PARAMETER, 4, baud / 9_600);
    }

    /** @param code 0..3 for 32, 64, 128 and 256 bytes */
    static Ef01Command setPacketSize(int code) {
        return of(Ef01Instruction.SET_PARAMETER, 6, code);
    }

    Ef01Instruction instruction() {
        return instruction;
    }

    /** The bytes on the wire. */
    byte[] packet() {
        return packet.clone();
    }
}
