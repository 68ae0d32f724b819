package org.waypost.agent.document;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.waypost.agent.face.PortraitSource;
import org.waypost.contract.DocumentType;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.idcard.Document;

/** A card of one of the four layouts that the card reader knows. */
public record IdCard(Document card) implements IdentityDocument {
    public IdCard {
        requireNonNull(card);
    }

    @Override
    public Kind kind() {
        return switch (card.kind()) {
            case RESIDENT_CARD -> Kind.RESIDENT_CARD;
            case RESIDENCE_PERMIT -> Kind.RESIDENCE_PERMIT;
            case FOREIGNER_2017 -> Kind.FOREIGNER_2017;
            case FOREIGNER_2023 -> Kind.FOREIGNER_2023;
        };
    }

    @Override
    public DocumentType type() {
        return switch (card.kind()) {
            case RESIDENT_CARD -> DocumentType.RESIDENT_CARD;
            case RESIDENCE_PERMIT -> DocumentType.RESIDENCE_PERMIT;
            case FOREIGNER_2017, FOREIGNER_2023 -> DocumentType.FOREIGN_RESIDENT_CARD;
        };
    }

    @Override
    public String issuer() {
        return card.issuer();
    }

    @Override
    public String number() {
        return card.number();
    }

    @Override
    public boolean sound() {
        return true;
    }

    @Override
    public String name() {
        return card.name();
    }

    @Override
    public Document.Sex sex() {
        return card.sex();
    }

    @Override
    public Optional<LocalDate> birth() {
        return Optional.of(card.birth());
    }

    @Override
    public InForce inForce() {
        return new InForce.Between(card.validity());
    }

    @Override
    public Optional<Portrait> portrait() {
        return card.portrait();
    }

    @Override
    public PortraitSource source() {
        return PortraitSource.CARD;
    }

    @Override
    public void close() {
        card.close();
    }
}
