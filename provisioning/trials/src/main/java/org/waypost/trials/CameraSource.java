package org.waypost.trials;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.simulated.CameraHttpServer;
import org.waypost.drivers.simulated.CameraRtspServer;
import org.waypost.drivers.simulated.CameraScene;
import org.waypost.drivers.simulated.CameraSimulator;

/** A simulated camera of 1280 x 720 on the loopback interface, as a process of its own. */
final class CameraSource {
    private static final String READY = "camera at ";

    private CameraSource() {}

    /** Takes the milliseconds from one picture to the next, and {@code http}, {@code rtsp} or the path of a pipe. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Duration pace = Duration.ofMillis(Integer.parseInt(arguments[0]));
        CameraSimulator camera = new CameraSimulator(new CameraScene(1280, 720), pace, Ticker.SYSTEM);
        switch (arguments[1]) {
            case "http" -> {
                try (CameraHttpServer server = new CameraHttpServer(camera)) {
                    ready(server.address());
                }
            }
            case "rtsp" -> {
                try (CameraRtspServer server = new CameraRtspServer(camera)) {
                    ready(server.address());
                }
            }
            default -> piped(camera, arguments[1]);
        }
    }

    private static void ready(String address) throws InterruptedException {
        System.out.println(READY + address);
        Thread.currentThread().join();
    }

    /** As a helper of a ribbon camera writes; opened for both directions, so that nobody waits for the other. */
    private static void piped(CameraSimulator camera, String pipe) throws IOException {
        System.out.println(READY + pipe);
        camera.serve(FileChannel.open(Path.of(pipe), StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    static Program program(Duration pace, Path log) throws IOException {
        return program(pace, "http", log);
    }

    static Program program(Duration pace, String way, Path log) throws IOException {
        String millis = Long.toString(pace.toMillis());
        return new Program(Program.java(CameraSource.class, List.of(), millis, way), log, READY);
    }

    static String address(Program program) throws IOException, InterruptedException {
        return program.readyLine().substring(READY.length());
    }
}
