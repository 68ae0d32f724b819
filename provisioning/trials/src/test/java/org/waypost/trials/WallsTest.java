package org.waypost.trials;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

/** The package table of the architecture: which way a dependency may point, and where each third party stops. */
@AnalyzeClasses(
        packages = "org.waypost",
        importOptions = {ImportOption.DoNotIncludeTests.class, WallsTest.WithoutFuzzTargets.class})
class WallsTest {
    /** Fuzz targets and benches stand in the packages of what they drive, but belong to the trials. */
    static final class WithoutFuzzTargets implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/trials/target/classes/org/waypost/")
                    || location.contains("/trials/target/classes/org/waypost/trials/");
        }
    }

    private static final String[] MAINS = {"org.waypost.installer..", "org.waypost.trials.."};

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("org.waypost.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule driversKnowNothingOfOurs = noClasses()
            .that()
            .resideInAPackage("org.waypost.drivers..")
            .should()
            .dependOnClassesThat(ours("org.waypost.drivers.."));

    @ArchTest
    static final ArchRule contractKnowsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage("org.waypost.contract..")
            .should()
            .dependOnClassesThat(ours("org.waypost.contract.."));

    @ArchTest
    static final ArchRule agentSeesDriversAndContractOnly = noClasses()
            .that()
            .resideInAPackage("org.waypost.agent..")
            .should()
            .dependOnClassesThat(ours("org.waypost.agent..", "org.waypost.drivers..", "org.waypost.contract.."));

    @ArchTest
    static final ArchRule hubSeesTheContractOnly = noClasses()
            .that()
            .resideInAPackage("org.waypost.hub..")
            .should()
            .dependOnClassesThat(ours("org.waypost.hub..", "org.waypost.contract.."));

    @ArchTest
    static final ArchRule serialPortsStopAtTheLink = only("com.fazecast..", "org.waypost.drivers.serial..");

    @ArchTest
    static final ArchRule visionStopsAtCameraAndFace =
            only("org.bytedeco..", "org.waypost.drivers.camera..", "org.waypost.agent.face..");

    @ArchTest
    static final ArchRule minutiaeStopAtTheFinger = only("com.machinezoo..", "org.waypost.agent.finger..");

    @ArchTest
    static final ArchRule camerasKnowDevicesOnly = noClasses()
            .that()
            .resideInAPackage("org.waypost.drivers.camera..")
            .should()
            .dependOnClassesThat(ours("org.waypost.drivers.camera..", "org.waypost.drivers.device.."));

    @ArchTest
    static final ArchRule mqttStopsAtCourierAndIntake = only(
            "org.eclipse.paho..", "org.waypost.agent.report..", "org.waypost.hub.intake..", "org.waypost.trials..");

    @ArchTest
    static final ArchRule brokerStopsAtTheHub = only("org.apache.activemq..", "org.waypost.hub.broker..");

    @ArchTest
    static final ArchRule sqlStopsAtTheStores = only(
            "java.sql..",
            "org.waypost.agent.store..",
            "org.waypost.agent.audit..",
            "org.waypost.agent.report..",
            "org.waypost.hub.store..",
            "org.waypost.trials..");

    @ArchTest
    static final ArchRule migrationsStopAtTheStores =
            only("org.flywaydb..", "org.waypost.agent.store..", "org.waypost.hub.store..");

    @ArchTest
    static final ArchRule poolsOfConnectionsStopAtTheHubsStore = only("com.zaxxer..", "org.waypost.hub.store..");

    @ArchTest
    static final ArchRule webServerStopsAtTheScreens = only("io.helidon..", "org.waypost.kiosk..", "org.waypost.hub..");

    @ArchTest
    static final ArchRule slowHashesStopAtTheContractAndTheDesksDoor =
            only("org.bouncycastle.crypto.generators..", "org.waypost.contract..", "org.waypost.hub.officer..");

    @ArchTest
    static final ArchRule certificatesStopAtChipsTrustAndInstaller = only(
            "org.bouncycastle..",
            "org.waypost.contract..",
            "org.waypost.hub.officer..",
            "org.waypost.hub.trust..",
            "org.waypost.drivers.passport..",
            "org.waypost.drivers.simulated..",
            "org.waypost.installer..",
            "org.waypost.trials..");

    @ArchTest
    static final ArchRule chipsStopAtThePassportDriver =
            only("org.jmrtd..", "org.waypost.drivers.passport..", "org.waypost.drivers.simulated..");

    @ArchTest
    static final ArchRule chipCardsStopAtThePassportDriver =
            only("net.sf.scuba..", "org.waypost.drivers.passport..", "org.waypost.drivers.simulated..");

    @ArchTest
    static final ArchRule cardTerminalsStopAtThePassportDriver =
            only("javax.smartcardio..", "org.waypost.drivers.passport..", "org.waypost.drivers.simulated..");

    @ArchTest
    static final ArchRule cryptographyStopsAtContractAndInstaller = only(
            "com.google.crypto.tink..", "org.waypost.contract..", "org.waypost.installer..", "org.waypost.trials..");

    @ArchTest
    static final ArchRule nativeCurvesStopAtTheHubsStart = only("org.conscrypt..", "org.waypost.hub");

    @ArchTest
    static final ArchRule aFingerIsPhotographedAndNothingElse = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.waypost.drivers.fingerprint..")
            .should()
            .haveNameMatching("(?i).*(search|identif|enrol|store|template).*");

    @ArchTest
    static final ArchRule noInstructionKeepsOrSeeksAFinger = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.waypost.drivers.fingerprint..")
            .should()
            .haveNameMatching("(?i).*(search|identif|enrol|store|template).*");

    @ArchTest
    static final ArchRule fingerprintDriverKnowsLinkAndDeviceOnly = noClasses()
            .that()
            .resideInAPackage("org.waypost.drivers.fingerprint..")
            .should()
            .dependOnClassesThat(ours(
                    "org.waypost.drivers.fingerprint..",
                    "org.waypost.drivers.device..",
                    "org.waypost.drivers.serial.."));

    /** No screen, no settings and nothing that writes can hold a print. */
    @ArchTest
    static final ArchRule printsStopAtTheCounter = only(
            "org.waypost.drivers.fingerprint..",
            "org.waypost.drivers.fingerprint..",
            "org.waypost.drivers.simulated..",
            "org.waypost.agent.finger..",
            "org.waypost.agent.encounter..",
            "org.waypost.kiosk",
            "org.waypost.kiosk.devices..",
            "org.waypost.trials..");

    @ArchTest
    static final ArchRule linesOfTheBoardStopAtThePanel = only("com.pi4j..", "org.waypost.drivers.panel..");

    private static final String SENSING = panel(
            "Senses|Debounce|[A-Za-z]*Rule|SteadyLevel|NoiseMeter|TamperLatch" + "|EventQueue|PanelEvent|PanelWatch");

    private static final String DRIVING = panel("Signals|CheckedLines|Kick|Lamp|GatePulse|PublicSignals|PanelOutput");

    /** A call for help changes nothing that people can see: who senses has no way to who drives. */
    @ArchTest
    static final ArchRule whatThePanelSensesReachesNoOutput = noClasses()
            .that()
            .haveNameMatching(SENSING)
            .should()
            .dependOnClassesThat()
            .haveNameMatching(DRIVING + "|" + panel("Panel|BoardPanel|PanelSession") + "|.*Board\\$OutputLines");

    @ArchTest
    static final ArchRule whatThePanelDrivesHearsNoEvent = noClasses()
            .that()
            .haveNameMatching(DRIVING)
            .should()
            .dependOnClassesThat()
            .haveNameMatching(SENSING);

    /** The same at a counter: what hears a call for help can light no lamp, and the case knows no panel at all. */
    @ArchTest
    static final ArchRule whoHearsACallForHelpReachesNoLamp = noClasses()
            .that()
            .haveNameMatching("org\\.waypost\\.(kiosk\\.Panel(Watcher|Health)|agent\\.panel\\.Tampering)(\\$.*)?")
            .or()
            .resideInAPackage("org.waypost.agent.encounter..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(DRIVING + "|" + panel("Panel|BoardPanel") + "|org\\.waypost\\.kiosk\\.PublicLamp");

    @ArchTest
    static final ArchRule theLampKnowsWhatThePartiesScreenKnows = noClasses()
            .that()
            .haveNameMatching("org\\.waypost\\.kiosk\\.PublicLamp(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "org\\.waypost\\.agent\\.(?!encounter\\.PartyView).*|" + SENSING + "|" + panel("Panel.*"));

    @ArchTest
    static final ArchRule codesToScanStopAtTheStation = only("com.google.zxing..", "org.waypost.kiosk.station..");

    @ArchTest
    static final ArchRule wordsStopAtThePages = only("com.ibm.icu..", "org.waypost.kiosk.page..");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that(are(not(resideInAnyPackage(MAINS))))
            .and()
            .haveNameNotMatching(
                    "org\\.waypost\\.(kiosk\\.Kiosk|kiosk\\.devices\\.Devices|hub\\.Hub|hub\\.Issue\\w+)(\\$.*)?")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(InstantSource.class, "system");

    @ArchTest
    static final ArchRule onlyMainsPrint = noClasses()
            .that(are(not(resideInAnyPackage(MAINS))))
            .and()
            .haveNameNotMatching(
                    "org\\.waypost\\.(kiosk\\.Kiosk|kiosk\\.devices\\.Devices|hub\\.Hub|hub\\.Issue\\w+)(\\$.*)?")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = classes()
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.not(
                    com.tngtech.archunit.lang.conditions.ArchConditions.be(simpleNameEndingWith("Impl")
                            .or(simpleNameEndingWith("Util"))
                            .or(simpleNameEndingWith("Utils"))
                            .or(simpleNameEndingWith("Manager"))
                            .or(simpleNameEndingWith("Helper"))
                            .or(simpleNameEndingWith("Data")))));

    private static DescribedPredicate<JavaClass> ours(String... allowed) {
        return resideInAnyPackage("org.waypost..").and(not(resideInAnyPackage(allowed)));
    }

    private static String panel(String names) {
        return "org\\.waypost\\.drivers\\.panel\\.(" + names + ")(\\$.*)?";
    }

    private static ArchRule only(String library, String... places) {
        return noClasses()
                .that(are(not(resideInAnyPackage(places))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
