package org.waypost.trials;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuzzPlantsTest {
    @TempDir
    private Path directory;

    @Test
    void everyPlantFindsItsInstructionsAndMakesASoundClass() throws IOException {
        for (Plant plant : Plants.ALL) {
            Path root = directory.resolve(plant.name());
            plant.into(root);
            try (Stream<Path> files = Files.walk(root)) {
                Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
                assertEquals(List.of(), ClassFile.of().verify(file), plant.name());
            }
        }
    }

    @Test
    void aPlantWhoseInstructionIsGoneFailsTheTrial() {
        Plant gone = new Plant(
                "gone", FuzzTarget.MRZ_ZONE, "mrz.CheckDigit", "of", new Edit.Constant(4711, 1, 1), "nothing there");
        assertThrows(IllegalStateException.class, () -> gone.into(directory));
    }

    @Test
    void thereAreTwentyPlantsAndMoreOverAllParsers() {
        assertTrue(Plants.ALL.size() >= 20);
        Set<String> names = Plants.ALL.stream().map(Plant::name).collect(toSet());
        assertEquals(Plants.ALL.size(), names.size());
        var byTarget = Plants.ALL.stream().collect(groupingBy(Plant::target));
        assertTrue(FuzzTarget.ALL.stream()
                .allMatch(target -> byTarget.getOrDefault(target, List.of()).size() >= 2));
    }

    @Test
    void everySeedPassesOnTheProduct() {
        for (FuzzTarget target : FuzzTarget.ALL) {
            assertTrue(target.seeds().size() >= 5, target.label());
            target.seeds().forEach(seed -> assertEquals(Optional.empty(), target.thrownBy(seed), target.label()));
            assertEquals(Optional.empty(), target.thrownBy(new byte[0]), target.label());
        }
    }
}
