package org.waypost.contract;

/**
 * The list file: one {@link WatchlistIssue} as JSON text, signed as it stands.
 *
 * @param format always {@value #FORMAT}
 * @param issue the JSON text of the issue
 * @param signature Ed25519 by the hub's list key over format, line feed and issue, base64url
 */
public record SignedWatchlist(String format, String issue, String signature) {
    /** Name and version of the format. */
    public static final String FORMAT = "waypost-watchlist-1";

    public SignedWatchlist {
        if (!format.equals(FORMAT)) {
            throw new IllegalArgumentException("not a list file of format " + FORMAT);
        }
        signature = Text.some(200, "signature", signature);
        if (issue.isEmpty()) {
            throw new IllegalArgumentException("the list file holds no issue");
        }
    }

    /** Signs an issue; only the hub holds the key. */
    public static SignedWatchlist sign(WatchlistIssue issue, Signer listKey) {
        String text = Codec.write(issue);
        return new SignedWatchlist(FORMAT, text, listKey.sign(FORMAT + "\n" + text));
    }

    /** Whether the hub's list key signed this file. */
    public boolean signedBy(Verifier listKey) {
        return listKey.signed(FORMAT + "\n" + issue, signature);
    }
}
