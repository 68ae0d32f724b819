package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.document.IdentityDocument;
import org.waypost.agent.document.InForce;
import org.waypost.agent.evidence.CheckResult;
import org.waypost.agent.evidence.CheckResult.Gap;
import org.waypost.agent.evidence.CheckResult.NotDone;
import org.waypost.agent.evidence.Subject;
import org.waypost.agent.face.PortraitSource;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Lists;
import org.waypost.agent.watchlist.Screening;
import org.waypost.contract.DocumentType;
import org.waypost.contract.WatchlistEntry.Category;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.passport.TrustStore;
import org.waypost.drivers.simulated.ChipQuirk;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.MrzSpecimen;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportPicture;
import org.waypost.drivers.simulated.PassportSpecimen;

/** A party who identifies by a passport: the product's parser and chip reader before a simulated chip. */
class PassportAtTheCounterTest extends TravelDocumentScene {
    PassportAtTheCounterTest() throws Exception {}

    @Test
    void itsFactsAreThoseOfACardAndEveryMechanismIsALine() {
        Card.Read read = lay(SOUND);
        DocumentFacts facts = read.facts();
        assertEquals(IdentityDocument.Kind.PASSPORT, facts.kind());
        assertEquals("L898902C3", facts.number());
        assertEquals("ERIKSSON ANNA MARIA", facts.name());
        assertEquals(Optional.of("UTO"), facts.issuer());
        assertEquals(Optional.of(LocalDate.of(1974, 8, 12)), facts.birth());
        assertEquals(new InForce.Until(LocalDate.of(2033, 4, 15)), facts.inForce());
        facts.evidence().checks().forEach(check -> assertEquals(CheckResult.PASSED, check.result(), check.toString()));
        assertEquals(21, facts.evidence().checks().size());
        assertEquals(AgeBand.ADULT, read.age());
        assertEquals(DocumentType.PASSPORT, read.reference().type());
        assertInstanceOf(Screening.Clear.class, read.screening());
        assertEquals("A Taken ADULT PASSPORT", account());
        assertFalse(scene.lines.toString().contains("L898902C3")
                || scene.lines.toString().contains("ERIKSSON"));
    }

    @Test
    void theChipsPortraitIsComparedAsSuchAndWipedOnceTheRegistrarHasCompared() {
        lay(SOUND);
        assertEquals(List.of(PortraitSource.CHIP), asked);
        Portrait portrait = scene.counter.portrait(Party.A).orElseThrow();
        assertEquals(240, portrait.width());
        scene.accept(new Command.Compare(Scene.LI, Party.A, Finding.SAME_PERSON));
        assertThrows(IllegalStateException.class, () -> portrait.pixels().get(ValueLayout.JAVA_BYTE, 0));
    }

    @Test
    void aCaseOfAPassportAndACardIsDecided() {
        lay(SOUND);
        scene.accept(new Command.Compare(Scene.LI, Party.A, Finding.SAME_PERSON));
        scene.identify(Party.B, Route.WITHOUT_FACE, org.waypost.agent.watchlist.Cards.b());
        scene.accept(Scene.interview(Party.A));
        scene.accept(Scene.interview(Party.B));
        scene.accept(new Command.Release(Scene.LI, "both stated their free will"));
        assertEquals(Step.OVER, scene.step());
    }

    @Test
    void theListIsAskedByTypeStateAndNumber() throws Exception {
        Lists hub = new Lists();
        scene = new Scene(hub.at(
                hub.write(
                        folder.resolve("named.json"),
                        Lists.issue(
                                1,
                                hub.document(
                                        DocumentType.PASSPORT, "UTO", "L898902C3", Category.DOCUMENT_LOST_OR_STOLEN))),
                () -> Lists.NOON));
        scene.open();
        scene.prepare(Party.A, Route.WITHOUT_FACE);
        assertInstanceOf(Screening.Hit.class, lay(SOUND).screening());
        assertEquals(Step.COMPARISON, scene.step(), "a hit stops nothing");
    }

