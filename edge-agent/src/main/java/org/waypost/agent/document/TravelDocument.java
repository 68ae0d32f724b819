package org.waypost.agent.document;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.waypost.agent.face.PortraitSource;
import org.waypost.contract.DocumentType;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.mrz.Mrz;
import org.waypost.drivers.mrz.MrzDate;
import org.waypost.drivers.mrz.MrzFormat;
import org.waypost.drivers.mrz.MrzOutcome;
import org.waypost.drivers.passport.Passport;

/**
 * A passport or a card with a zone: its printed zone and, where it could be opened, its chip. What the issuer signed
 * counts before what is printed; a repair of the printed zone that no chip confirmed is shown and answers nothing. Owns
 * the chip's portrait.
 *
 * @param zone as read optically, of TD1, TD2 or TD3
 * @param shown what is shown and asked with: the chip's zone, or the printed one
 * @param chip what came of the chip
 */
public record TravelDocument(MrzOutcome zone, Mrz shown, Chip chip) implements IdentityDocument {
    public TravelDocument {
        requireNonNull(zone);
        requireNonNull(shown);
        requireNonNull(chip);
    }

    /** What came of the chip. */
    public sealed interface Chip {
        /**
         * It was opened.
         *
         * @param signed its own zone, if that is as signed and can be read
         */
        record Read(Passport passport, Optional<Mrz> signed) implements Chip {
            public Read {
                requireNonNull(passport);
                requireNonNull(signed);
            }
        }

        /** It was not. */
        record NotRead(ChipObstacle obstacle) implements Chip {
            public NotRead {
                requireNonNull(obstacle);
            }
        }
    }

    /** The document of a printed zone and its chip. */
    static TravelDocument of(MrzOutcome zone, Mrz printed, Chip chip) {
        return new TravelDocument(zone, signed(chip).orElse(printed), chip);
    }

    private static Optional<Mrz> signed(Chip chip) {
        return switch (chip) {
            case Chip.Read read -> read.signed();
            case Chip.NotRead notRead -> Optional.empty();
        };
    }

    /** What would make the printed zone fit; for a person to compare with the document. */
    public List<MrzOutcome.Change> repairs() {
        return switch (zone) {
            case MrzOutcome.Repaired repaired -> repaired.changes();
            case MrzOutcome.Parsed parsed -> List.of();
            case MrzOutcome.Unreadable unreadable -> List.of();
        };
    }

    @Override
    public Kind kind() {
        return isPassport() ? Kind.PASSPORT : Kind.OFFICIAL_TRAVEL_DOCUMENT;
    }

    @Override
    public DocumentType type() {
        return isPassport() ? DocumentType.PASSPORT : DocumentType.OFFICIAL_TRAVEL_DOCUMENT;
    }

    private boolean isPassport() {
        return shown.format() == MrzFormat.TD3;
    }

    @Override
    public String issuer() {
        return shown.document().issuer().alpha3();
    }

    @Override
    public String number() {
        return shown.document().number().replace(String.valueOf(MrzFormat.FILLER), "");
    }

    @Override
    public boolean sound() {
        return repairs().isEmpty() || signed(chip).isPresent();
    }

    @Override
    public String name() {
        return (shown.holder().name().primary() + " " + shown.holder().name().secondary()).strip();
    }

    @Override
    public Document.Sex sex() {
        return switch (shown.holder().sex()) {
            case FEMALE -> Document.Sex.FEMALE;
            case MALE -> Document.Sex.MALE;
            case UNSPECIFIED -> Document.Sex.UNSPECIFIED;
        };
    }

    @Override
    public Optional<LocalDate> birth() {
        return certain(shown.holder().birth());
    }

    @Override
    public InForce inForce() {
        return certain(shown.document().expiry())
                .<InForce>map(InForce.Until::new)
                .orElseGet(InForce.NotStated::new);
    }

    private Optional<LocalDate> certain(MrzDate date) {
        return switch (date) {
            case MrzDate.Known known -> Optional.of(known.date()).filter(any -> sound());
            case MrzDate.Partial partial -> Optional.empty();
        };
    }

    @Override
    public Optional<Portrait> portrait() {
        return switch (chip) {
            case Chip.Read read -> read.passport().portrait();
            case Chip.NotRead notRead -> Optional.empty();
        };
    }

    @Override
    public PortraitSource source() {
        return PortraitSource.CHIP;
    }

    @Override
    public void close() {
        switch (chip) {
            case Chip.Read read -> read.passport().close();
            case Chip.NotRead notRead -> {}
        }
    }

    /** Nothing of it: a log line must never hold a name or a number. */
    @Override
    public String toString() {
        return "TravelDocument[hidden]";
    }
}
