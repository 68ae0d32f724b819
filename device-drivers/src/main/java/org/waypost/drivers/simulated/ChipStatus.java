package org.waypost.drivers.simulated;

/** A command the simulated chip refuses: its status word is the whole answer. ISO/IEC 7816-4, section 5.6. */
final class ChipStatus extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final int OK = 0x9000;
    static final int AUTHENTICATION_FAILED = 0x6300;
    static final int END_OF_FILE = 0x6282;
    /** The lowest byte is the right length. */
    static final int LENGTH_TOLD = 0x6C00;

    static final int WRONG_LENGTH = 0x6700;
    static final int SECURITY_NOT_SATISFIED = 0x6982;
    static final int CONDITIONS_NOT_SATISFIED = 0x6985;
    static final int SECURE_OBJECTS_INCORRECT = 0x6988;
    static final int WRONG_PARAMETERS = 0x6A80;
    static final int FILE_NOT_FOUND = 0x6A82;
    static final int REFERENCE_UNKNOWN = 0x6A88;
    static final int WRONG_OFFSET = 0x6B00;
    static final int UNKNOWN_INSTRUCTION = 0x6D00;

    private final int word;

    ChipStatus(int word) {
        super("status " + Integer.toHexString(word), null, false, false);
        this.word = word;
    }

    int word() {
        return word;
    }

    /** The two bytes of a status word. */
    static byte[] bytes(int word) {
        return new byte[] {(byte) (word >> 8), (byte) word};
    }
}
