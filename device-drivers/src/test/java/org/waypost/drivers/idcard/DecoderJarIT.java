package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.device.Opening;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.serial.PtyPair;
import org.waypost.drivers.serial.SerialLink;
import org.waypost.drivers.simulated.IdleHabit;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SpecimenCard;
import org.waypost.drivers.simulated.WirePace;

/** A card on a real serial port has a portrait where an operator has laid a decoder's jar beside the terminal. */
class DecoderJarIT {
    private static final Path SOURCES = Path.of("src/test/resources/thirdparty/decoder");

    @TempDir
    private Path scratch;

    private final SamvSimulator module = new SamvSimulator(IdleHabit.KEEPS_REPORTING, WirePace.unpaced());
    private PtyPair pair;
    private Link far;

    @BeforeEach
    void connect() throws IOException, InterruptedException, LinkLost {
        pair = PtyPair.laid();
        far = SerialLink.open(pair.far(), 115_200);
        Thread.ofVirtual().name("waypost-test-module").start(() -> module.serve(far));
        module.place(SpecimenCard.TEST_BING.image());
    }

    @AfterEach
    void disconnect() throws IOException {
        far.close();
        pair.close();
    }

    private Path jar() throws IOException {
        Path classes = Files.createDirectories(scratch.resolve("classes"));
        List<String> compile = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
        compile.addAll(List.of("-cp", System.getProperty("java.class.path")));
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(compile::add);
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, compile.toArray(String[]::new)));
        Path jar = scratch.resolve("decoder.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            packed(classes, out);
            packed(SOURCES, out);
        }
        return jar;
    }

    private static void packed(Path root, JarOutputStream out) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(root.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    private Document read(ClassLoader loader) {
        var wish = new DriverCatalog.Wish(
                DeviceKind.ID_CARD_READER,
                "samv",
                DeviceAddress.parse("serial:" + pair.near()).orElseThrow(),
                Map.of("sam-number", SamvSimulator.SAM_NUMBER));
        var host = new DeviceDriver.Host(Clock.systemUTC(), Ticker.SYSTEM);
        var opening = new DriverCatalog(List.of(new SamvDriver(loader))).open(wish, CardReader.class, host);
        try (CardReader reader = opened(opening)) {
            Reading<Document> reading = reader.read(Duration.ofSeconds(20));
            return switch (reading) {
                case Reading.Taken<Document> taken -> taken.value();
                case Reading.Nobody<Document> nobody -> fail("nobody");
                case Reading.Faulty<Document> faulty -> fail(faulty.fault().name());
            };
        }
    }

    private static CardReader opened(Opening<CardReader> opening) {
        return switch (opening) {
            case Opening.Opened<CardReader> opened -> opened.device();
            case Opening.Refused<CardReader> refused -> fail(refused.toString());
        };
    }

    @Test
    void aDecoderThatIsInstalledGivesThePortraitThoughAnotherIsBroken() throws IOException {
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {jar().toUri().toURL()}, SamvDriver.class.getClassLoader());
                Document document = read(loader)) {
            assertEquals("测试丙", document.name());
            assertEquals(102, document.portrait().orElseThrow().width());
        }
    }

    @Test
    void withoutADecoderThereIsNoPortraitAndTheCardIsRead() {
        try (Document document = read(SamvDriver.class.getClassLoader())) {
            assertEquals("测试丙", document.name());
            assertEquals(Optional.empty(), document.portrait());
        }
    }
}
