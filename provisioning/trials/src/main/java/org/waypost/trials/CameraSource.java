package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.simulated.CameraHttpServer;
import org.waypost.drivers.simulated.CameraScene;
import org.waypost.drivers.simulated.CameraSimulator;

/** A simulated camera of 1280 x 720 on the loopback interface, as a process of its own. */
final class CameraSource {
    private static final String READY = "camera at ";

    private CameraSource() {}

    /** Takes the milliseconds from one picture to the next. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Duration pace = Duration.ofMillis(Integer.parseInt(arguments[0]));
        CameraSimulator camera = new CameraSimulator(new CameraScene(1280, 720), pace, Ticker.SYSTEM);
        try (CameraHttpServer server = new CameraHttpServer(camera)) {
            System.out.println(READY + server.address());
            Thread.currentThread().join();
        }
    }

    static Program program(Duration pace, Path log) throws IOException {
        return new Program(Program.java(CameraSource.class, List.of(), Long.toString(pace.toMillis())), log, READY);
    }

    static String address(Program program) throws IOException, InterruptedException {
        return program.readyLine().substring(READY.length());
    }
}
