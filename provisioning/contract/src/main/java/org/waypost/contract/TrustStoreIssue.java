package org.waypost.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The country signers (CSCA, ICAO Doc 9303-12) whose documents terminals believe, and their revocation lists. Put
 * together by the hub from master lists; a terminal takes it whole and never an older one.
 *
 * @param number of the issue, from 1; rises with each
 * @param signers at most {@value #SIGNERS_MAX}
 * @param revocationLists X.509 CRLs in DER, base64; at most {@value #REVOCATION_LISTS_MAX}
 */
public record TrustStoreIssue(long number, Instant issued, List<CountrySigner> signers, List<String> revocationLists) {
    /** The published lists hold some 600 each. */
    public static final int SIGNERS_MAX = 5_000;

    /** One for each country that publishes any. */
    public static final int REVOCATION_LISTS_MAX = 300;

    private static final int CERTIFICATE_MAX = 16_384;
    private static final int REVOCATION_LIST_MAX = 1024 * 1024;

    public TrustStoreIssue {
        requireNonNull(issued);
        signers = List.copyOf(signers);
        revocationLists = List.copyOf(revocationLists);
        if (number < 1) {
            throw new IllegalArgumentException("issues are numbered from 1");
        }
        if (signers.size() > SIGNERS_MAX || revocationLists.size() > REVOCATION_LISTS_MAX) {
            throw new IllegalArgumentException(
                    "more than " + SIGNERS_MAX + " signers or " + REVOCATION_LISTS_MAX + " revocation lists");
        }
        revocationLists.forEach(list -> requireBase64(list, REVOCATION_LIST_MAX));
    }

    /**
     * One certificate of a country.
     *
     * @param country two letters, ISO 3166-1 or as Doc 9303-3 has it
     * @param certificate X.509 in DER, base64
     * @param expires its last moment; documents outlive it
     * @param source which list it came from, such as {@code DE}
     */
    public record CountrySigner(String country, String certificate, Instant expires, String source) {
        private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

        public CountrySigner {
            if (!COUNTRY.matcher(country).matches()) {
                throw new IllegalArgumentException("a country is two capital letters");
            }
            requireBase64(certificate, CERTIFICATE_MAX);
            requireNonNull(expires);
            source = Text.some(40, "source", source);
        }
    }

    private static void requireBase64(String text, int limit) {
        if (text.isEmpty() || text.length() > limit) {
            throw new IllegalArgumentException("a certificate or list is empty or too long");
        }
        Base64.getDecoder().decode(text);
    }
}
