package org.waypost.trials;

import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Many disks as they may look when the power failed at some moment of a recording.
 *
 * @param recording what is done again
 * @param judge what each disk is shown to
 * @param seed of the first image; the next has the next
 */
record CrashImages(Recording recording, Verdict.Judge judge, long seed) {
    private static final System.Logger LOG = System.getLogger(CrashImages.class.getName());
    private static final PowerCut[] CUTS = PowerCut.values();

    /** What was found, over all images. */
    Tally judge(int images) throws IOException {
        Tally tally = new Tally(0, 0, 0);
        for (int image = 0; image < images; image++) {
            Verdict verdict = image(seed + image);
            tally = tally.with(verdict);
            if (!(verdict instanceof Verdict.Whole) && tally.bad() == 1) {
                LOG.log(WARNING, "the first bad image has the seed {0,number,#}: {1}", seed + image, verdict);
            }
        }
        return tally;
    }

    private Verdict image(long itsSeed) throws IOException {
        // neighbouring seeds of java.util.Random begin alike
        RandomGenerator random = new SplittableRandom(itsSeed);
        List<DiskOp> operations = recording.operations();
        CrashDisk disk = new CrashDisk(recording.before());
        operations.subList(0, 1 + random.nextInt(operations.size())).forEach(disk::apply);
        try (Scratch scratch = Scratch.inMemory()) {
            Path directory = scratch.path();
            disk.cut(CUTS[random.nextInt(CUTS.length)], random, directory);
            return judge.of(directory, disk.said());
        }
    }

    /** How many images were whole, had lost something, were damaged. */
    record Tally(int whole, int lost, int damaged) {
        int bad() {
            return lost + damaged;
        }

        private Tally with(Verdict verdict) {
            return switch (verdict) {
                case Verdict.Whole good -> new Tally(whole + 1, lost, damaged);
                case Verdict.Lost bad -> new Tally(whole, lost + 1, damaged);
                case Verdict.Damaged bad -> new Tally(whole, lost, damaged + 1);
            };
        }
    }
}
