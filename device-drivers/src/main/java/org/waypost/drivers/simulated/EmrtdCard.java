package org.waypost.drivers.simulated;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a personalised chip holds. Every person in it is invented.
 *
 * @param secrets what opens it
 * @param keys what proves that it is no copy
 * @param files by file identifier; EF.CardAccess (011C) is outside the application
 */
public record EmrtdCard(EmrtdSecrets secrets, EmrtdKeys keys, Map<Integer, byte[]> files, Set<ChipQuirk> quirks) {
    static final int CARD_ACCESS = 0x011C;
    static final int SOD = 0x011D;
    static final int COM = 0x011E;

    public EmrtdCard {
        files = Map.copyOf(files);
        quirks = Set.copyOf(quirks);
    }

    boolean has(ChipQuirk quirk) {
        return quirks.contains(quirk);
    }

    /** The same card with one file in another state. */
    public EmrtdCard with(int fid, byte[] content) {
        var changed = new java.util.HashMap<>(files);
        changed.put(fid, content);
        return new EmrtdCard(secrets, keys, changed, quirks);
    }

    /** The same card without one file. */
    public EmrtdCard without(int fid) {
        var changed = new java.util.HashMap<>(files);
        changed.remove(fid);
        return new EmrtdCard(secrets, keys, changed, quirks);
    }

    /** File identifier of data group 1..16. */
    public static int dataGroup(int number) {
        return 0x0100 + number;
    }

    /**
     * What opens a chip.
     *
     * @param mrzInformation number, birth and expiry, each with its check digit
     * @param can six digits
     * @param pace empty: the chip knows only BAC
     * @param bac whether it offers BAC
     */
    public record EmrtdSecrets(
            String mrzInformation, Optional<String> can, Optional<ChipPaceVariant> pace, boolean bac) {}

    /** Private keys in the chip; a card without one lacks the mechanism. */
    public record EmrtdKeys(Optional<ChipAgreementKey> agreement, Optional<ChipSigningKey> signing) {}
}
