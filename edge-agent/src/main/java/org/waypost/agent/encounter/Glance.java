package org.waypost.agent.encounter;

import java.util.Optional;
import java.util.Set;
import org.waypost.agent.encounter.ClerkView.Trouble;

/**
 * What the screens show of one moment.
 *
 * @param clerk for the registrar
 * @param party for the parties; made from the position, and from whose finger is asked for, alone
 * @param journey for a technician
 */
record Glance(ClerkView clerk, PartyView party, Journey journey) {

    static Glance of(
            Optional<MarriageCase> current, Optional<HelpCall> call, Optional<Trouble> trouble, Journey journey) {
        Position position = current.map(MarriageCase::position).orElse(Position.of(Step.NO_CASE));
        ClerkView clerk = new ClerkView(
                current.map(MarriageCase::encounter),
                position,
                current.map(MarriageCase::a).orElse(PartyRecord.BLANK),
                current.map(MarriageCase::b).orElse(PartyRecord.BLANK),
                current.map(MarriageCase::concerns).flatMap(Concerns::noticed),
                current.map(MarriageCase::choices).orElse(Set.of(Choice.OPEN)),
                current.flatMap(MarriageCase::ending).map(Ending::kind),
                call,
                trouble);
        PartyView party = PartyView.of(position, current.flatMap(MarriageCase::asksFingerOf));
        return new Glance(clerk, party, journey);
    }
}
