package org.waypost.drivers.passport;

/**
 * The elementary files that this terminal reads, ICAO Doc 9303-10, section 4. There is no constant for any other, so
 * that nothing here can ask for one.
 */
enum EmrtdFile {
    CARD_ACCESS(0x011C, 0x31, 0),
    SECURITY_OBJECT(0x011D, 0x77, 0),
    DG1(0x0101, 0x61, 1),
    DG2(0x0102, 0x75, 2),
    DG14(0x010E, 0x6E, 14),
    DG15(0x010F, 0x6F, 15);

    private final int identifier;
    private final int tag;
    private final int group;

    EmrtdFile(int identifier, int tag, int group) {
        this.identifier = identifier;
        this.tag = tag;
        this.group = group;
    }

    int identifier() {
        return identifier;
    }

    /** The outermost tag of the file. */
    int tag() {
        return tag;
    }

    /** Its number in the security object, 0 for none. */
    int group() {
        return group;
    }
}
