package org.waypost.drivers.simulated;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * The chip's end of secure messaging, ICAO Doc 9303-11, section 9.8. The send sequence counter grows by one before each
 * command and before each answer. Used by one thread.
 */
final class ChipSecureChannel {
    private final ChipCipher cipher;
    private final byte[] encryptionKey;
    private final byte[] macKey;
    private final byte[] counter;

    /** @param counter the counter before the first command, one block of the cipher long */
    ChipSecureChannel(ChipCipher cipher, byte[] seed, byte[] counter) {
        this.cipher = cipher;
        this.encryptionKey = cipher.derive(seed, ChipCipher.FOR_ENCRYPTION);
        this.macKey = cipher.derive(seed, ChipCipher.FOR_MAC);
        this.counter = counter.clone();
    }

    /** A channel after PACE or chip authentication: its counter starts at zero. */
    static ChipSecureChannel fresh(ChipCipher cipher, byte[] seed) {
        return new ChipSecureChannel(cipher, seed, new byte[cipher.block()]);
    }

    /** Checks and opens one command; refuses with 6988. */
    ChipApdu open(ChipApdu secured) {
        increment();
        List<ChipTlv> objects = ChipTlv.all(secured.body());
        byte[] signed = new byte[0];
        byte[] body = new byte[0];
        byte[] mac = new byte[0];
        int expected = 0;
        for (ChipTlv object : objects) {
            byte[] coded = ChipTlv.of(object.tag(), object.value());
            switch (object.tag()) {
                case 0x87 -> body = decrypted(Arrays.copyOfRange(object.value(), 1, object.value().length));
                case 0x85 -> body = decrypted(object.value());
                case 0x97 -> expected = expected(object.value());
                case 0x8E -> mac = object.value();
                default -> throw new ChipStatus(ChipStatus.SECURE_OBJECTS_INCORRECT);
            }
            signed = object.tag() == 0x8E ? signed : ChipTlv.joined(signed, coded);
        }
        requireMac(secured, signed, mac);
        return new ChipApdu(secured.cla() & 0xF3, secured.ins(), secured.p1(), secured.p2(), body, expected);
    }

    private static int expected(byte[] coded) {
        int value = 0;
        for (byte one : coded) {
            value = (value << 8) | (one & 0xFF);
        }
        int all = coded.length == 1 ? 0x100 : 0x10000;
        return value == 0 ? all : value;
    }

    private void requireMac(ChipApdu secured, byte[] objects, byte[] mac) {
        byte[] message = ChipTlv.joined(counter, cipher.padded(secured.header()), objects);
        byte[] whole = objects.length == 0 ? message : cipher.padded(message);
        if (!MessageDigest.isEqual(mac, cipher.mac(macKey, whole))) {
            throw new ChipStatus(ChipStatus.SECURE_OBJECTS_INCORRECT);
        }
    }

    /** Seals one answer. An odd instruction's answer travels in object 85, any other in 87. */
    byte[] seal(byte[] answer, int status, boolean oddInstruction) {
        increment();
        byte[] data = new byte[0];
        if (answer.length > 0) {
            byte[] coded = cipher.encrypt(encryptionKey, iv(), cipher.padded(answer));
            data = oddInstruction ? ChipTlv.of(0x85, coded) : ChipTlv.of(0x87, new byte[] {1}, coded);
        }
        byte[] objects = ChipTlv.joined(data, ChipTlv.of(0x99, ChipStatus.bytes(status)));
        byte[] mac = cipher.mac(macKey, cipher.padded(ChipTlv.joined(counter, objects)));
        return ChipTlv.joined(objects, ChipTlv.of(0x8E, mac), ChipStatus.bytes(status));
    }

    private byte[] decrypted(byte[] coded) {
        return cipher.unpadded(cipher.decrypt(encryptionKey, iv(), coded));
    }

    private byte[] iv() {
        byte[] zero = new byte[cipher.block()];
        return cipher == ChipCipher.TRIPLE_DES ? zero : cipher.encrypt(encryptionKey, zero, counter);
    }

    private void increment() {
        for (int i = counter.length - 1; i >= 0 && ++counter[i] == 0; i--) {
            // the carry moves on
        }
    }
}
