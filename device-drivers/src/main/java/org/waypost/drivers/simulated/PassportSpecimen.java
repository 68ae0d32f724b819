package org.waypost.drivers.simulated;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A passport of an invented person before it is signed. */
public final class PassportSpecimen {
    /** The person of Doc 9303-4, appendix B, with a date of expiry in 2033. */
    public static final String ANNA =
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F3304156ZE184226B<<<<<16";

    /** The card access number of every specimen that has one. */
    public static final String CAN = "314159";

    private final String mrz;
    private final EmrtdCard.EmrtdSecrets secrets;
    private final EmrtdCard.EmrtdKeys keys;
    private final byte[] dg2;
    private final Set<ChipQuirk> quirks;

    /**
     * A passport of these parts.
     *
     * @param mrz the lines of a zone joined: 90 characters (TD1), 72 (TD2) or 88 (TD3)
     * @param dg2 EF.DG2 as it will lie in the chip
     */
    public PassportSpecimen(
            String mrz, EmrtdCard.EmrtdSecrets secrets, EmrtdCard.EmrtdKeys keys, byte[] dg2, Set<ChipQuirk> quirks) {
        this.mrz = mrz;
        this.secrets = secrets;
        this.keys = keys;
        this.dg2 = dg2;
        this.quirks = Set.copyOf(quirks);
    }

    /** PACE on P-256, chip and active authentication by elliptic curves, JPEG: no quirks. */
    public static PassportSpecimen modern() {
        ChipPaceVariant pace = new ChipPaceVariant(ChipCipher.AES_128, ChipCurve.NIST_P256);
        var agreement = ChipAgreementKey.drawn(ChipCurve.BRAINPOOL_P256, ChipCipher.AES_128, ChipRandom.secure());
        return new PassportSpecimen(
                ANNA,
                new EmrtdCard.EmrtdSecrets(mrzInformation(ANNA), Optional.of(CAN), Optional.of(pace), true),
                new EmrtdCard.EmrtdKeys(Optional.of(agreement), Optional.of(ChipSigningKey.ecdsa(ChipCurve.NIST_P256))),
                PassportFiles.dg2(PassportPicture.jpeg(240, 320)),
                Set.of());
    }

    /** BAC only, nothing that proves the chip. */
    public static PassportSpecimen old() {
        return modern().withoutPace().with(new EmrtdCard.EmrtdKeys(Optional.empty(), Optional.empty()));
    }

    /**
     * Number, birth and expiry of a zone, each with its check digit: what BAC and PACE start from. The rest of a long
     * number and its digit stand in the optional data (Doc 9303-5 section 4.2.2, 9303-6 section 4.2.2, note j).
     */
    public static String mrzInformation(String zone) {
        if (zone.length() == 90) {
            return number(zone.substring(5, 15), zone.substring(15, 30))
                    + zone.substring(30, 37)
                    + zone.substring(38, 45);
        }
        String line = zone.substring(zone.length() / 2);
        String number =
                zone.length() == 72 ? number(line.substring(0, 10), line.substring(28, 35)) : line.substring(0, 10);
        return number + line.substring(13, 20) + line.substring(21, 28);
    }

    private static String number(String field, String optional) {
        int end = optional.indexOf('<');
        return field.endsWith("<") && end > 0 ? field.substring(0, 9) + optional.substring(0, end) : field;
    }

    /** The same passport for another text. */
    public PassportSpecimen with(String otherMrz) {
        var same = new EmrtdCard.EmrtdSecrets(mrzInformation(otherMrz), secrets.can(), secrets.pace(), secrets.bac());
        return new PassportSpecimen(otherMrz, same, keys, dg2, quirks);
    }

    /** The same passport with other keys. */
    public PassportSpecimen with(EmrtdCard.EmrtdKeys otherKeys) {
        return new PassportSpecimen(mrz, secrets, otherKeys, dg2, quirks);
    }

    /** The same passport with another DG2. */
    public PassportSpecimen withDg2(byte[] other) {
        return new PassportSpecimen(mrz, secrets, keys, other, quirks);
    }

    /** The same passport with a quirk in its chip. */
    public PassportSpecimen with(ChipQuirk... more) {
        return new PassportSpecimen(mrz, secrets, keys, dg2, Set.of(more));
    }

    /** The same passport offering another variant of PACE. */
    public PassportSpecimen with(ChipPaceVariant variant) {
        return withPace(Optional.of(variant));
    }

    /** The same passport without PACE. */
    public PassportSpecimen withoutPace() {
        return withPace(Optional.empty());
    }

    private PassportSpecimen withPace(Optional<ChipPaceVariant> pace) {
        var changed = new EmrtdCard.EmrtdSecrets(secrets.mrzInformation(), secrets.can(), pace, secrets.bac());
        return new PassportSpecimen(mrz, changed, keys, dg2, quirks);
    }

    /** Signs and writes the chip. */
    public EmrtdCard personalised(PassportSigner signer) {
        return personalised(signer, Map.of());
    }

    /**
     * Signs and writes the chip, with other data groups in place of its own.
     *
     * @param instead by data group number
     */
    public EmrtdCard personalised(PassportSigner signer, Map<Integer, byte[]> instead) {
        Map<Integer, byte[]> groups = new HashMap<>();
        groups.put(1, PassportFiles.dg1(mrz));
        groups.put(2, dg2);
        List<ChipPaceVariant> variants = secrets.pace().stream().toList();
        if (!variants.isEmpty()
                || keys.agreement().isPresent()
                || keys.signing().isPresent()) {
            groups.put(14, PassportFiles.dg14(variants, keys));
        }
        keys.signing().ifPresent(key -> groups.put(15, PassportFiles.dg15(key)));
        groups.putAll(instead);
        Map<Integer, byte[]> files = new HashMap<>();
        groups.forEach((number, content) -> files.put(EmrtdCard.dataGroup(number), content));
        files.put(EmrtdCard.SOD, signer.securityObject(groups));
        files.put(EmrtdCard.COM, PassportFiles.com(new byte[] {0x61, 0x75}));
        if (!variants.isEmpty()) {
            files.put(EmrtdCard.CARD_ACCESS, PassportFiles.cardAccess(variants));
        }
        return new EmrtdCard(secrets, keys, files, quirks);
    }
}
