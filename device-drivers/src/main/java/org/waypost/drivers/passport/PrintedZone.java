package org.waypost.drivers.passport;

/**
 * The machine readable zone as printed on the document and read optically, to compare with the chip.
 *
 * @param text lines joined without separators
 */
public record PrintedZone(String text) {

    @Override
    public String toString() {
        return "PrintedZone[hidden]";
    }
}
