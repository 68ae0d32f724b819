package org.waypost.agent.face;

import java.util.Optional;
import org.waypost.drivers.device.Portrait;

/** Compares by a model, at the thresholds of its calibration. Safe for use by several threads, one at a time. */
final class FaceComparer implements FaceComparison {
    private static final System.Logger LOG = System.getLogger(FaceComparer.class.getName());
    private static final int DIGITS = 12;

    private final FaceEngine engine;
    private final Calibration calibration;

    FaceComparer(FaceEngine engine, Calibration calibration) {
        this.engine = engine;
        this.calibration = calibration;
    }

    @Override
    public Optional<Obstacle> absence() {
        return Optional.empty();
    }

    @Override
    public Comparison compare(Portrait probe, Portrait reference) {
        try {
            return switch (engine.measure(probe, reference)) {
                case FaceMeasurement.Unusable unusable ->
                    new Comparison.Unanswered(
                            unusable.obstacle(),
                            Optional.of(unusable.side()),
                            Optional.of(basis(unusable.live(), unusable.document())));
                case FaceMeasurement.Measured measured -> judged(measured);
            };
        } catch (RuntimeException | OutOfMemoryError ofTheLibrary) {
            // OpenCV throws for what it cannot compute, JavaCPP beyond its bound of native memory: neither names a
            // pixel
            LOG.log(System.Logger.Level.WARNING, "two faces could not be compared: {0}", ofTheLibrary.getClass());
            return Comparison.Unanswered.of(Obstacle.MODEL_FAILED);
        }
    }

    private Comparison judged(FaceMeasurement.Measured measured) {
        Basis basis = basis(Optional.of(measured.live()), Optional.of(measured.document()));
        if (measured.similarity() >= calibration.supports()) {
            return new Comparison.Same(basis);
        }
        return measured.similarity() < calibration.notSupports()
                ? new Comparison.Different(basis)
                : new Comparison.Unanswered(Obstacle.NEAR_THRESHOLD, Optional.empty(), Optional.of(basis));
    }

    private Basis basis(Optional<FaceQuality> live, Optional<FaceQuality> document) {
        return new Basis(
                calibration.model().substring(0, DIGITS),
                calibration.supports(),
                calibration.notSupports(),
                live,
                document);
    }

    @Override
    public void forget() {
        engine.forget();
    }
}
