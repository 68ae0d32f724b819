package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** All trials of a report's way one after another, so that one command prints the whole table; about three hours. */
final class ReportsTrial implements Trial {
    private final List<Trial> parts;

    ReportsTrial(List<Trial> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public String purpose() {
        return "all of " + String.join(", ", parts.stream().map(Trial::name).toList()) + "; some three hours";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        for (Trial part : parts) {
            part.run(Files.createDirectory(directory.resolve(part.name())), figures);
        }
    }
}
