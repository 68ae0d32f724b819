package org.waypost.kiosk;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.nio.file.Path;
import java.util.Optional;
import org.waypost.agent.face.AbsentModel;
import org.waypost.agent.face.FaceComparison;
import org.waypost.agent.face.FaceModels;
import org.waypost.agent.face.PortraitSource;
import org.waypost.agent.settings.Settings;
import org.waypost.drivers.device.Portrait;

/**
 * The comparison of faces at this terminal, loaded while the rest starts: who asks early waits. A model that cannot be
 * used keeps nobody from starting; it is said in the log and on the technician's page.
 */
final class Faces implements FaceComparison {
    private static final System.Logger LOG = System.getLogger(Faces.class.getName());

    private final Later<FaceComparison> comparison;

    private Faces(Later<FaceComparison> comparison) {
        this.comparison = comparison;
    }

    static Faces of(Settings settings) {
        return new Faces(Later.of("start-faces", () -> switch (settings.face()) {
            case Settings.Biometrics.Off off -> new AbsentModel();
            case Settings.Biometrics.On on -> loaded(settings.files().models());
        }));
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
        return comparison.get().absence();
    }

    @Override
    public Comparison compare(Portrait probe, Portrait reference) {
        return comparison.get().compare(probe, reference);
    }

    @Override
    public void forget() {
        comparison.get().forget();
    }
}
