package org.waypost.kiosk;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.contract.Health;
import org.waypost.kiosk.registry.ModelHealth;

/** The face models among the devices of a terminal, in the words of the contract. */
final class Models {
    private static final String NAME = "faces";

    private Models() {}

    static Health.Device device(ModelHealth models) {
        Health.Condition condition = models.obstacle().map(Models::condition).orElse(Health.Condition.WORKING);
        boolean works = condition == Health.Condition.WORKING;
        return new Health.Device(
                Health.Kind.FACE_COMPARISON,
                NAME,
                condition,
                works ? Optional.empty() : Optional.of(models.since().truncatedTo(ChronoUnit.HOURS)),
                works ? Health.Remedy.NONE : Health.Remedy.IMPORT_MODELS,
                models.obstacle().map(Models::identity).orElse(Health.Identity.CONFIRMED));
    }

    private static Health.Condition condition(Obstacle obstacle) {
        return switch (obstacle) {
            case MODEL_ABSENT -> Health.Condition.ABSENT;
            case MODEL_CHANGED, MODEL_FAILED, SELF_TEST_NOT_RECORDED, UNCALIBRATED -> Health.Condition.FAULTY;
            case NO_FACE,
                    SEVERAL_FACES,
                    TOO_SMALL,
                    TOO_DARK,
                    TOO_BRIGHT,
                    GREY,
                    TURNED_AWAY,
                    BLURRED,
                    NEAR_THRESHOLD,
                    NOT_LIVE -> Health.Condition.WORKING;
        };
    }

    /** Whether the files are those whose digests were pinned when they were imported. */
    private static Health.Identity identity(Obstacle obstacle) {
        return switch (obstacle) {
            case MODEL_ABSENT, MODEL_FAILED -> Health.Identity.NOT_COMPARED;
            case MODEL_CHANGED -> Health.Identity.DIFFERS;
            case SELF_TEST_NOT_RECORDED,
                    UNCALIBRATED,
                    NO_FACE,
                    SEVERAL_FACES,
                    TOO_SMALL,
                    TOO_DARK,
                    TOO_BRIGHT,
                    GREY,
                    TURNED_AWAY,
                    BLURRED,
                    NEAR_THRESHOLD,
                    NOT_LIVE -> Health.Identity.CONFIRMED;
        };
    }
}