    /** Whatever keeps the chip shut: the printed zone is a document, the line says why, and nothing is refused. */
    @ParameterizedTest
    @CsvSource({"none, CHIP_ABSENT", "other, CHIP_NOT_OPENED", "refused, CHIP_UNKNOWN", "unplugged, CHIP_READER_FAILED"
    })
    void aChipThatIsNotReadIsNotDoneAndARegistrarDecides(String chip, Gap expected) {
        terminal.plug(!chip.equals("unplugged"));
        Card.Read read = lay(
                ANNA,
                switch (chip) {
                    case "none", "unplugged" -> Optional.empty();
                    case "other" ->
                        Optional.of(PassportSpecimen.modern().with(EXPIRED).personalised(SIGNER));
                    default ->
                        Optional.of(PassportSpecimen.old()
                                .with(ChipQuirk.BAC_REFUSED)
                                .personalised(SIGNER));
                });
        assertEquals("L898902C3", read.facts().number());
        CheckResult access = check(read, Subject.CHIP_ACCESS);
        if (chip.equals("refused")) {
            assertInstanceOf(NotDone.class, access);
        } else {
            assertEquals(new NotDone(expected), access);
            assertEquals("A Taken ADULT PASSPORT " + expected, account());
        }
        assertEquals(Set.of(), read.facts().evidence().failed());
        assertEquals(Optional.empty(), scene.counter.portrait(Party.A));
        assertEquals(CheckResult.PASSED, check(read, Subject.ZONE_NUMBER_DIGIT));
        assertEquals(Step.COMPARISON, scene.step());
    }

    @Test
    void aChipThatStayedShutMayBeReadAgainBeforeAnybodyHasCompared() {
        lay(ANNA, Optional.empty());
        assertTrue(scene.counter.clerkView().choices().contains(Choice.READ_AGAIN));
        scene.accept(new Command.ReadAgain(Scene.LI, Party.A));
        assertEquals(Step.DOCUMENT, scene.step());
        assertEquals(Optional.of(Party.A), scene.counter.awaitsCardOf());
        assertEquals(new Card.Awaited(), scene.counter.clerkView().a().card());
        assertEquals(
                AuditEvent.Action.DOCUMENT_ASKED_AGAIN, scene.lines.getLast().action());
        Card.Read again = lay(SOUND);
        assertEquals(CheckResult.PASSED, check(again, Subject.CHIP_ACCESS));
        assertTrue(scene.counter.portrait(Party.A).isPresent());
        assertFalse(scene.counter.clerkView().choices().contains(Choice.READ_AGAIN), "a chip that was read is read");
        assertEquals(new Answer.Rejected(Rejection.OUT_OF_ORDER), scene.give(new Command.ReadAgain(Scene.LI, Party.A)));
    }

    @Test
    void onceTheRegistrarHasComparedNothingIsReadAgain() {
        lay(ANNA, Optional.empty());
        assertEquals(new Answer.Rejected(Rejection.OUT_OF_ORDER), scene.give(new Command.ReadAgain(Scene.LI, Party.B)));
        scene.accept(new Command.Compare(Scene.LI, Party.A, Finding.SAME_PERSON));
        assertEquals(new Answer.Rejected(Rejection.OUT_OF_ORDER), scene.give(new Command.ReadAgain(Scene.LI, Party.A)));
        assertEquals(Step.NOTICE, scene.step());
    }

    @Test
    void aPortraitThatWasNotSignedIsNotShownAndACopyIsTold() {
        Card.Read altered = lay(SOUND.with(EmrtdCard.dataGroup(2), PassportFiles.dg2(PassportPicture.jpeg(120, 160))));
        assertEquals(CheckResult.FAILED, check(altered, Subject.CHIP_PORTRAIT));
        assertEquals(Optional.empty(), scene.counter.portrait(Party.A));
        assertEquals("A Taken ADULT PASSPORT failed CHIP_PORTRAIT", account());
        assertEquals(Step.COMPARISON, scene.step());
    }

    @Test
    void aCopiedChipIsTold() {
        Card.Read copied =
                lay(PassportSpecimen.modern().with(ChipQuirk.WRONG_ACTIVE_KEY).personalised(SIGNER));
        assertEquals(CheckResult.FAILED, check(copied, Subject.ACTIVE_AUTHENTICATION));
        assertEquals(CheckResult.PASSED, check(copied, Subject.SIGNER_CHAIN));
    }

