package org.waypost.agent.evidence;

import static java.util.Objects.requireNonNull;

/** What came of one check. Only {@link Failed} is a negative answer; none says that a document is forged or genuine. */
public sealed interface CheckResult {
    CheckResult PASSED = new Passed();
    CheckResult FAILED = new Failed();
    CheckResult NOT_SUPPORTED = new NotSupported();

    /** It was done and holds. */
    record Passed() implements CheckResult {}

    /** It was done and does not hold: a question for a person. */
    record Failed() implements CheckResult {}

    /** It could have been done, and was not. */
    record NotDone(Gap gap) implements CheckResult {
        public NotDone {
            requireNonNull(gap);
        }
    }

    /** A document of this kind has nothing to check here. */
    record NotSupported() implements CheckResult {}

    static CheckResult of(boolean holds) {
        return holds ? PASSED : FAILED;
    }

    /** Why a check was not done; the name is the key of the text shown. */
    enum Gap {
        /** Nothing vouches for the terminal's clock, or it is certainly wrong. */
        CLOCK_NOT_TRUSTED,
        /** The document does not say, or not wholly, what is to be compared. */
        NOT_STATED,
        /** The line made errors and the card could not be read a second time. */
        NOT_READ_AGAIN,
        /** What is to be checked was not read. */
        UNREAD,
        /** The zone fits only with a character replaced: which one was misread is for a person to see. */
        REPAIRED,
        /** A step that the check rests on did not hold or was not reached. */
        EARLIER_STEP,
        /** The document uses a variant that this terminal does not know. */
        VARIANT_UNKNOWN,
        /** The terminal has no trust store: nothing says whose signature it is. */
        NO_TRUST_STORE,
        /** The terminal has no key of this country. */
        COUNTRY_UNKNOWN,
        /** The terminal has no revocation list of this country. */
        NO_REVOCATION_LIST,
        /** The revocation list should have been replaced by now. */
        REVOCATION_LIST_STALE,
        /** The file is larger than this terminal reads. */
        FILE_TOO_LARGE,
        /** There was nothing to compare with. */
        NOTHING_TO_COMPARE,
        /** This terminal has no reader of chips. */
        CHIP_NO_READER,
        /** No chip answered: it was not laid down, is dead, or there is none. */
        CHIP_ABSENT,
        /** The printed zone does not open the chip. */
        CHIP_NOT_OPENED,
        /** What answered is no passport's chip, or one that may not be opened here. */
        CHIP_UNKNOWN,
        /** The chip was taken away or does not answer properly. */
        CHIP_UNREADABLE,
        /** The reader of chips failed. */
        CHIP_READER_FAILED
    }
}
