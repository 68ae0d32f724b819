package org.waypost.drivers.simulated;

import java.security.MessageDigest;
import java.util.Arrays;

/** Basic access control, the chip's side: ICAO Doc 9303-11, section 4.3. One challenge serves one attempt. */
final class ChipBac {
    private static final ChipCipher CIPHER = ChipCipher.TRIPLE_DES;
    private static final byte[] NO_IV = new byte[8];

    private final byte[] encryptionKey;
    private final byte[] macKey;
    private final ChipRandom random;
    private byte[] challenge = new byte[0];

    /** @param mrzInformation number, birth and expiry, each with its check digit */
    ChipBac(byte[] mrzInformation, ChipRandom random) {
        byte[] seed = Arrays.copyOf(ChipCipher.hash("SHA-1", mrzInformation), 16);
        this.encryptionKey = CIPHER.derive(seed, ChipCipher.FOR_ENCRYPTION);
        this.macKey = CIPHER.derive(seed, ChipCipher.FOR_MAC);
        this.random = random;
    }

    /** GET CHALLENGE: RND.IC, 8 bytes. */
    byte[] challenge() {
        challenge = random.next(8);
        return challenge.clone();
    }

    /** The chip's answer and the channel that it opens. */
    static final class Opened {
        private final byte[] answer;
        private final ChipSecureChannel channel;

        Opened(byte[] answer, ChipSecureChannel channel) {
            this.answer = answer;
            this.channel = channel;
        }

        byte[] answer() {
            return answer;
        }

        ChipSecureChannel channel() {
            return channel;
        }
    }

    /** EXTERNAL AUTHENTICATE with 40 bytes; refuses with 6300, or 6985 without a challenge. */
    Opened authenticate(byte[] body) {
        if (challenge.length == 0 || body.length != 40) {
            throw new ChipStatus(ChipStatus.CONDITIONS_NOT_SATISFIED);
        }
        byte[] coded = Arrays.copyOf(body, 32);
        byte[] mac = CIPHER.mac(macKey, CIPHER.padded(coded));
        byte[] plain = CIPHER.decrypt(encryptionKey, NO_IV, coded);
        byte[] ours = challenge;
        challenge = new byte[0];
        if (!MessageDigest.isEqual(mac, Arrays.copyOfRange(body, 32, 40)) || !Arrays.equals(plain, 8, 16, ours, 0, 8)) {
            throw new ChipStatus(ChipStatus.AUTHENTICATION_FAILED);
        }
        return opened(Arrays.copyOf(plain, 8), ours, Arrays.copyOfRange(plain, 16, 32));
    }

    private Opened opened(byte[] theirs, byte[] ours, byte[] theirKey) {
        byte[] ourKey = random.next(16);
        byte[] coded = CIPHER.encrypt(encryptionKey, NO_IV, ChipTlv.joined(ours, theirs, ourKey));
        byte[] answer = ChipTlv.joined(coded, CIPHER.mac(macKey, CIPHER.padded(coded)));
        byte[] seed = new byte[16];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) (ourKey[i] ^ theirKey[i]);
        }
        byte[] counter = ChipTlv.joined(Arrays.copyOfRange(ours, 4, 8), Arrays.copyOfRange(theirs, 4, 8));
        return new Opened(answer, new ChipSecureChannel(CIPHER, seed, counter));
    }
}
