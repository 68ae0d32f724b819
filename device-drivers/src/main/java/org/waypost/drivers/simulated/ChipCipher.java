package org.waypost.drivers.simulated;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.params.DESParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** The symmetric side of a chip: key derivation, encryption and MAC of ICAO Doc 9303-11, sections 9.7 and 9.8. */
public enum ChipCipher {
    TRIPLE_DES(1, 16, 8, "SHA-1"),
    AES_128(2, 16, 16, "SHA-1"),
    AES_192(3, 24, 16, "SHA-256"),
    AES_256(4, 32, 16, "SHA-256");

    static final int FOR_ENCRYPTION = 1;
    static final int FOR_MAC = 2;
    static final int FOR_PASSWORD = 3;

    private final int suffix;
    private final int keyLength;
    private final int block;
    private final String digest;

    ChipCipher(int suffix, int keyLength, int block, String digest) {
        this.suffix = suffix;
        this.keyLength = keyLength;
        this.block = block;
        this.digest = digest;
    }

    /** The last number of this cipher's object identifiers, Doc 9303-11, section 9.2. */
    int suffix() {
        return suffix;
    }

    int block() {
        return block;
    }

    /** KDF(K, c) of section 9.7.1. */
    byte[] derive(byte[] secret, int counter) {
        byte[] hash = hash(digest, secret, new byte[] {0, 0, 0, (byte) counter});
        byte[] key = Arrays.copyOf(hash, keyLength);
        if (this == TRIPLE_DES) {
            DESParameters.setOddParity(key);
        }
        return key;
    }

    static byte[] hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] encrypt(byte[] key, byte[] iv, byte[] padded) {
        return run(true, key, iv, padded);
    }

    byte[] decrypt(byte[] key, byte[] iv, byte[] coded) {
        if (coded.length == 0 || coded.length % block != 0) {
            throw new ChipStatus(ChipStatus.SECURE_OBJECTS_INCORRECT);
        }
        return run(false, key, iv, coded);
    }

    private byte[] run(boolean forward, byte[] key, byte[] iv, byte[] input) {
        var cipher = CBCBlockCipher.newInstance(engine());
        cipher.init(forward, new ParametersWithIV(new KeyParameter(key), iv));
        byte[] output = new byte[input.length];
        for (int at = 0; at < input.length; at += block) {
            cipher.processBlock(input, at, output, at);
        }
        return output;
    }

    private BlockCipher engine() {
        return this == TRIPLE_DES ? new DESedeEngine() : AESEngine.newInstance();
    }

    /** Eight bytes over a message that the caller padded where its protocol wants it. */
    byte[] mac(byte[] key, byte[]... parts) {
        Mac mac = this == TRIPLE_DES ? new ISO9797Alg3Mac(new DESEngine()) : new CMac(engine());
        mac.init(new KeyParameter(key));
        byte[] message = ChipTlv.joined(parts);
        mac.update(message, 0, message.length);
        byte[] whole = new byte[mac.getMacSize()];
        mac.doFinal(whole, 0);
        return Arrays.copyOf(whole, 8);
    }

    /** Padding method 2 of ISO/IEC 9797-1 to whole blocks of this cipher. */
    byte[] padded(byte[] bytes) {
        byte[] padded = Arrays.copyOf(bytes, (bytes.length / block + 1) * block);
        padded[bytes.length] = (byte) 0x80;
        return padded;
    }

    /** Undoes {@link #padded}; padding that is none refuses the command with 6988. */
    byte[] unpadded(byte[] bytes) {
        int end = bytes.length - 1;
        while (end >= 0 && bytes[end] == 0) {
            end--;
        }
        if (end < 0 || bytes[end] != (byte) 0x80) {
            throw new ChipStatus(ChipStatus.SECURE_OBJECTS_INCORRECT);
        }
        return Arrays.copyOf(bytes, end);
    }
}
