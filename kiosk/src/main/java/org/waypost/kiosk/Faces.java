package org.waypost.kiosk;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.InstantSource;
import java.util.Optional;
import org.waypost.agent.face.AbsentModel;
import org.waypost.agent.face.FaceComparison;
import org.waypost.agent.face.FaceModels;
import org.waypost.agent.face.PortraitSource;
import org.waypost.agent.face.SelfTest;
import org.waypost.agent.settings.Settings;
import org.waypost.kiosk.registry.ModelHealth;

/**
 * The comparison of faces at this terminal, loaded while the rest starts: who asks early waits. A model that cannot be
 * used keeps nobody from starting; it is said in the log, on the technician's page and to the hub.
 */
final class Faces {
    private static final System.Logger LOG = System.getLogger(Faces.class.getName());

    private final boolean on;
    private final Later<Loaded> loading;

    private Faces(boolean on, Later<Loaded> loading) {
        this.on = on;
        this.loading = loading;
    }

    /**
     * What loading came to.
     *
     * @param cards compares with portraits of ID cards
     * @param chips compares with those of passport chips
     * @param health of the comparison with cards; empty where the face mode is off
     */
    private record Loaded(FaceComparison cards, FaceComparison chips, Optional<ModelHealth> health) {}

    static Faces of(Settings settings, InstantSource clock) {
        boolean wanted = settings.face() instanceof Settings.Biometrics.On;
        return new Faces(wanted, Later.of("start-faces", () -> switch (settings.face()) {
            case Settings.Biometrics.Off off -> new Loaded(new AbsentModel(), new AbsentModel(), Optional.empty());
            case Settings.Biometrics.On on -> loaded(settings, clock);
        }));
    }

    /** A comparison that is there already, for every source. */
    static Faces with(FaceComparison comparison, InstantSource clock) {
        return new Faces(true, Later.of("start-faces", () -> tested(comparison, comparison, clock, Optional.empty())));
    }

    private static Loaded tested(
            FaceComparison cards, FaceComparison chips, InstantSource clock, Optional<SelfTest> test) {
        return new Loaded(cards, chips, Optional.of(new ModelHealth(cards.absence(), clock.instant(), test)));
    }

    /** The comparison with portraits of a source, by the thresholds that were measured for it. */
    FaceComparison of(PortraitSource source) {
        return switch (source) {
            case CARD -> loading.get().cards();
            case CHIP -> loading.get().chips();
            case PRINTED -> new AbsentModel(FaceComparison.Obstacle.UNCALIBRATED);
        };
    }

    /** Whether the settings have the face mode on. */
    boolean on() {
        return on;
    }

    /** How it is; empty where the face mode is off. */
    Optional<ModelHealth> health() {
        return loading.get().health();
    }

    private static Loaded loaded(Settings settings, InstantSource clock) {
        return switch (FaceModels.load(settings.files().models())) {
            case FaceModels.Loading.Loaded loaded -> {
                FaceModels models = loaded.models();
                tell(models);
                yield tested(
                        cards(models),
                        chips(models, settings.travel().isPresent()),
                        clock,
                        Optional.of(models.selfTest()));
            }
            case FaceModels.Loading.Unusable unusable -> {
                LOG.log(WARNING, "faces are not compared: {0}", unusable.why());
                AbsentModel none = new AbsentModel(unusable.obstacle());
                yield tested(none, none, clock, unusable.selfTest());
            }
        };
    }

    private static void tell(FaceModels models) {
        SelfTest test = models.selfTest();
        LOG.log(
                INFO,
                "self-test of {0}: similarity recorded {1}, seen {2}",
                models.manifest().embedder().file(),
                test.recorded().map(ModelHealth::shown).orElse("none"),
                ModelHealth.shown(test.seen()));
    }

    private static FaceComparison chips(FaceModels models, boolean wanted) {
        FaceComparison chips = models.comparison(PortraitSource.CHIP);
        chips.absence()
                .filter(any -> wanted)
                .ifPresent(obstacle ->
                        LOG.log(WARNING, "faces are not compared with passports: {0}, calibrate the model", obstacle));
        return chips;
    }

    private static FaceComparison cards(FaceModels models) {
        FaceComparison cards = models.comparison(PortraitSource.CARD);
        cards.absence()
                .ifPresentOrElse(
                        obstacle -> LOG.log(WARNING, "faces are not compared: {0}, calibrate the model", obstacle),
                        () -> LOG.log(
                                INFO,
                                "faces are compared by {0}",
                                models.manifest().embedder().file()));
        return cards;
    }
}
