package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People are split, never pictures: however many pictures and directories there are of one. */
class FacePairTest {
    @TempDir
    Path folder;

    private Path directory(String name, String... files) throws IOException {
        Path directory = Files.createDirectory(folder.resolve(name));
        for (String kind : List.of("document", "live")) {
            Path pictures = Files.createDirectory(directory.resolve(kind));
            for (String file : files) {
                Files.createFile(pictures.resolve(file));
            }
        }
        return directory;
    }

    @Test
    void allPicturesOfAPersonAreInOneHalf() throws IOException {
        List<FacePair> pairs = new ArrayList<>(FacePair.in(
                directory("one", "01_a.jpg", "01_b.jpg", "02.jpg", "03.jpg", "04.jpg", "05_a.jpg", "05_b.jpg")));
        pairs.addAll(FacePair.in(directory("two", "02.jpg", "03_x.jpg", "05.jpg", "06.jpg")));
        List<FacePair> even = FacePair.half(pairs, 0, Integer.MAX_VALUE);
        List<FacePair> odd = FacePair.half(pairs, 1, Integer.MAX_VALUE);
        assertEquals(List.of("01", "03", "05"), FacePair.persons(even));
        assertEquals(List.of("02", "04", "06"), FacePair.persons(odd));
        assertEquals(pairs.size(), even.size() + odd.size());
        assertEquals(4, even.stream().filter(pair -> pair.person().equals("01")).count());
        assertTrue(pairs.stream()
                .allMatch(pair -> pair.live().getFileName().toString().startsWith(pair.person())));
    }

    @Test
    void asManyPeopleAreSplitAsAreAskedFor() throws IOException {
        List<FacePair> pairs = FacePair.in(directory("one", "01.jpg", "02.jpg", "03.jpg", "04.jpg", "05.jpg"));
        assertEquals(List.of("01", "03"), FacePair.persons(FacePair.half(pairs, 0, 3)));
        assertEquals(List.of("02"), FacePair.persons(FacePair.half(pairs, 1, 3)));
    }
}
