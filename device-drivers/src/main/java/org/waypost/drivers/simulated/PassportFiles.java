package org.waypost.drivers.simulated;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Elementary files of the logical data structure, ICAO Doc 9303-10, section 4, as bytes. */
public final class PassportFiles {
    private static final String BSI = "0.4.0.127.0.7.2.2.";

    private PassportFiles() {}

    /** EF.DG1 with the text of the machine readable zone, its lines joined. */
    public static byte[] dg1(String mrz) {
        return ChipTlv.of(0x61, ChipTlv.of(0x5F1F, mrz.getBytes(StandardCharsets.US_ASCII)));
    }

    /** EF.DG2 with one face record of ISO/IEC 19794-5. */
    public static byte[] dg2(PassportPicture picture) {
        return dg2(0x5F2E, faceRecord(picture));
    }

    /**
     * EF.DG2 with one face block of ISO/IEC 39794-5: representation, two-dimensional, image octets and their format.
     */
    public static byte[] dg2Of39794(PassportPicture picture) {
        byte[] format = ChipTlv.of(0xA0, ChipTlv.of(0x80, new byte[] {(byte) (picture.jpeg2000() ? 3 : 2)}));
        byte[] image = ChipTlv.of(0xA0, ChipTlv.of(0x80, picture.bytes()), ChipTlv.of(0xA1, format));
        byte[] representation =
                ChipTlv.of(0x30, ChipTlv.of(0x80, new byte[] {1}), ChipTlv.of(0xA1, ChipTlv.of(0xA0, image)));
        byte[] version =
                ChipTlv.of(0xA0, ChipTlv.of(0x80, new byte[] {3}), ChipTlv.of(0x81, new byte[] {7, (byte) 0xE3}));
        byte[] face = ChipTlv.of(0x65, version, ChipTlv.of(0xA1, representation));
        return dg2(0x7F2E, ChipTlv.of(0xA1, face));
    }

    private static byte[] dg2(int tag, byte[] block) {
        int format = tag == 0x5F2E ? 0x0008 : 0x002A;
        byte[] header = ChipTlv.of(
                0xA1,
                ChipTlv.of(0x81, new byte[] {2}),
                ChipTlv.of(0x87, new byte[] {1, 1}),
                ChipTlv.of(0x88, ChipStatus.bytes(format)));
        byte[] template = ChipTlv.of(0x7F60, header, ChipTlv.of(tag, block));
        return ChipTlv.of(0x75, ChipTlv.of(0x7F61, ChipTlv.of(0x02, new byte[] {1}), template));
    }

    /**
     * Facial record header, facial information, two feature points, image information: ISO/IEC 19794-5:2005, 5.4-5.7.
     */
    private static byte[] faceRecord(PassportPicture picture) {
        int points = 2;
        int block = 20 + 8 * points + 12 + picture.bytes().length;
        ByteBuffer out = ByteBuffer.allocate(14 + block);
        out.put("FAC\0".getBytes(StandardCharsets.US_ASCII)).put("010\0".getBytes(StandardCharsets.US_ASCII));
        out.putInt(14 + block).putShort((short) 1);
        out.putInt(block).putShort((short) points).put(new byte[14]);
        out.put(new byte[8 * points]);
        out.put((byte) 1).put((byte) (picture.jpeg2000() ? 1 : 0));
        out.putShort((short) picture.width()).putShort((short) picture.height()).put(new byte[6]);
        return out.put(picture.bytes()).array();
    }

    /** EF.CardAccess: what PACE variants the chip offers. */
    public static byte[] cardAccess(List<ChipPaceVariant> variants) {
        return encoded(new DERSet(vector(variants.stream()
                .map(PassportFiles::paceInfo)
                .map(ASN1Encodable.class::cast)
                .toList())));
    }

    /** EF.DG14: the PACE variants again, now signed, and the keys and algorithms of the chip's own proofs. */
    public static byte[] dg14(List<ChipPaceVariant> variants, EmrtdCard.EmrtdKeys keys) {
        return dg14(variants, keys, List.of());
    }

    /**
     * EF.DG14 that names more keys of chip authentication.
     *
     * @param more each with an identifier of its own
     */
    public static byte[] dg14(List<ChipPaceVariant> variants, EmrtdCard.EmrtdKeys keys, List<ChipAgreementKey> more) {
        List<ASN1Encodable> infos = new ArrayList<>();
        variants.forEach(variant -> infos.add(paceInfo(variant)));
        keys.agreement().ifPresent(key -> infos.addAll(agreementInfos(key)));
        more.forEach(key -> infos.addAll(agreementInfos(key)));
        keys.signing()
                .ifPresent(key -> infos.add(sequence(
                        new ASN1ObjectIdentifier("2.23.136.1.1.5"),
                        new ASN1Integer(1),
                        new ASN1ObjectIdentifier("0.4.0.127.0.7.1.1.4.1.3"))));
        return ChipTlv.of(0x6E, encoded(new DERSet(vector(infos))));
    }

    /** EF.DG15: the public key of active authentication. */
    public static byte[] dg15(ChipSigningKey key) {
        return ChipTlv.of(0x6F, key.pair().getPublic().getEncoded());
    }

    /** EF.COM: versions and the list of data groups by their tags. */
    public static byte[] com(byte[] tags) {
        return ChipTlv.of(
                0x60,
                ChipTlv.of(0x5F01, "0107".getBytes(StandardCharsets.US_ASCII)),
                ChipTlv.of(0x5F36, "040000".getBytes(StandardCharsets.US_ASCII)),
                ChipTlv.of(0x5C, tags));
    }

    private static DERSequence paceInfo(ChipPaceVariant variant) {
        return sequence(
                new ASN1ObjectIdentifier(variant.oid()),
                new ASN1Integer(2),
                new ASN1Integer(variant.curve().parameterId()));
    }

    private static List<ASN1Encodable> agreementInfos(ChipAgreementKey key) {
        ASN1Integer id = new ASN1Integer(key.keyId());
        var algorithm = new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_ecPublicKey, key.curve().parameters());
        var point = new SubjectPublicKeyInfo(algorithm, ChipCurve.uncompressed(key.publicPoint()));
        return List.of(
                sequence(new ASN1ObjectIdentifier(key.oid()), new ASN1Integer(1), id),
                sequence(new ASN1ObjectIdentifier(BSI + "1.2"), point, id));
    }

    private static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    private static ASN1EncodableVector vector(List<ASN1Encodable> parts) {
        ASN1EncodableVector vector = new ASN1EncodableVector();
        parts.forEach(vector::add);
        return vector;
    }

    private static byte[] encoded(DERSet set) {
        try {
            return set.getEncoded(ASN1Encoding.DER);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
