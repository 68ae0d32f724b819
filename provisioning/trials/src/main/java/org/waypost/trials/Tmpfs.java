package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small file system in memory, which only root may mount. */
final class Tmpfs implements AutoCloseable {
    private final Path mounted;

    /**
     * Mounts one.
     *
     * @throws IOException if this user may not
     */
    Tmpfs(Path at, int mebibytes) throws IOException, InterruptedException {
        this.mounted = Files.createDirectories(at);
        run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + mebibytes + "m", "waypost", at.toString());
    }

    Path path() {
        return mounted;
    }

    /** Takes all room but this. */
    void fill(int leave) throws IOException {
        Path filler = mounted.resolve("filler");
        long room = Files.getFileStore(mounted).getUsableSpace() - leave;
        try (OutputStream out = Files.newOutputStream(filler)) {
            out.write(new byte[(int) Math.max(0, room)]);
        }
    }

    void empty() throws IOException {
        Files.deleteIfExists(mounted.resolve("filler"));
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", mounted.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said.strip());
        }
    }
}
