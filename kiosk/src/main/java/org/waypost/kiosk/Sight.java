package org.waypost.kiosk;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.verification.Desk;
import org.waypost.drivers.camera.Frame;
import org.waypost.drivers.device.Health;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;

/**
 * What a terminal sees people with.
 *
 * @param faces compares them
 * @param eye the camera, if there is one
 * @param monitor of the camera
 */
record Sight(Faces faces, Optional<Eye> eye, HealthMonitor monitor) {

    static Sight of(Settings settings, HealthMonitor monitor, InstantSource clock) {
        return new Sight(
                Faces.of(settings, clock), settings.eye().map(camera -> Eye.of(camera, monitor, clock)), monitor);
    }

    /** Whether faces are compared here. */
    boolean comparesFaces() {
        return faces.on();
    }

    Desk desk() {
        Supplier<Reading<Portrait>> pictures = () -> eye.map(Eye::get).orElseGet(Reading.Nobody::new);
        return new Desk(faces::of, pictures);
    }

    /** Frames for the page of a registrar; none where no face is compared. */
    Optional<Supplier<Reading<Frame>>> frames() {
        return eye.filter(any -> faces.on()).map(camera -> camera::frame);
    }

    List<Health> devices() {
        return eye.map(camera -> monitor.health()).stream().toList();
    }

    void tick() {
        eye.ifPresent(Eye::tick);
    }

    void close() {
        eye.ifPresent(Eye::close);
    }
}
