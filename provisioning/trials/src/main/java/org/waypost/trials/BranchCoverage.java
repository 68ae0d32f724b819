package org.waypost.trials;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.tools.ExecFileLoader;

/** Which branches of the parsers the inputs of the fuzz targets reach, by JaCoCo in a process without the fuzzer. */
final class BranchCoverage {
    private final List<String> replayed = new ArrayList<>();
    private final Path record;

    BranchCoverage(Path directory) {
        this.record = directory.resolve("jacoco.exec");
    }

    /** Adds the inputs of a run. */
    void add(FuzzTarget target, FuzzRun run) {
        replayed.addAll(List.of(
                target.label(),
                run.seeds().toString(),
                target.label(),
                run.corpus().toString()));
    }

    /** One parser with the classes nested in it. */
    record Parser(String name, int branches, int missed, List<Integer> lines) {}

    /** Replays and analyses; the parsers in the order of the targets. */
    List<Parser> measured() throws IOException, InterruptedException {
        replay();
        ExecFileLoader executed = new ExecFileLoader();
        executed.load(record.toFile());
        List<Parser> parsers = new ArrayList<>();
        for (String parser : parsers()) {
            CoverageBuilder found = new CoverageBuilder();
            Analyzer analyzer = new Analyzer(executed.getExecutionDataStore(), found);
            for (String type : withNested(parser)) {
                analyze(analyzer, type);
            }
            parsers.add(summed(parser, found.getClasses().stream().toList()));
        }
        return parsers;
    }

    private static List<String> parsers() {
        return FuzzTarget.ALL.stream()
                .flatMap(target -> target.parsers().stream())
                .distinct()
                .toList();
    }

    private static List<String> withNested(String parser) throws IOException {
        try {
            return nested(Class.forName(parser)).map(Class::getName).toList();
        } catch (ClassNotFoundException gone) {
            throw new IOException("a parser is gone: " + parser, gone);
        }
    }

    private static Stream<Class<?>> nested(Class<?> type) {
        return Stream.concat(
                Stream.of(type), Arrays.stream(type.getDeclaredClasses()).flatMap(BranchCoverage::nested));
    }

    private static void analyze(Analyzer analyzer, String type) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(type.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new IOException("no class file of " + type);
            }
            analyzer.analyzeClass(in, type);
        }
    }

    private static Parser summed(String name, List<IClassCoverage> classes) {
        int branches = 0;
        int missed = 0;
        List<Integer> lines = new ArrayList<>();
        for (IClassCoverage type : classes) {
            branches += type.getBranchCounter().getTotalCount();
            missed += type.getBranchCounter().getMissedCount();
            for (int line = type.getFirstLine(); line > 0 && line <= type.getLastLine(); line++) {
                ICounter counter = type.getLine(line).getBranchCounter();
                if (counter.getMissedCount() > 0) {
                    lines.add(line);
                }
            }
        }
        return new Parser(name.replace("org.waypost.", "").replace("drivers.", ""), branches, missed, lines);
    }

    private void replay() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(FuzzRun.java());
        command.addAll(List.of(
                "-javaagent:" + agent() + "=destfile=" + record + ",includes=org.waypost.*",
                "-cp",
                System.getProperty("java.class.path"),
                FuzzReplay.class.getName()));
        command.addAll(replayed);
        Path log = record.resolveSibling("replay.log");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("an input did not pass again: " + Files.readString(log));
        }
    }

    /** On the class path itself, or in the directory of libraries beside a jar on it. */
    private static Path agent() throws IOException {
        for (String entry : System.getProperty("java.class.path").split(":", -1)) {
            Path place = Path.of(entry).toAbsolutePath();
            Optional<Path> agent = isAgent(place) ? Optional.of(place) : in(place.resolveSibling("lib"));
            if (agent.isPresent()) {
                return agent.get();
            }
        }
        throw new IOException("the agent of JaCoCo is not on the class path");
    }

    private static Optional<Path> in(Path libraries) throws IOException {
        if (!Files.isDirectory(libraries)) {
            return Optional.empty();
        }
        try (Stream<Path> jars = Files.list(libraries)) {
            return jars.filter(BranchCoverage::isAgent).findFirst();
        }
    }

    private static boolean isAgent(Path jar) {
        return jar.getFileName().toString().matches("org\\.jacoco\\.agent-.*-runtime\\.jar");
    }
}
