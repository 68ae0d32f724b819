package org.waypost.kiosk.technician;

import java.util.List;
import java.util.Optional;
import org.waypost.drivers.simulated.ChipQuirk;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.MrzSpecimen;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportPicture;
import org.waypost.drivers.simulated.PassportSigner;
import org.waypost.drivers.simulated.PassportSpecimen;

/** What can be laid on simulated readers of passports: the specimen of Doc 9303, in several states. */
public enum SimulatedPassport {
    SOUND,
    /** Basic access control, and nothing that proves that the chip is no copy. */
    OLD_CHIP,
    NO_CHIP,
    /** The printed zone does not open it. */
    OTHER_CHIP,
    COPIED_CHIP,
    /** Not the one that was signed. */
    OTHER_PORTRAIT,
    EXPIRED,
    /** One character is read as another one that looks alike; without a chip nothing confirms the repair. */
    MISREAD_ZONE,
    UNREADABLE_ZONE,
    /** Of another format (Doc 9303-5), with a chip. */
    CARD,
    REMOVED;

    /** The printed lines as they are read; empty where nothing is laid down. */
    List<String> lines() {
        return switch (this) {
            case SOUND, OLD_CHIP, NO_CHIP, OTHER_CHIP, COPIED_CHIP, OTHER_PORTRAIT -> MrzSpecimen.PASSPORT.lines();
            case EXPIRED -> MrzSpecimen.PASSPORT_EXPIRED.lines();
            case MISREAD_ZONE -> with("L8989O2C36");
            case UNREADABLE_ZONE -> with("L898402C36");
            case CARD -> MrzSpecimen.CARD_IN_FORCE.lines();
            case REMOVED -> List.of();
        };
    }

    private static List<String> with(String number) {
        List<String> lines = MrzSpecimen.PASSPORT.lines();
        return List.of(lines.getFirst(), number + lines.getLast().substring(number.length()));
    }

    /** The chip; empty where there is none. */
    Optional<EmrtdCard> chip(PassportSigner signer) {
        PassportSpecimen modern = PassportSpecimen.modern();
        return switch (this) {
            case SOUND -> Optional.of(modern.personalised(signer));
            case OLD_CHIP -> Optional.of(PassportSpecimen.old().personalised(signer));
            case OTHER_CHIP, EXPIRED ->
                Optional.of(modern.with(String.join("", MrzSpecimen.PASSPORT_EXPIRED.lines()))
                        .personalised(signer));
            case CARD ->
                Optional.of(modern.with(String.join("", MrzSpecimen.CARD_IN_FORCE.lines()))
                        .personalised(signer));
            case COPIED_CHIP ->
                Optional.of(modern.with(ChipQuirk.WRONG_ACTIVE_KEY).personalised(signer));
            case OTHER_PORTRAIT ->
                Optional.of(modern.personalised(signer)
                        .with(EmrtdCard.dataGroup(2), PassportFiles.dg2(PassportPicture.jpeg(120, 160))));
            case NO_CHIP, MISREAD_ZONE, UNREADABLE_ZONE, REMOVED -> Optional.empty();
        };
    }
}
