package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Everything one program did to one directory, from its start to its end.
 *
 * @param before what lay there when it began
 * @param operations in their order
 */
record Recording(Map<String, byte[]> before, List<DiskOp> operations) {
    private static final String CALLS =
            "trace=openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat";

    /** Longer than any single write. */
    private static final String LONGEST = "4000000";

    static boolean possible() {
        return Files.isExecutable(Path.of("/usr/bin/strace"));
    }

    /**
     * Runs a program under strace and checks the recording: done again on a disk that loses nothing, it must give the
     * very files that are there.
     *
     * @param directory what the program writes to; real path, no link
     * @param command ends by itself
     */
    static Recording of(Path directory, Path trace, List<String> command) throws IOException, InterruptedException {
        Map<String, byte[]> before = files(directory);
        Path said = trace.resolveSibling(trace.getFileName() + ".said");
        List<String> traced = new ArrayList<>(List.of(
                "strace", "-f", "--seccomp-bpf", "-y", "-xx", "-s", LONGEST, "-o", trace.toString(), "-e", CALLS));
        traced.addAll(command);
        Process process = new ProcessBuilder(traced)
                .redirectOutput(said.toFile())
                .redirectError(
                        trace.resolveSibling(trace.getFileName() + ".log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("the recorded program failed: "
                    + Files.readString(trace.resolveSibling(trace.getFileName() + ".log")));
        }
        Recording recording = new Recording(before, DiskTrace.read(trace, directory, said, before.keySet()));
        recording.check(directory, Files.createDirectory(trace.resolveSibling(trace.getFileName() + ".again")));
        return recording;
    }

    private void check(Path directory, Path again) throws IOException {
        CrashDisk disk = new CrashDisk(before);
        operations.forEach(disk::apply);
        disk.cut(PowerCut.ALL_PENDING_SURVIVES, new Random(), again);
        Map<String, byte[]> real = files(directory);
        Map<String, byte[]> replayed = files(again);
        if (!real.keySet().equals(replayed.keySet())) {
            throw new IOException("the recording gives " + replayed.keySet() + " instead of " + real.keySet());
        }
        for (String name : real.keySet()) {
            if (Files.mismatch(directory.resolve(name), again.resolve(name)) >= 0) {
                throw new IOException("the recording gives another " + name);
            }
        }
    }

    private static Map<String, byte[]> files(Path directory) throws IOException {
        Map<String, byte[]> found = new HashMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file :
                    all.filter(path -> !path.toString().endsWith("-shm")).toList()) {
                found.put(file.getFileName() + "", Files.readAllBytes(file));
            }
        }
        return found;
    }
}
