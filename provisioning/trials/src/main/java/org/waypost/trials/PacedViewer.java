package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.waypost.drivers.camera.Camera;

/**
 * What a terminal holds while it shows a preview at the pace of the camera, as a process of its own with a site's
 * flags: frames are taken as they come, and once a second it is noted what the process holds.
 */
final class PacedViewer {
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(2);

    private PacedViewer() {}

    /**
     * What it noted.
     *
     * @param frames after the warm-up
     * @param seconds of them
     * @param before resident MiB after the warm-up, a tenth of the time
     * @param after resident MiB at the end
     * @param slope of resident memory, MiB an hour, by least squares
     * @param descriptors after the warm-up and most later
     * @param threads after the warm-up and most later
     */
    record Seen(
            int frames,
            double seconds,
            double before,
            double after,
            double slope,
            List<Integer> descriptors,
            List<Integer> threads) {

        static Seen parse(String line) {
            double[] values = Arrays.stream(line.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Seen(
                    (int) values[0],
                    values[1],
                    values[2],
                    values[3],
                    values[4],
                    List.of((int) values[5], (int) values[6]),
                    List.of((int) values[7], (int) values[8]));
        }

        String line() {
            return frames + " " + seconds + " " + before + " " + after + " " + slope + " " + descriptors.getFirst()
                    + " " + descriptors.getLast() + " " + threads.getFirst() + " " + threads.getLast();
        }
    }

    /** What the process holds at a moment. */
    private record Held(double second, double mebibytes, int descriptors, int threads) {

        static Held at(long begin) throws IOException {
            return new Held(
                    (System.nanoTime() - begin) / 1e9,
                    CameraViewer.residentMebibytes(),
                    count(Path.of("/proc/self/fd")),
                    count(Path.of("/proc/self/task")));
        }

        private static int count(Path directory) throws IOException {
            try (Stream<Path> entries = Files.list(directory)) {
                return (int) entries.count();
            }
        }
    }

    /** Takes a driver, an address and seconds. */
    public static void main(String[] arguments) throws IOException {
        Duration time = Duration.ofSeconds(Integer.parseInt(arguments[2]));
        try (Camera camera = CameraViewer.opened(arguments[0], arguments[1])) {
            CameraViewer viewer = new CameraViewer(camera);
            Duration tenth = time.dividedBy(10);
            watched(viewer, tenth.compareTo(LONGEST_WARM_UP) < 0 ? tenth : LONGEST_WARM_UP, new ArrayList<>());
            System.gc();
            List<Held> held = new ArrayList<>();
            int frames = watched(viewer, time, held);
            System.out.println(seen(frames, held).line());
        }
    }

    /** Frames that came in the time, with what was held once a second. */
    private static int watched(CameraViewer viewer, Duration time, List<Held> held) throws IOException {
        long begin = System.nanoTime();
        held.add(Held.at(begin));
        int frames = 0;
        for (long now = begin; now - begin < time.toNanos(); now = System.nanoTime()) {
            viewer.page();
            frames++;
            if ((now - begin) / 1e9 >= held.getLast().second() + 1) {
                held.add(Held.at(begin));
            }
        }
        held.add(Held.at(begin));
        return frames;
    }

    private static Seen seen(int frames, List<Held> held) {
        Held first = held.getFirst();
        Held last = held.getLast();
        List<Held> later = held.subList(1, held.size());
        return new Seen(
                frames,
                last.second(),
                first.mebibytes(),
                last.mebibytes(),
                3_600 * slope(held),
                List.of(
                        first.descriptors(),
                        later.stream().mapToInt(Held::descriptors).max().orElseThrow()),
                List.of(
                        first.threads(),
                        later.stream().mapToInt(Held::threads).max().orElseThrow()));
    }

    /** MiB a second, by least squares. */
    private static double slope(List<Held> held) {
        double middle = held.stream().mapToDouble(Held::second).average().orElseThrow();
        double level = held.stream().mapToDouble(Held::mebibytes).average().orElseThrow();
        double both = 0;
        double square = 0;
        for (Held at : held) {
            both += (at.second() - middle) * (at.mebibytes() - level);
            square += (at.second() - middle) * (at.second() - middle);
        }
        return both / square;
    }
}
