package org.waypost.drivers.passport;

import java.util.Optional;

/**
 * Finds the first face image inside EF.DG2 (ICAO Doc 9303-10, section 4.7.2) in either encoding: a record of ISO/IEC
 * 19794-5:2005, or a block of ISO/IEC 39794-5:2019. Gives a view, copies nothing; anything torn gives none.
 */
final class FaceImage {
    private static final int MAGIC_FAC = 0x46414300;
    private static final int RECORD_HEADER = 14;
    private static final int FACIAL_INFORMATION = 20;
    private static final int FEATURE_POINT = 8;
    private static final int IMAGE_INFORMATION = 12;

    private FaceImage() {}

    /** Where the octets of the picture file lie. */
    static Optional<Tlv> in(byte[] dg2) {
        Optional<Tlv> template = Tlv.first(dg2)
                .filter(tlv -> tlv.tag() == EmrtdFile.DG2.tag())
                .flatMap(tlv -> tlv.child(0x7F61))
                .flatMap(tlv -> tlv.child(0x7F60));
        return template.flatMap(tlv -> tlv.child(0x5F2E))
                .flatMap(FaceImage::ofRecord)
                .or(() -> template.flatMap(tlv -> tlv.child(0x7F2E)).flatMap(FaceImage::ofBlock));
    }

    /** Header, facial information, feature points, image information, then the picture to the block's end. */
    private static Optional<Tlv> ofRecord(Tlv record) {
        int face = record.from() + RECORD_HEADER;
        if (record.length() < RECORD_HEADER + FACIAL_INFORMATION + IMAGE_INFORMATION
                || number(record, record.from(), 4) != MAGIC_FAC) {
            return Optional.empty();
        }
        long block = number(record, face, 4);
        long points = number(record, face + 4, 2);
        long start = face + FACIAL_INFORMATION + points * FEATURE_POINT + IMAGE_INFORMATION;
        long end = face + block;
        return start < end && end <= record.to()
                ? Optional.of(new Tlv(record.file(), 0, (int) start, (int) end))
                : Optional.empty();
    }

    private static long number(Tlv record, int at, int octets) {
        long value = 0;
        for (int i = 0; i < octets; i++) {
            value = (value << 8) | (record.file()[at + i] & 0xFF);
        }
        return value;
    }

    /** Face image data block, representations, first of them, two-dimensional base image, its octets. */
    private static Optional<Tlv> ofBlock(Tlv block) {
        return block.child(0xA1)
                .orElse(block)
                .child(0x65)
                .flatMap(tlv -> tlv.child(0xA1))
                .flatMap(tlv -> tlv.child(0x30))
                .flatMap(tlv -> tlv.child(0xA1))
                .flatMap(tlv -> tlv.child(0xA0))
                .flatMap(tlv -> tlv.child(0xA0))
                .flatMap(tlv -> tlv.child(0x80));
    }
}
