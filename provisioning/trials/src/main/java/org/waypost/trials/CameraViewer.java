package org.waypost.trials;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.waypost.drivers.camera.Camera;
import org.waypost.drivers.camera.Frame;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.device.Opening;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;

/**
 * What a terminal does with a camera, as a process of its own with a site's flags: takes each preview frame as a page
 * would, and now and then a still picture.
 */
final class CameraViewer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Camera camera;
    private int stills;

    CameraViewer(Camera camera) {
        this.camera = camera;
    }

    /**
     * What it measured.
     *
     * @param seconds of wall time for the frames
     * @param core share of one core, 0..1 and above
     * @param before resident MiB before
     * @param after resident MiB after
     * @param stills still pictures taken in between
     */
    record Seen(int frames, double seconds, double core, double before, double after, int stills) {

        static Seen parse(String line) {
            double[] values = Arrays.stream(line.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Seen((int) values[0], values[1], values[2], values[3], values[4], (int) values[5]);
        }

        String line() {
            return frames + " " + seconds + " " + core + " " + before + " " + after + " " + stills;
        }
    }

    /** Takes an address, frames before the measurement, frames of it, and frames between still pictures (0: none). */
    public static void main(String[] arguments) throws IOException {
        int stillEvery = Integer.parseInt(arguments[3]);
        try (Camera camera = opened("mjpeg", "mjpeg:" + arguments[0])) {
            CameraViewer viewer = new CameraViewer(camera);
            viewer.look(Integer.parseInt(arguments[1]), stillEvery);
            System.out.println(
                    viewer.measured(Integer.parseInt(arguments[2]), stillEvery).line());
        }
    }

    static List<String> command(String address, int before, int frames, int stillEvery, Path cache) {
        return Program.java(
                CameraViewer.class,
                List.of("-Dorg.bytedeco.javacpp.cachedir=" + cache),
                address,
                Integer.toString(before),
                Integer.toString(frames),
                Integer.toString(stillEvery));
    }

    static Camera opened(String driver, String address) {
        var wish = new DriverCatalog.Wish(
                DeviceKind.CAMERA, driver, DeviceAddress.parse(address).orElseThrow(), Map.of());
        var host = new DeviceDriver.Host(Clock.systemUTC(), Ticker.SYSTEM);
        return switch (DriverCatalog.installed(CameraViewer.class.getClassLoader())
                .open(wish, Camera.class, host)) {
            case Opening.Opened<Camera> opened -> opened.device();
            case Opening.Refused<Camera> refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private Seen measured(int frames, int stillEvery) throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        stills = 0;
        double before = residentMebibytes();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        look(frames, stillEvery);
        double nanos = System.nanoTime() - start;
        double used = system.getProcessCpuTime() - cpu;
        return new Seen(frames, nanos / 1e9, used / nanos, before, residentMebibytes(), stills);
    }

    private void look(int frames, int stillEvery) throws IOException {
        for (int frame = 1; frame <= frames; frame++) {
            page();
            if (stillEvery > 0 && frame % stillEvery == 0) {
                still();
            }
        }
    }

    /** Takes the next frame as a page would. */
    void page() throws IOException {
        switch (camera.preview(PATIENCE)) {
            case Reading.Taken<Frame> taken -> {
                try (Frame frame = taken.value()) {
                    frame.writeTo(OutputStream.nullOutputStream());
                }
            }
            case Reading.Nobody<Frame> nobody -> throw new IOException("no frame came");
            case Reading.Faulty<Frame> faulty -> throw new IOException("no frame: " + faulty.fault());
        }
    }

    private void still() throws IOException {
        switch (camera.photograph(PATIENCE)) {
            case Reading.Taken<Portrait> taken -> {
                taken.value().close();
                stills++;
            }
            case Reading.Nobody<Portrait> nobody -> throw new IOException("no picture came");
            case Reading.Faulty<Portrait> faulty -> throw new IOException("no picture: " + faulty.fault());
        }
    }

    static double residentMebibytes() throws IOException {
        String status = Files.readString(Path.of("/proc/self/status"));
        return status.lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024.0;
    }
}
