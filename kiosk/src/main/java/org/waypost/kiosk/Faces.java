package org.waypost.kiosk;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.waypost.agent.face.AbsentModel;
import org.waypost.agent.face.FaceComparison;
import org.waypost.agent.face.FaceModels;
import org.waypost.agent.face.PortraitSource;
import org.waypost.agent.settings.Settings;
import org.waypost.drivers.device.Portrait;
import org.waypost.kiosk.registry.ModelHealth;

/**
 * The comparison of faces at this terminal, loaded while the rest starts: who asks early waits. A model that cannot be
 * used keeps nobody from starting; it is said in the log, on the technician's page and to the hub.
 */
final class Faces implements FaceComparison {
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
     * @param health empty where the face mode is off
     */
    private record Loaded(FaceComparison comparison, Optional<ModelHealth> health) {}

    static Faces of(Settings settings, InstantSource clock) {
        boolean wanted = settings.face() instanceof Settings.Biometrics.On;
        return new Faces(wanted, Later.of("start-faces", () -> switch (settings.face()) {
            case Settings.Biometrics.Off off -> new Loaded(new AbsentModel(), Optional.empty());
            case Settings.Biometrics.On on -> tested(loaded(settings.files().models()), clock);
        }));
    }

    private static Loaded tested(FaceComparison comparison, InstantSource clock) {
        return new Loaded(comparison, Optional.of(new ModelHealth(comparison.absence(), clock.instant())));
    }

    /** Whether the settings have the face mode on. */
    boolean on() {
        return on;
    }

    /** How it is; empty where the face mode is off. */
    Optional<ModelHealth> health() {
        return loading.get().health();
    }

    private static FaceComparison loaded(Path models) {
        return switch (FaceModels.load(models)) {
            case FaceModels.Loading.Loaded loaded -> cards(loaded.models());
            case FaceModels.Loading.Unusable unusable -> {
                LOG.log(WARNING, "faces are not compared: {0}", unusable.why());
                yield new AbsentModel(unusable.obstacle());
            }
        };
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

    @Override
    public Optional<Obstacle> absence() {
        return loading.get().comparison().absence();
    }

    @Override
    public Comparison compare(Portrait probe, Portrait reference) {
        return loading.get().comparison().compare(probe, reference);
    }

    @Override
    public void forget() {
        loading.get().comparison().forget();
    }
}
