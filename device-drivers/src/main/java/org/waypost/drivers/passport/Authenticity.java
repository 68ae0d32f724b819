package org.waypost.drivers.passport;

import static java.util.Objects.requireNonNull;

/**
 * What one security mechanism of a chip says. A missing answer is {@link Unchecked}, never {@link Altered}; none of
 * them alone says that a document is forged or not: a person decides.
 */
public sealed interface Authenticity {
    /** The mechanism was carried out and holds. */
    Authenticity GENUINE = new Genuine();

    /** The mechanism was carried out and holds. */
    record Genuine() implements Authenticity {}

    /** The mechanism was carried out and does not hold. */
    record Altered(Finding finding) implements Authenticity {
        public Altered {
            requireNonNull(finding);
        }
    }

    /** The mechanism could not be carried out. */
    record Unchecked(Cause cause) implements Authenticity {
        public Unchecked {
            requireNonNull(cause);
        }
    }

    /** What does not hold; the name is the key of the text shown. */
    enum Finding {
        /** A signature does not fit the bytes and the key it names. */
        SIGNATURE_WRONG,
        /** The security object is not one of Doc 9303, or none is there. */
        SECURITY_OBJECT_BROKEN,
        /** The file is not the one the issuer signed. */
        DIGEST_DIFFERS,
        /** The issuer signed a file that the chip no longer has. */
        LISTED_BUT_ABSENT,
        /**
         * The trust store knows the country, but none of its keys signed this document signer: a forgery, or a key
         * newer than the trust store.
         */
        SIGNER_NOT_TRUSTED,
        /** Signer, its authority and the document's issuing state do not name one country. */
        COUNTRIES_DIFFER,
        /** The document signer's certificate is outside its validity. */
        SIGNER_EXPIRED,
        /** The country signer's certificate is outside its validity. */
        AUTHORITY_EXPIRED,
        /** The country has revoked the document signer. */
        SIGNER_REVOKED,
        /** What the chip offers in EF.CardAccess is not what the issuer signed in DG14. */
        CARD_ACCESS_DIFFERS,
        /** The chip does not hold the private key of its own certificate: the files may be a copy. */
        KEY_NOT_PROVEN,
        /** The chip refuses a proof that its signed files promise. */
        PROOF_REFUSED,
        /** The zone in the chip is not the printed one. */
        ZONE_DIFFERS
    }

    /** Why a mechanism gave no answer; the name is the key of the text shown. */
    enum Cause {
        /** The document does not have this mechanism. */
        NOT_SUPPORTED,
        /** The document uses a variant that this terminal does not know. */
        VARIANT_UNKNOWN,
        /** An earlier step that it rests on did not hold or was not read. */
        EARLIER_STEP,
        /** The trust store has no key of this country. */
        COUNTRY_UNKNOWN,
        /** The trust store has no revocation list of this country. */
        NO_REVOCATION_LIST,
        /** The revocation list should have been replaced by now. */
        REVOCATION_LIST_STALE,
        /** The file is larger than this terminal reads, 65535 bytes. */
        FILE_TOO_LARGE,
        /** No printed zone was given to compare with. */
        NOTHING_TO_COMPARE
    }
}
