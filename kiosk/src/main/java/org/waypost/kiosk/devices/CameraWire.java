package org.waypost.kiosk.devices;

import static java.lang.System.Logger.Level.DEBUG;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.simulated.CameraFault;
import org.waypost.drivers.simulated.CameraHttpServer;
import org.waypost.drivers.simulated.CameraSimulator;

/** A camera that streams on the loopback interface. */
final class CameraWire implements WireSimulator {
    private static final System.Logger LOG = System.getLogger(CameraWire.class.getName());

    private final int port;
    private final CameraSimulator camera = new CameraSimulator();
    private final CountDownLatch closed = new CountDownLatch(1);

    CameraWire(WireWish wish) {
        wish.only();
        port = port(wish.place(DeviceAddress.Scheme.MJPEG));
    }

    private static int port(String place) {
        if (!place.matches("http://127\\.0\\.0\\.1:[0-9]{4,5}/stream")) {
            throw new Misuse("a camera is simulated at mjpeg:http://127.0.0.1:PORT/stream");
        }
        return URI.create(place).getPort();
    }

    @Override
    public Map<String, Runnable> faults() {
        return Map.of(
                "torn", () -> camera.arm(new CameraFault.Torn(3_000)),
                "silence", () -> camera.arm(new CameraFault.Silence(Duration.ofSeconds(5))),
                "garbage", () -> camera.arm(new CameraFault.Garbage(50_000)),
                "too-large", () -> camera.arm(new CameraFault.Announced(20_000, 20_000)),
                "endless", () -> camera.arm(new CameraFault.Endless(5_000_000)),
                "end", () -> camera.arm(new CameraFault.EndOfStream()));
    }

    @Override
    public String specimen() {
        return "an empty drawn scene";
    }

    @Override
    public void present() {
        camera.plug();
    }

    @Override
    public void remove() {
        camera.unplug();
    }

    @Override
    public boolean isFleeting() {
        return false;
    }

    @Override
    public void serve() throws LinkLost {
        try (CameraHttpServer server = new CameraHttpServer(camera, port)) {
            LOG.log(DEBUG, "the simulated camera streams at {0}", server.address());
            closed.await();
        } catch (IOException taken) {
            throw new LinkLost("port " + port + " cannot be opened", taken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