    @Test
    void withoutATrustStoreTheIssuerIsNotDone() {
        trust = TrustStore.NONE;
        Card.Read read = lay(SOUND);
        assertEquals(new NotDone(Gap.NO_TRUST_STORE), check(read, Subject.SIGNER_CHAIN));
        assertEquals(Set.of(), read.facts().evidence().failed());
    }

    private static final String MISREAD = ANNA.replace("L898902C36", "L8989O2C36");

    @Test
    void aRepairIsShownAndAnswersNothing() {
        Card.Read read = lay(MISREAD, Optional.empty());
        assertEquals(1, read.facts().repairs().size());
        assertEquals('0', read.facts().repairs().getFirst().proposed());
        assertEquals(new NotDone(Gap.REPAIRED), check(read, Subject.ZONE_NUMBER_DIGIT));
        assertEquals(Optional.empty(), read.facts().birth());
        assertEquals(AgeBand.UNKNOWN, read.age());
        assertEquals(new InForce.NotStated(), read.facts().inForce());
        assertEquals(new Screening.Unscreened(Screening.Reason.DOCUMENT_UNREAD), read.screening());
        assertTrue(read.rules().stream().allMatch(rule -> rule.result() == Rule.Result.NOT_DONE));
    }

    @Test
    void aRepairThatTheChipConfirmsIsStillShown() {
        Card.Read read = lay(MISREAD, Optional.of(SOUND));
        assertEquals(1, read.facts().repairs().size());
        assertEquals(new NotDone(Gap.REPAIRED), check(read, Subject.ZONE_NUMBER_DIGIT));
        assertEquals(CheckResult.PASSED, check(read, Subject.ZONE_FIELDS_IN_CHIP));
        assertEquals(AgeBand.ADULT, read.age());
        assertInstanceOf(Screening.Clear.class, read.screening());
    }

    @Test
    void anExpiredOneFailsARuleAndStopsNothing() {
        Card.Read read =
                lay(EXPIRED, Optional.of(PassportSpecimen.modern().with(EXPIRED).personalised(SIGNER)));
        assertEquals(CheckResult.FAILED, check(read, Subject.VALID_UNTIL));
        assertEquals(Step.COMPARISON, scene.step());
    }

    @Test
    void withAClockThatNothingVouchesForNoDateIsChecked() throws Exception {
        scene = new Scene(Scene.noList(folder));
        scene.open();
        scene.prepare(Party.A, Route.FACE);
        Card.Read read = lay(SOUND);
        for (Subject subject : List.of(Subject.VALID_UNTIL, Subject.SIGNER_VALIDITY, Subject.SIGNER_REVOCATION)) {
            assertEquals(new NotDone(Gap.CLOCK_NOT_TRUSTED), check(read, subject));
        }
        assertNotEquals(AgeBand.ADULT, read.age());
    }

    @Test
    void theSamePassportForBothIsRefused() {
        lay(SOUND);
        scene.accept(new Command.Compare(Scene.LI, Party.A, Finding.SAME_PERSON));
        scene.prepare(Party.B, Route.FACE);
        scene.counter.presentPassport(read(ANNA));
        assertInstanceOf(Card.SameAsOther.class, scene.counter.clerkView().b().card());
    }

    @Test
    void theZoneOfAVisaOrOneThatDoesNotFitIsAskedForAgain() {
        for (MrzSpecimen other : List.of(MrzSpecimen.VISA, MrzSpecimen.SMALL_VISA)) {
            scene.counter.presentPassport(read(String.join("", other.lines())));
            assertEquals(
                    new Card.Faulty(Fault.CARD_UNKNOWN),
                    scene.counter.clerkView().a().card());
        }
        scene.counter.presentPassport(read(ANNA.replace("L898902C36", "L898402C36")));
        assertEquals(
                new Card.Faulty(Fault.CARD_UNREADABLE),
                scene.counter.clerkView().a().card());
        assertEquals(Step.DOCUMENT, scene.step());
    }
}
