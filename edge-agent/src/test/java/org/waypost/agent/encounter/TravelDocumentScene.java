package org.waypost.agent.encounter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.document.TravelDocument;
import org.waypost.agent.document.TravelDocumentReader;
import org.waypost.agent.evidence.CheckResult;
import org.waypost.agent.evidence.Subject;
import org.waypost.agent.face.AbsentModel;
import org.waypost.agent.face.PortraitSource;
import org.waypost.agent.verification.Desk;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Lists;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.mrz.MrzParser;
import org.waypost.drivers.passport.AccessPolicy;
import org.waypost.drivers.passport.PassportReader;
import org.waypost.drivers.passport.TrustStore;
import org.waypost.drivers.simulated.ChipRandom;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.MrzSpecimen;
import org.waypost.drivers.simulated.PassportAuthority;
import org.waypost.drivers.simulated.PassportSignature;
import org.waypost.drivers.simulated.PassportSigner;
import org.waypost.drivers.simulated.PassportSpecimen;
import org.waypost.drivers.simulated.SimulatedChipTerminal;

/** A counter with the product's parser of zones and reader of chips, before a simulated chip. */
abstract class TravelDocumentScene {
    static final String ANNA = PassportSpecimen.ANNA;
    static final String EXPIRED = String.join("", MrzSpecimen.PASSPORT_EXPIRED.lines());
    static final PassportAuthority UTOPIA = PassportAuthority.founded("UT", Lists.NOON);
    static final PassportSigner SIGNER = UTOPIA.appoint(PassportSignature.ECDSA, Lists.NOON);
    static final EmrtdCard SOUND = PassportSpecimen.modern().personalised(SIGNER);
    static final TrustStore KNOWN = new TrustStore(
            1,
            Lists.NOON,
            List.of(UTOPIA.certificate()),
            List.of(UTOPIA.revocationList(List.of(), Lists.NOON, Lists.NOON.plus(Duration.ofDays(9)))));

    final SimulatedChipTerminal terminal = new SimulatedChipTerminal(false, ChipRandom.secure());
    final List<PortraitSource> asked = new ArrayList<>();
    TrustStore trust = KNOWN;

    @TempDir
    Path folder = Path.of("unset");

    Scene scene;

    TravelDocumentScene() throws Exception {
        scene = new Scene(new Lists().at(folder, () -> Lists.NOON));
    }

    @BeforeEach
    void open() throws Exception {
        Desk desk = new Desk(
                source -> {
                    asked.add(source);
                    return new AbsentModel();
                },
                Reading.Nobody::new);
        scene = new Scene(Scene.clearList(folder), desk);
        scene.open();
        scene.prepare(Party.A, Route.FACE);
    }

    /** Time that passes as somebody waits. */
    static final class Waiting implements Ticker {
        long now;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void pause(Duration time) {
            now += time.toNanos();
        }
    }

    Reading<TravelDocument> read(String printed) {
        MrzParser parser = new MrzParser(scene.clock.withZone(Lists.ZONE));
        var settings = new PassportReader.Settings(AccessPolicy.BAC_WITHOUT_PACE, PassportReader.Settings.LONGEST);
        PassportReader chips = new PassportReader(terminal, () -> trust, settings, scene.clock, stage -> {});
        TravelDocumentReader reader = new TravelDocumentReader(
                patience -> new Reading.Taken<>(parser.parse(printed)),
                Optional.of(chips::read),
                parser,
                new Waiting());
        return reader.read(Duration.ofSeconds(1), () -> true);
    }

    Card.Read lay(String printed, Optional<EmrtdCard> chip) {
        chip.ifPresentOrElse(terminal::place, terminal::remove);
        scene.counter.presentPassport(read(printed));
        return scene.counter.clerkView().a().read().orElseThrow();
    }

    Card.Read lay(EmrtdCard chip) {
        return lay(ANNA, Optional.of(chip));
    }

    static CheckResult check(Card.Read read, Subject subject) {
        return read.facts().evidence().of(subject).orElseThrow();
    }

    String account() {
        return scene.lines.stream()
                .filter(line -> line.action() == AuditEvent.Action.DOCUMENT_READ)
                .map(AuditEvent::detail)
                .reduce((one, two) -> two)
                .orElseThrow();
    }
}
