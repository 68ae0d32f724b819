package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs the inputs of directories once each, target by target, so that an agent can see what they reach. */
final class FuzzReplay {
    private FuzzReplay() {}

    /**
     * Replays.
     *
     * @param arguments label of a target and a directory, as often as wanted
     */
    public static void main(String[] arguments) throws IOException {
        for (int i = 0; i < arguments.length; i += 2) {
            replay(FuzzTarget.labelled(arguments[i]), Path.of(arguments[i + 1]));
        }
    }

    private static void replay(FuzzTarget target, Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> inputs = files.sorted().toList();
            for (Path input : inputs) {
                target.thrownBy(Files.readAllBytes(input)).ifPresent(thrown -> {
                    throw new IllegalStateException(target.label() + " " + input, thrown);
                });
            }
        }
    }
}
