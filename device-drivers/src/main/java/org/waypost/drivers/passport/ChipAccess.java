package org.waypost.drivers.passport;

import java.util.List;
import java.util.Optional;
import org.jmrtd.lds.PACEInfo;
import org.waypost.drivers.device.Fault;

/** Opens a chip with what the operator's policy allows: PACE if the chip offers it, never silently less. */
final class ChipAccess {
    private final EmrtdChip chip;
    private final AccessPolicy policy;

    ChipAccess(EmrtdChip chip, AccessPolicy policy) {
        this.chip = chip;
        this.policy = policy;
    }

    /**
     * What was opened.
     *
     * @param cardAccess the file as read before; empty if the chip has none
     */
    record Opened(Access access, Optional<byte[]> cardAccess) {}

    /** @throws ChipFailure {@code CARD_NOT_AUTHENTICATED} if the key does not fit the chip, or policy forbids BAC */
    Opened open(AccessKey key) throws ChipFailure {
        chip.power();
        Optional<byte[]> cardAccess = cardAccess();
        List<PACEInfo> offers =
                cardAccess.isPresent() ? chip.cardAccess(cardAccess.get()).pace() : List.of();
        Access access = offers.isEmpty() ? bac(key, Access.BAC, policy != AccessPolicy.PACE_ONLY) : pace(key, offers);
        return new Opened(access, cardAccess);
    }

    private Optional<byte[]> cardAccess() throws ChipFailure {
        try {
            return chip.read(EmrtdFile.CARD_ACCESS);
        } catch (ChipFailure refused) {
            if (refused.isAnswer() && refused.status() > 0 && refused.status() != 0x9000) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private Access pace(AccessKey key, List<PACEInfo> offers) throws ChipFailure {
        try {
            chip.pace(key, offers.getFirst());
        } catch (ChipFailure refused) {
            if (!refused.isAnswer()) {
                throw refused;
            }
            return bac(key, Access.BAC_AFTER_FAILED_PACE, policy == AccessPolicy.BAC_AFTER_FAILED_PACE);
        }
        chip.selectSecured();
        return switch (key) {
            case AccessKey.MrzKey mrz -> Access.PACE_MRZ;
            case AccessKey.Can can -> Access.PACE_CAN;
        };
    }

    private Access bac(AccessKey key, Access as, boolean allowed) throws ChipFailure {
        if (!allowed) {
            throw new ChipFailure(as == Access.BAC ? Fault.CARD_UNKNOWN : Fault.CARD_NOT_AUTHENTICATED);
        }
        return switch (key) {
            case AccessKey.MrzKey mrz -> {
                chip.bac(mrz);
                yield as;
            }
            case AccessKey.Can can -> throw new ChipFailure(Fault.CARD_NOT_AUTHENTICATED);
        };
    }
}
