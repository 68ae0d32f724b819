package org.waypost.trials;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.waypost.drivers.device.JpegHeader;

/**
 * Two pictures of one person who consented to it.
 *
 * @param person its number or name, as the files begin
 * @param document plays the portrait in the document
 * @param live plays the picture of the camera
 */
record FacePair(String person, Path document, Path live) {
    private static final List<String> DOCUMENTS = List.of("document", "neutral");
    private static final List<String> LIVES = List.of("live", "smiling");

    /**
     * Reads a directory with the folders {@code document} and {@code live} (or {@code neutral} and {@code smiling}), in
     * each one JPEG file or more a person, {@code PERSON.jpg} or {@code PERSON_anything.jpg}; in the order of the
     * persons.
     *
     * @return every document of a person with every live picture of the same person
     * @throws IOException with the next step if there are fewer than four persons with both
     */
    static List<FacePair> in(Path directory) throws IOException {
        List<Path> lives = files(folder(directory, LIVES));
        List<FacePair> pairs = files(folder(directory, DOCUMENTS)).stream()
                .flatMap(document -> lives.stream()
                        .filter(live -> person(live).equals(person(document)))
                        .map(live -> new FacePair(person(document), document, live)))
                .sorted(Comparator.comparing(FacePair::person))
                .toList();
        int persons = persons(pairs).size();
        if (persons < 4) {
            throw new IOException(directory + " holds " + persons + " persons with both pictures: give 4 or more");
        }
        return pairs;
    }

    /** Those shown, sorted. A name that is in two directories is one person's. */
    static List<String> persons(List<FacePair> pairs) {
        return pairs.stream().map(FacePair::person).distinct().sorted().toList();
    }

    /**
     * One half of some people: every second person, with all pictures there are of each.
     *
     * @param first 0 or 1
     * @param persons at most so many people are split, the first by name
     */
    static List<FacePair> half(List<FacePair> pairs, int first, int persons) {
        List<String> people = persons(pairs);
        Set<String> half = new TreeSet<>();
        for (int i = first; i < Math.min(persons, people.size()); i += 2) {
            half.add(people.get(i));
        }
        return pairs.stream().filter(pair -> half.contains(pair.person())).toList();
    }

    private static Path folder(Path directory, List<String> names) throws IOException {
        return names.stream()
                .map(directory::resolve)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IOException("there is no folder " + names.getFirst() + " in " + directory));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
        }
    }

    private static String person(Path file) {
        return file.getFileName().toString().split("[_.]", 2)[0];
    }

    /**
     * The group of each person: lines {@code PERSON,GROUP} of a file {@code groups.csv} in the directory, if there is
     * one. Which groups are told apart is the operator's; Waypost knows none.
     */
    static Map<String, String> groups(Path directory) throws IOException {
        Path file = directory.resolve("groups.csv");
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        Map<String, String> groups = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", -1);
            if (cells.length != 2 || cells[0].isBlank() || cells[1].isBlank()) {
                throw new IOException(file + " has a line that is not PERSON,GROUP: " + line);
            }
            groups.put(cells[0].strip(), cells[1].strip());
        }
        return groups;
    }

    /**
     * A picture, decoded.
     *
     * @throws IOException if it is no JPEG file, or too large
     */
    static BufferedImage image(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (JpegHeader.of(ByteBuffer.wrap(bytes)).isEmpty()) {
            throw new IOException(
                    file + " is no JPEG file, or larger than " + JpegHeader.LONGEST_SIDE + " pixels a side");
        }
        return ImageIO.read(file.toFile());
    }
}
