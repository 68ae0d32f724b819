package org.waypost.kiosk.technician;

import java.util.Optional;
import org.waypost.drivers.simulated.CardValues;
import org.waypost.drivers.simulated.SpecimenCard;
import org.waypost.kiosk.page.Words;

/**
 * What the page of a simulated card reader shows.
 *
 * @param office name of the registry
 * @param words in which language
 * @param lying the card that was laid down last and not lifted by hand
 */
public record SimulatedPage(String office, Words words, Optional<SpecimenCard> lying) {

    /** The name that is printed on a card. */
    public String name(SpecimenCard card) {
        return switch (card.content()) {
            case CardValues.Resident resident -> resident.name();
            case CardValues.Permit permit -> permit.name();
            case CardValues.ForeignerOf2017 foreigner -> foreigner.name();
            case CardValues.ForeignerOf2023 foreigner -> foreigner.name();
        };
    }
}
