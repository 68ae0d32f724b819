package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.agent.document.IdentityDocument;
import org.waypost.agent.document.InForce;
import org.waypost.agent.evidence.CheckResult;
import org.waypost.agent.evidence.Subject;
import org.waypost.agent.face.PortraitSource;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Lists;
import org.waypost.agent.watchlist.Screening;
import org.waypost.contract.DocumentType;
import org.waypost.contract.WatchlistEntry.Category;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.MrzSpecimen;
import org.waypost.drivers.simulated.PassportSpecimen;

/** A party who identifies by a card with a zone (Doc 9303-5 and 9303-6), as a travel permit is one. */
class TravelCardAtTheCounterTest extends TravelDocumentScene {
    private static final String CARD = String.join("", MrzSpecimen.CARD_IN_FORCE.lines());

    TravelCardAtTheCounterTest() throws Exception {}

    private static EmrtdCard chip(String zone) {
        return PassportSpecimen.modern().with(zone).personalised(SIGNER);
    }

    @ParameterizedTest
    @CsvSource({"CARD_IN_FORCE, D23145890", "CARD_LONG_NUMBER, D23145890734", "LARGE_CARD, D23145890"})
    void itsChipOpensByItsZoneAndEveryMechanismIsALine(MrzSpecimen card, String number) {
        String zone = String.join("", card.lines());
        Card.Read read = lay(zone, Optional.of(chip(zone)));
        DocumentFacts facts = read.facts();
        assertEquals(IdentityDocument.Kind.OFFICIAL_TRAVEL_DOCUMENT, facts.kind());
        assertEquals(number, facts.number());
        assertEquals(Optional.of("UTO"), facts.issuer());
        assertEquals(DocumentType.OFFICIAL_TRAVEL_DOCUMENT, read.reference().type());
        assertEquals(CheckResult.PASSED, check(read, Subject.CHIP_ACCESS));
        assertEquals(CheckResult.PASSED, check(read, Subject.ZONE_COMPOSITE_DIGIT));
    }

    @Test
    void oneInForceFailsNothing() {
        Card.Read read = lay(CARD, Optional.of(chip(CARD)));
        assertEquals("ERIKSSON ANNA MARIA", read.facts().name());
        assertEquals(new InForce.Until(LocalDate.of(2033, 4, 15)), read.facts().inForce());
        assertEquals(Set.of(), read.facts().evidence().failed());
        assertEquals(AgeBand.ADULT, read.age());
        assertEquals("A Taken ADULT OFFICIAL_TRAVEL_DOCUMENT", account());
        assertEquals(List.of(PortraitSource.CHIP), asked);
    }

    @Test
    void oneThatIsExpiredSaysSoAndStopsNothing() {
        Card.Read read = lay(String.join("", MrzSpecimen.CARD.lines()), Optional.empty());
        assertEquals(CheckResult.FAILED, check(read, Subject.VALID_UNTIL));
        assertEquals(Step.COMPARISON, scene.step());
    }

    @ParameterizedTest
    @CsvSource({"OFFICIAL_TRAVEL_DOCUMENT, true", "PASSPORT, false"})
    void theListKnowsItByItsOwnType(DocumentType listed, boolean hit) throws Exception {
        Lists hub = new Lists();
        scene = new Scene(hub.at(
                hub.write(
                        folder.resolve("named.json"),
                        Lists.issue(1, hub.document(listed, "UTO", "D23145890", Category.DOCUMENT_LOST_OR_STOLEN))),
                () -> Lists.NOON));
        scene.open();
        scene.prepare(Party.A, Route.WITHOUT_FACE);
        assertEquals(hit, lay(CARD, Optional.empty()).screening() instanceof Screening.Hit);
    }
}
