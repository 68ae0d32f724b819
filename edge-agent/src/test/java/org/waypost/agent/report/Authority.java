package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A certificate authority of one test, in a directory of its own; made by openssl and the JDK's keytool. */
record Authority(Path directory) {
    private static final String PASSWORD = "test-only";

    static Authority in(Path directory) throws IOException, InterruptedException {
        Authority made = new Authority(Files.createDirectories(directory));
        made.openssl(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=Test authority",
                "-keyout",
                "ca.key",
                "-out",
                "ca.pem");
        made.run(
                keytool(),
                "-importcert",
                "-noprompt",
                "-alias",
                "ca",
                "-file",
                "ca.pem",
                "-keystore",
                "trust.p12",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        Files.writeString(made.file("password"), PASSWORD + "\n");
        Files.setPosixFilePermissions(made.file("password"), PosixFilePermissions.fromString("rw-------"));
        return made;
    }

    /** A key and certificate in PEM and PKCS #12, valid for the host name localhost. */
    void issue(String name) throws IOException, InterruptedException {
        Files.writeString(file(name + ".ext"), "subjectAltName=DNS:localhost\n");
        openssl(
                "req",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-subj",
                "/CN=" + name,
                "-keyout",
                name + ".key",
                "-out",
                name + ".csr");
        openssl(
                "x509",
                "-req",
                "-days",
                "2",
                "-in",
                name + ".csr",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-extfile",
                name + ".ext",
                "-out",
                name + ".pem");
        openssl(
                "pkcs12",
                "-export",
                "-in",
                name + ".pem",
                "-inkey",
                name + ".key",
                "-certfile",
                "ca.pem",
                "-name",
                name,
                "-passout",
                "pass:" + PASSWORD,
                "-out",
                name + ".p12");
    }

    /** As this authority certified {@code name}, believing in {@code trusted}. */
    TlsFiles tls(String name, Authority trusted) {
        return new TlsFiles(file(name + ".p12"), trusted.file("trust.p12"), file("password"));
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    private void openssl(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "openssl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        run(command);
    }

    private void run(String... command) throws IOException, InterruptedException {
        File log = file("log").toFile();
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        assertEquals(0, process.waitFor(), () -> List.of(command) + ": see " + log);
    }

    private static String keytool() {
        return Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    }
}
