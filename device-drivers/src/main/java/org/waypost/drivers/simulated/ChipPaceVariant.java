package org.waypost.drivers.simulated;

/** What a chip offers in EF.CardAccess for PACE with generic mapping: a cipher and a curve. */
public record ChipPaceVariant(ChipCipher cipher, ChipCurve curve) {

    /** The dotted object identifier id-PACE-ECDH-GM-*, Doc 9303-11, section 9.2.1. */
    String oid() {
        return "0.4.0.127.0.7.2.2.4.2." + cipher.suffix();
    }
}
