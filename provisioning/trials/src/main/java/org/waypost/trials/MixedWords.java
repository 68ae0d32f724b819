package org.waypost.trials;

import java.util.List;
import org.waypost.drivers.simulated.CardValues;
import org.waypost.drivers.simulated.SpecimenCard;

/**
 * What must not be read on the way of mixed encounters: who was there, what they and the staff said, which language.
 */
final class MixedWords {
    static final String OFFICER = "Officer Zhao";
    static final String OFFICERS_REASON = "asked the support service to call";

    /** Said by a control alone. */
    static final String PLANTED = "planted words of somebody";

    private MixedWords() {}

    static Needles needles() {
        Needles needles = new Needles();
        for (SpecimenCard card : List.of(SpecimenCard.TEST_BING, SpecimenCard.TEST_DING)) {
            if (card.content() instanceof CardValues.Resident printed) {
                needles.text(printed.number()).text(printed.name()).text(printed.address());
            }
        }
        MixedEncounters.WORDS.forEach(needles::text);
        List.of(
                        "L898902C3",
                        "ERIKSSON",
                        MixedEncounters.CONTACT,
                        MixedEncounters.WISH,
                        MixedEncounters.UNSAID,
                        MixedEncounters.CORRECTED,
                        MixedEncounters.EXPLAINED,
                        MixedEncounters.OPERATOR,
                        CounterRig.INTERPRETER,
                        CounterRig.REFERRED_BECAUSE,
                        OFFICER,
                        OFFICERS_REASON,
                        PLANTED,
                        "zh-Hans",
                        "language",
                        "interpreter",
                        "SAID_BY_PERSON",
                        "DANGER_NOW",
                        "PARTY_B")
                .forEach(needles::text);
        return needles;
    }
}
