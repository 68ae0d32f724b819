package org.waypost.drivers.camera;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers by a digest (RFC 7616), with or without {@code qop=auth}. Used by one thread at a time. */
final class DigestAnswer implements CameraLogin.Answering {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 16;
    /** A user that can be said in a header as it is. */
    private static final Pattern PLAIN = Pattern.compile("[ !#-9;-\\[\\]-~]+");

    private final CameraLogin login;
    private final Challenge challenge;
    private final Kind kind;
    private int count;

    private DigestAnswer(CameraLogin login, Challenge challenge, Kind kind) {
        this.login = login;
        this.challenge = challenge;
        this.kind = kind;
    }

    /** The algorithms that are known, the stronger last. */
    private enum Kind {
        MD5("MD5"),
        SHA_256("SHA-256");

        private final String algorithm;

        Kind(String algorithm) {
            this.algorithm = algorithm;
        }

        private static Optional<Kind> of(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.algorithm.equalsIgnoreCase(name))
                    .findFirst();
        }

        private String hash(String text) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8)));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** Empty where the challenge is another, lacks something, or wants what is not known. */
    static Optional<DigestAnswer> of(CameraLogin login, Challenge challenge) {
        boolean whole = challenge.scheme().equals("digest")
                && PLAIN.matcher(login.user()).matches()
                && challenge.parameter("realm").isPresent()
                && challenge.parameter("nonce").isPresent()
                && challenge.parameter("qop").map(DigestAnswer::hasAuth).orElse(true);
        return Kind.of(challenge.parameter("algorithm").orElse("MD5"))
                .filter(any -> whole)
                .map(kind -> new DigestAnswer(login, challenge, kind));
    }

    private static boolean hasAuth(String qop) {
        return Arrays.stream(qop.split(",", -1)).map(String::strip).anyMatch("auth"::equalsIgnoreCase);
    }

    /** Bits of the digest. */
    int strength() {
        return switch (kind) {
            case MD5 -> 128;
            case SHA_256 -> 256;
        };
    }

    @Override
    public String header(String method, String address) {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        return header(method, address, HexFormat.of().formatHex(random));
    }

    String header(String method, String address, String ownNonce) {
        String realm = challenge.parameter("realm").orElseThrow();
        String nonce = challenge.parameter("nonce").orElseThrow();
        String who = kind.hash(login.user() + ":" + realm + ":" + login.password());
        String what = kind.hash(method + ":" + address);
        String number = String.format(Locale.ROOT, "%08x", ++count);
        boolean counted = challenge.parameter("qop").isPresent();
        String between = counted ? nonce + ":" + number + ":" + ownNonce + ":auth" : nonce;
        String answer = "Digest username=\"" + login.user() + "\", realm=\"" + realm + "\", nonce=\"" + nonce
                + "\", uri=\"" + address + "\", response=\"" + kind.hash(who + ":" + between + ":" + what) + "\"";
        return answer
                + challenge
                        .parameter("algorithm")
                        .map(any -> ", algorithm=" + kind.algorithm)
                        .orElse("")
                + challenge
                        .parameter("opaque")
                        .map(opaque -> ", opaque=\"" + opaque + "\"")
                        .orElse("")
                + (counted ? ", qop=auth, nc=" + number + ", cnonce=\"" + ownNonce + "\"" : "");
    }
}
