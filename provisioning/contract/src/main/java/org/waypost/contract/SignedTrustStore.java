package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/**
 * The file in which country signers reach a terminal: one {@link TrustStoreIssue} as JSON text, signed as it stands.
 *
 * @param format always {@value #FORMAT}
 * @param issue the JSON text of the issue
 * @param signature Ed25519 by the hub's list key over format, line feed and issue, base64url
 */
public record SignedTrustStore(String format, String issue, String signature) {
    /** Name and version of the format. */
    public static final String FORMAT = "waypost-trust-store-1";

    public SignedTrustStore {
        if (!format.equals(FORMAT)) {
            throw new IllegalArgumentException("not a trust store of format " + FORMAT);
        }
        signature = Text.some(200, "signature", signature);
        if (issue.isEmpty()) {
            throw new IllegalArgumentException("the trust store holds no issue");
        }
    }

    /** Signs an issue; only the hub holds the key. */
    public static SignedTrustStore sign(TrustStoreIssue issue, Signer listKey) {
        String text = Codec.write(issue);
        return new SignedTrustStore(FORMAT, text, listKey.sign(FORMAT + "\n" + text));
    }

    /** Whether the hub's list key signed this file. */
    public boolean signedBy(Verifier listKey) {
        return listKey.signed(FORMAT + "\n" + issue, signature);
    }

    /** The issue, if the hub's list key signed it. Nothing is read before the signature holds. */
    public Optional<TrustStoreIssue> opened(Verifier listKey) {
        if (!signedBy(listKey)) {
            return Optional.empty();
        }
        return switch (Codec.read(issue.getBytes(UTF_8), TrustStoreIssue.class, Codec.FILE_MAX)) {
            case Codec.Decoded<TrustStoreIssue> decoded -> Optional.of(decoded.value());
            case Codec.Malformed<TrustStoreIssue> malformed -> Optional.empty();
        };
    }
}
