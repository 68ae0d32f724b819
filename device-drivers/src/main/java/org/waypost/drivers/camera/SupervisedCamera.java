package org.waypost.drivers.camera;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Supervised;

/** A camera whose driver may hang or fail. A second consumer is turned away before that: it is no matter of health. */
final class SupervisedCamera implements Camera {
    private final OneConsumer consumer = new OneConsumer();
    private final Supervised<Camera> device;
    private volatile Optional<Delivery> delivery = Optional.empty();

    SupervisedCamera(Supervised<Camera> device) {
        this.device = device;
    }

    @Override
    public Reading<Frame> preview(Duration patience) {
        return use(patience, camera -> camera.preview(patience), Frame::close);
    }

    @Override
    public Reading<Portrait> photograph(Duration patience) {
        return use(patience, camera -> camera.photograph(patience), Portrait::close);
    }

    private <T> Reading<T> use(Duration patience, Function<Camera, Reading<T>> verb, Consumer<T> unseen) {
        return consumer.use(() -> device.use(patience.plus(LONGEST_START), camera -> told(camera, verb), unseen));
    }

    private <T> Reading<T> told(Camera camera, Function<Camera, Reading<T>> verb) {
        Reading<T> reading = verb.apply(camera);
        delivery = camera.delivery();
        return reading;
    }

    @Override
    public Optional<Delivery> delivery() {
        return delivery;
    }

    @Override
    public Identity identity() {
        return device.health().identity();
    }

    @Override
    public void close() {
        device.close();
    }
}
