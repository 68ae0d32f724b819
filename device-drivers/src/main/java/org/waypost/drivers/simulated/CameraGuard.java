package org.waypost.drivers.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets only one user look at a simulated camera.
 *
 * @param user whom it admits
 * @param password of that user
 * @param kind how it wants to be told
 */
public record CameraGuard(String user, String password, Kind kind) {
    private static final String REALM = "camera";
    private static final String NONCE = "c0ffee5eed";

    /** How a camera wants to be told who asks. */
    public enum Kind {
        BASIC,
        /** As RFC 2069 had it. */
        DIGEST_OLD,
        DIGEST_MD5,
        DIGEST_SHA_256,
        /** Both, the weaker first, in headers of their own. */
        BASIC_OR_DIGEST
    }

    /** Values of {@code WWW-Authenticate}, with line ends and the name between them. */
    String wanted() {
        String basic = "Basic realm=\"" + REALM + "\"";
        String digest = "Digest realm=\"" + REALM + "\", nonce=\"" + NONCE + "\"";
        return switch (kind) {
            case BASIC -> basic;
            case DIGEST_OLD -> digest;
            case DIGEST_MD5 -> digest + ", algorithm=MD5, qop=\"auth,auth-int\", opaque=\"0\", stale=FALSE";
            case DIGEST_SHA_256 ->
                digest + ", qop=\"auth\"\r\nWWW-Authenticate: " + digest + ", algorithm=SHA-256, qop=\"auth\"";
            case BASIC_OR_DIGEST -> basic + "\r\nWWW-Authenticate: " + digest + ", qop=\"auth\"";
        };
    }

    /** Whether a request says who asks, and rightly. */
    boolean admits(String method, String address, String authorization) {
        return switch (kind) {
            case BASIC ->
                authorization.equals(
                        "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8)));
            case DIGEST_OLD, DIGEST_MD5, BASIC_OR_DIGEST -> holds("MD5", method, address, authorization);
            case DIGEST_SHA_256 -> holds("SHA-256", method, address, authorization);
        };
    }

    private boolean holds(String algorithm, String method, String address, String said) {
        String one = hash(algorithm, user + ":" + REALM + ":" + password);
        String two = hash(algorithm, method + ":" + address);
        String old = hash(algorithm, one + ":" + NONCE + ":" + two);
        String counted = NONCE + ":" + value(said, "nc") + ":" + value(said, "cnonce") + ":" + value(said, "qop");
        String expected = kind == Kind.DIGEST_OLD ? old : hash(algorithm, one + ":" + counted + ":" + two);
        return said.startsWith("Digest ")
                && value(said, "username").equals(user)
                && value(said, "uri").equals(address)
                && value(said, "response").equals(expected);
    }

    private static String value(String said, String name) {
        Matcher found = Pattern.compile("[ ,]" + name + "=\"?([^\", ]*)").matcher(said);
        return found.find() ? found.group(1) : "";
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "CameraGuard[" + kind + "]";
    }
}
