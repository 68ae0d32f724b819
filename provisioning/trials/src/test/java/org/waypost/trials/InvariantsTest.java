package org.waypost.trials;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.BaseStream;
import org.junit.jupiter.api.Test;
import org.waypost.agent.face.FaceComparison;
import org.waypost.agent.finger.FingerComparison;
import org.waypost.agent.watchlist.Watchlist;
import org.waypost.contract.Codec;
import org.waypost.contract.PublicReport;
import org.waypost.contract.SealedTip;
import org.waypost.contract.SignedTipReceipt;
import org.waypost.contract.Signer;
import org.waypost.contract.Topic;
import org.waypost.contract.WatchlistEntry;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.mrz.Mrz;
import org.waypost.drivers.passport.PassportFields;

/** The structural invariants, as far as their code exists; each is a type that is not there. */
class InvariantsTest {
    private static final JavaClasses WAYPOST = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new WallsTest.WithoutFuzzTargets())
            .importPackages("org.waypost");

    @Test
    void i1AComparisonTakesExactlyTwoPortraits() {
        var comparing = Arrays.stream(FaceComparison.class.getDeclaredMethods())
                .filter(method -> method.getParameterCount() > 0)
                .toList();
        assertEquals(1, comparing.size());
        assertArrayEquals(
                new Class<?>[] {Portrait.class, Portrait.class},
                comparing.getFirst().getParameterTypes());
    }

    @Test
    void i1AComparisonTakesExactlyTwoPrints() {
        var comparing = Arrays.stream(FingerComparison.class.getDeclaredMethods())
                .filter(method -> method.getParameterCount() > 0)
                .toList();
        assertEquals(1, comparing.size());
        assertArrayEquals(
                new Class<?>[] {Fingerprint.class, Fingerprint.class},
                comparing.getFirst().getParameterTypes());
    }

    @Test
    void i1NoMethodOfFaceOrFingerTakesMany() {
        for (JavaClass type :
                WAYPOST.that(inPackage("org.waypost.agent.face").or(inPackage("org.waypost.agent.finger")))) {
            for (JavaMethod method : type.getMethods()) {
                assertFalse(
                        method.getRawParameterTypes().stream().anyMatch(InvariantsTest::holdsMany),
                        method::getFullName);
            }
        }
    }

    @Test
    void i2NoMessageCanHoldAPicture() {
        int records = 0;
        for (JavaClass type : WAYPOST.that(inPackage("org.waypost.contract"))) {
            // what the codec answers with is no message
            if (type.isRecord() && !type.isAssignableTo(Codec.Decoding.class)) {
                records++;
                for (RecordComponent component : type.reflect().getRecordComponents()) {
                    Class<?> raw = component.getType();
                    assertFalse(
                            raw.isArray()
                                    || raw.equals(Object.class)
                                    || BaseStream.class.isAssignableFrom(raw)
                                    || InputStream.class.isAssignableFrom(raw),
                            () -> type.getName() + "." + component.getName());
                }
            }
        }
        assertFalse(records < 10, "the rule must see the records");
    }

    @Test
    void i2NothingThatTalksOrStoresSeesAPortrait() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage(
                        "org.waypost.agent.report..", "org.waypost.agent.store..", "org.waypost.agent.audit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.waypost.drivers..")
                .check(WAYPOST);
    }

    @Test
    void i4ADocumentHasNoPlaceForEthnicityAddressOrIssuingPlace() {
        assertEquals(
                List.of(
                        "kind",
                        "number",
                        "name",
                        "sex",
                        "birth",
                        "nationality",
                        "validity",
                        "discrepancies",
                        "portrait"),
                components(Document.class));
    }

    @Test
    void i4NobodyReadsNationality() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("org.waypost.drivers..")
                .should()
                .callMethod(Document.class, "nationality")
                .orShould()
                .callMethod(Mrz.Holder.class, "nationality")
                .orShould()
                .callMethod(PassportFields.class, "nationality")
                .check(WAYPOST);
    }

    @Test
    void i8AnEntryHasItsGroundsAndTheCategoriesAreClosed() {
        assertEquals(
                List.of(
                        "blinded",
                        "category",
                        "legalBasis",
                        "authority",
                        "caseNumber",
                        "issued",
                        "expires",
                        "author",
                        "reviewer"),
                components(WatchlistEntry.class));
        assertEquals(
                Set.of(
                        "DOCUMENT_LOST_OR_STOLEN",
                        "DOCUMENT_INVALID",
                        "MISSING_CHILD",
                        "MISSING_ADULT",
                        "TRAFFICKING_WARRANT",
                        "PROTECTION_ORDER"),
                Arrays.stream(WatchlistEntry.Category.values()).map(Enum::name).collect(toSet()));
    }

    @Test
    void i9ATerminalCanApplyAndAskTheListAndNothingElse() {
        Set<String> methods = Arrays.stream(Watchlist.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(java.lang.reflect.Method::getName)
                .collect(toSet());
        assertEquals(Set.of("apply", "screen", "reference", "standing"), methods);
    }

    @Test
    void i9NoTerminalCodeCanSignAList() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage("org.waypost.agent..", "org.waypost.kiosk..")
                .should()
                .callMethod(
                        org.waypost.contract.SignedWatchlist.class,
                        "sign",
                        org.waypost.contract.WatchlistIssue.class,
                        org.waypost.contract.Signer.class)
                .check(WAYPOST);
    }

    /** No device at all, no case, no list and no audit, which has times; and no key to sign with. */
    @Test
    void i15AStationHasNoWayToAnyDeviceAndLeavesNoTrace() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage("org.waypost.kiosk.station..", "org.waypost.hub.tip..")
                .or()
                .haveNameMatching("org\\.waypost\\.(kiosk\\.StationTerminal"
                        + "|agent\\.report\\.(TipBox|SqliteTipBox|AnswerShelf|SqliteAnswerShelf|TipErrand)"
                        + "|agent\\.settings\\.StationSettings"
                        + "|hub\\.store\\.SqlTips)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.waypost.drivers..",
                        "org.waypost.agent.audit..",
                        "org.waypost.agent.encounter..",
                        "org.waypost.agent.evidence..",
                        "org.waypost.agent.face..",
                        "org.waypost.agent.finger..",
                        "org.waypost.agent.verification..",
                        "org.waypost.agent.watchlist..")
                .check(WAYPOST);
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage("org.waypost.kiosk.station..")
                .or()
                .haveNameMatching("org\\.waypost\\.(kiosk\\.StationTerminal|agent\\.settings\\.StationSettings"
                        + "|contract\\.(TipSealer|SealedTip|PublicReport))(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Signer.class)
                .check(WAYPOST);
    }

    @Test
    void i15ATipHasNoPlaceForWhoWhenOrWhichTerminal() {
        assertEquals(
                List.of("id", "hour", "kind", "place", "danger", "words", "thread", "photo"),
                components(PublicReport.class));
        assertEquals(List.of("version", "id", "sealed"), components(SealedTip.class));
        assertEquals(List.of("version", "tip", "digest", "outcome", "signature"), components(SignedTipReceipt.class));
    }

    /**
     * How a terminal is counts nothing and is timed by nothing that happens at the counter: {@code Health}. A notice is
     * of a report that was filed, and its acknowledgement follows it.
     */
    @Test
    void i10ThereIsNoTopicForACleanEncounter() {
        assertEquals(
                Set.of("REPORT", "RECEIPT", "HEALTH", "NOTICE", "ACKNOWLEDGEMENT", "TIP", "ANSWER"),
                Arrays.stream(Topic.Kind.values()).map(Enum::name).collect(toSet()));
    }

    /** What is found of a document is for the officer who reads it: no message and no public screen can see it. */
    @Test
    void i11EvidenceReachesNeitherHubNorParties() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage("org.waypost.agent.report..", "org.waypost.contract..", "org.waypost.hub..")
                .or()
                .haveNameMatching("org\\.waypost\\.(agent\\.encounter\\.PartyView"
                        + "|kiosk\\.registry\\.Party(Page|Screen|Seat))(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.waypost.agent.evidence..")
                .check(WAYPOST);
    }

    @Test
    void i22NoLanguageOutsideTheScreens() {
        ArchRuleDefinition.noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage("org.waypost.agent..", "org.waypost.contract..", "org.waypost.drivers..")
                .should()
                .haveRawType(Locale.class)
                .check(WAYPOST);
    }

    private static List<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** A path is iterable, and names one file all the same. */
    private static boolean holdsMany(JavaClass type) {
        return !type.isEquivalentTo(Path.class)
                && (type.isArray() || type.isAssignableTo(Iterable.class) || type.isAssignableTo(BaseStream.class));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> inPackage(String name) {
        return JavaClass.Predicates.resideInAPackage(name + "..");
    }
}
