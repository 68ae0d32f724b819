package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;

/**
 * The file in which a terminal tells its hub by which keys it will be known from now on; a person carries it. One of
 * the keys the hub knows must have signed it.
 *
 * @param format always {@value #FORMAT}
 * @param keys public keys, as text of a key file
 * @param signature Ed25519 over all other components, base64url
 */
public record KeyAnnouncement(String format, TerminalId terminal, Instant at, String keys, String signature) {
    /** Name and version of the format. */
    public static final String FORMAT = "waypost-terminal-keys-1";

    private static final int KEYS_LONGEST = 16_384;
    private static final int TAKEN = 8;

    public KeyAnnouncement {
        if (!format.equals(FORMAT)) {
            throw new IllegalArgumentException("not an announcement of format " + FORMAT);
        }
        requireNonNull(terminal);
        requireNonNull(at);
        keys = Text.some(KEYS_LONGEST, "keys", keys);
        signature = Text.some(200, "signature", signature);
    }

    /** Of all keys of a terminal, the one that waits among them; signed with the one in use. */
    public static KeyAnnouncement ofAll(TerminalId terminal, KeySuccession keys, Instant at)
            throws GeneralSecurityException {
        return sign(terminal, at, keys.publicText(), keys);
    }

    /** The same without those that another one followed. */
    public static KeyAnnouncement withoutFormer(TerminalId terminal, KeySuccession keys, Instant at)
            throws GeneralSecurityException {
        return sign(terminal, at, keys.publicTextWithoutFormer(), keys);
    }

    private static KeyAnnouncement sign(TerminalId terminal, Instant at, String text, KeySuccession keys) {
        return new KeyAnnouncement(FORMAT, terminal, at, text, new Signer(keys.keys()).sign(text(terminal, at, text)));
    }

    private static String text(TerminalId terminal, Instant at, String keys) {
        return String.join("\n", FORMAT, terminal.value(), at.toString(), keys);
    }

    /** Writes it as a whole, readable by all: it holds no secret. */
    public void write(Path path, KeyFile like) throws IOException {
        new WholeFile(path, like.path()).write(Codec.write(this), "rw-r--r--");
    }

    /** What the hub says once it took it, and the terminal asks for before it signs with a new key. */
    public String taken() {
        return Digest.of("taken\n" + text(terminal, at, keys)).substring(0, TAKEN);
    }

    /** Whether one of these keys signed it. */
    public boolean signedBy(Verifier known) {
        return known.signed(text(terminal, at, keys), signature);
    }

    /**
     * Puts its keys in the place of those in a file.
     *
     * @throws KeyFailure if they are no public keys for signatures; the file is as before
     */
    public void into(KeyFile file) throws IOException {
        file.replacePublic(keys);
    }

    /** One that a person carried here. */
    public static Codec.Decoding<KeyAnnouncement> read(String text) {
        return Codec.read(text.getBytes(UTF_8), KeyAnnouncement.class);
    }
}
