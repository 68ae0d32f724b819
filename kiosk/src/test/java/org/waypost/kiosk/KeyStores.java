package org.waypost.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The key stores of a terminal under test: made once per build, for keytool is a Java machine of its own each time. */
final class KeyStores {
    /** The terminal's key, and whom it trusts. */
    static final List<String> NAMES = List.of("key.p12", "trust.p12");

    private static final Path PLACE = Path.of("target", "test-key-stores");

    private KeyStores() {}

    /** The directory that holds them; two test machines that make them at once leave one whole set. */
    static Path made(String password) throws IOException, InterruptedException {
        if (!Files.exists(PLACE)) {
            Path fresh = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "key-stores");
            make(fresh, password);
            publish(fresh);
        }
        return PLACE;
    }

    private static void publish(Path fresh) throws IOException {
        try {
            Files.move(fresh, PLACE, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.exists(PLACE)) {
                throw e;
            }
            for (String name : List.of("key.p12", "trust.p12", "key.der")) {
                Files.delete(fresh.resolve(name));
            }
            Files.delete(fresh);
        }
    }

    private static void make(Path directory, String password) throws IOException, InterruptedException {
        List<String> common = List.of("-storetype", "PKCS12", "-storepass", password);
        keytool(
                directory,
                common,
                "-genkeypair",
                "-alias",
                "terminal",
                "-keyalg",
                "EC",
                "-validity",
                "36500",
                "-dname",
                "CN=counter-1",
                "-keystore",
                "key.p12");
        keytool(directory, common, "-exportcert", "-alias", "terminal", "-file", "key.der", "-keystore", "key.p12");
        keytool(
                directory,
                common,
                "-importcert",
                "-noprompt",
                "-alias",
                "ca",
                "-file",
                "key.der",
                "-keystore",
                "trust.p12");
    }

    private static void keytool(Path directory, List<String> common, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(Arrays.asList(arguments));
        command.addAll(common);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
