package org.waypost.drivers.passport;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A trust store as it travels to terminals: magic {@code WPTS}, format 1, version (8 bytes), issued (8 bytes, seconds
 * of the epoch), the certificates and the revocation lists (each a 4-byte count, then 4 bytes of length and DER), all
 * big-endian; then 64 bytes of Ed25519 signature over everything before. Nothing is parsed before the signature holds.
 */
public final class SignedTrustStore {
    private static final int MAGIC = 0x57505453;
    private static final int FORMAT = 1;
    private static final int SIGNATURE = 64;
    private static final String ALGORITHM = "Ed25519";

    private SignedTrustStore() {}

    /** The outcome of opening a store. */
    public sealed interface Opening {
        /** Signed by the key, and not older than what the terminal has. */
        record Opened(TrustStore store) implements Opening {
            public Opened {
                requireNonNull(store);
            }
        }

        /** Must not be used; the terminal keeps the store it has. */
        record Refused(Reason reason) implements Opening {
            public Refused {
                requireNonNull(reason);
            }
        }
    }

    /** Why a store must not be used; the name is the key of the text shown. */
    public enum Reason {
        SIGNATURE_WRONG,
        /** Signed, but of a format that this terminal does not know. */
        FORMAT_UNKNOWN,
        /** Its version is below the one the terminal has. */
        OLDER_THAN_KNOWN
    }

    /**
     * Signs a store for its journey.
     *
     * @throws IllegalArgumentException if the key is not an Ed25519 key
     */
    public static byte[] seal(TrustStore store, PrivateKey key) {
        byte[] content = encoded(store);
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content);
            byte[] sealed = Arrays.copyOf(content, content.length + SIGNATURE);
            System.arraycopy(signature.sign(), 0, sealed, content.length, SIGNATURE);
            return sealed;
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalArgumentException("a trust store is signed with an Ed25519 key", wrongKey);
        }
    }

    private static byte[] encoded(TrustStore store) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeByte(FORMAT);
            out.writeLong(store.version());
            out.writeLong(store.issued().getEpochSecond());
            write(out, store.certificates());
            write(out, store.revocationLists());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, List<byte[]> parts) throws IOException {
        out.writeInt(parts.size());
        for (byte[] part : parts) {
            out.writeInt(part.length);
            out.write(part);
        }
    }

    /**
     * Opens a store.
     *
     * @param key the hub's public key, Ed25519
     * @param known version of the store that the terminal has; -1 for none
     */
    public static Opening open(byte[] sealed, PublicKey key, long known) {
        if (sealed.length < SIGNATURE || !signed(sealed, key)) {
            return new Opening.Refused(Reason.SIGNATURE_WRONG);
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(sealed, 0, sealed.length - SIGNATURE))) {
            TrustStore store = decoded(in);
            return store.version() < known ? new Opening.Refused(Reason.OLDER_THAN_KNOWN) : new Opening.Opened(store);
        } catch (IOException | IllegalArgumentException | DateTimeException otherFormat) {
            return new Opening.Refused(Reason.FORMAT_UNKNOWN);
        }
    }

    private static boolean signed(byte[] sealed, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(sealed, 0, sealed.length - SIGNATURE);
            return signature.verify(sealed, sealed.length - SIGNATURE, SIGNATURE);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    private static TrustStore decoded(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC || in.readByte() != FORMAT) {
            throw new IOException("not a trust store of this format");
        }
        long version = in.readLong();
        Instant issued = Instant.ofEpochSecond(in.readLong());
        List<byte[]> certificates = read(in);
        List<byte[]> revocationLists = read(in);
        if (in.available() > 0) {
            throw new IOException("more than a trust store");
        }
        return new TrustStore(version, issued, certificates, revocationLists);
    }

    private static List<byte[]> read(DataInputStream in) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        int count = in.readInt();
        if (count < 0) {
            throw new IOException("torn");
        }
        for (int i = 0; i < count; i++) {
            int length = in.readInt();
            if (length < 0 || length > in.available()) {
                throw new IOException("torn");
            }
            parts.add(in.readNBytes(length));
        }
        return parts;
    }
}
