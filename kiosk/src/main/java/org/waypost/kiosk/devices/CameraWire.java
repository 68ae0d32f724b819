package org.waypost.kiosk.devices;

import static java.lang.System.Logger.Level.DEBUG;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.simulated.CameraFault;
import org.waypost.drivers.simulated.CameraHttpServer;
import org.waypost.drivers.simulated.CameraRtspServer;
import org.waypost.drivers.simulated.CameraSimulator;
import org.waypost.drivers.simulated.RtspCoding;

/** A camera that streams on the loopback interface. */
final class CameraWire implements WireSimulator {
    private static final System.Logger LOG = System.getLogger(CameraWire.class.getName());
    private static final Pattern LOCAL = Pattern.compile("(?:mjpeg:http|rtsp)://127\\.0\\.0\\.1:([0-9]{4,5})/stream");

    private final DeviceAddress address;
    private final int port;
    private final CameraSimulator camera = new CameraSimulator();
    private final CountDownLatch closed = new CountDownLatch(1);

    CameraWire(WireWish wish) {
        wish.only();
        address = wish.address();
        port = port(address.toString());
    }

    private static int port(String address) {
        Matcher local = LOCAL.matcher(address);
        if (!local.matches()) {
            throw new Misuse(
                    "a camera is simulated at mjpeg:http://127.0.0.1:PORT/stream or rtsp://127.0.0.1:PORT/stream");
        }
        return Integer.parseInt(local.group(1));
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
        try (Closeable door = door()) {
            LOG.log(DEBUG, "the simulated camera streams at {0}: {1}", address, door);
            closed.await();
        } catch (IOException taken) {
            throw new LinkLost("port " + port + " cannot be opened", taken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Closeable door() throws IOException {
        return address.scheme() == DeviceAddress.Scheme.RTSP
                ? new CameraRtspServer(camera, RtspCoding.JPEG, port)
                : new CameraHttpServer(camera, port);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
