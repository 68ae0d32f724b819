package org.waypost.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path directory;

    @Test
    void aPrivateKeyIsReadableByItsOwnerAloneAndNeverOverwritten() throws GeneralSecurityException, IOException {
        KeyFile file = new KeyFile(directory.resolve("signing.json"));
        file.writePrivate(KeyFile.newSigningKey());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
        assertThrows(FileAlreadyExistsException.class, () -> file.writePrivate(KeyFile.newSigningKey()));
        new Signer(file.read()).sign("text");
    }

    @Test
    void aPublicFileCannotSign() throws GeneralSecurityException, IOException {
        KeyFile file = new KeyFile(directory.resolve("public.json"));
        file.writePublic(KeyFile.newSigningKey());
        assertThrows(KeyFailure.class, () -> new Signer(file.read()));
    }

    @Test
    void saysWhichFileIsMissingOrNoKey() throws IOException {
        Path none = directory.resolve("none.json");
        Path junk = Files.writeString(directory.resolve("junk.json"), "{\"key\":[{}]}");
        assertTrue(message(none).contains(none.toString()));
        assertTrue(message(junk).contains("enrol"));
    }

    @Test
    void aKeyOfTheWrongKindIsRefused() throws GeneralSecurityException {
        var signing = KeyFile.newSigningKey();
        assertThrows(KeyFailure.class, () -> new DocumentBlinder(signing));
        assertThrows(KeyFailure.class, () -> new ReportOpener(signing));
    }

    private static String message(Path path) {
        return String.valueOf(
                assertThrows(KeyFailure.class, () -> new KeyFile(path).read()).getMessage());
    }
}
