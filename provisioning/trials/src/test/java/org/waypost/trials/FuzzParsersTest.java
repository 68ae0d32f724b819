package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Device;

/** Which classes the fuzz targets answer for: none is forgotten that is handed a device's bytes. */
class FuzzParsersTest {
    private static final List<String> PACKAGES =
            List.of("camera", "camera.rtsp", "device", "fingerprint", "idcard", "mrz", "passport");
    private static final Set<String> OF_BYTES =
            Set.of("byte[]", "ByteBuffer", "MemorySegment", "InputStream", "ReadableByteChannel");

    /**
     * They carry, copy or wipe bytes and judge none; {@code EmrtdChip} and {@code Ef01Answer} are run by targets, and
     * what {@code H264Decoder} carries is judged by FFmpeg.
     */
    private static final Set<String> CARRIERS = Set.of(
            "camera.Frame",
            "camera.FramePump",
            "camera.HttpStream",
            "camera.Recording",
            "camera.VideoChannel",
            "camera.rtsp.H264Decoder",
            "camera.rtsp.PictureEncoder",
            "camera.rtsp.RtspChannel",
            "camera.rtsp.RtspLine",
            "camera.rtsp.RtspMessage",
            "camera.rtsp.RtspSocket",
            "camera.rtsp.RtspTrack",
            "camera.rtsp.UnitDecoder",
            "device.Portrait",
            "fingerprint.Ef01Answer",
            "fingerprint.Fingerprint",
            "idcard.InstalledDecoders",
            "idcard.PortraitDecoder",
            "idcard.SamvReply",
            "mrz.RepeatFilter",
            "passport.CardChannel",
            "passport.EmrtdChip",
            "passport.PcscChannel");

    private static Stream<String> listed() {
        return FuzzTarget.ALL.stream().flatMap(target -> target.parsers().stream());
    }

    @Test
    void everyParserThatIsListedIsThere() {
        listed().forEach(parser -> assertNotNull(
                ClassLoader.getSystemResource(parser.replace('.', '/') + ".class"), "there is no class " + parser));
    }

    @Test
    void whoeverIsHandedBytesOfADeviceIsListedOrCarriesThemOnly() throws IOException, URISyntaxException {
        Set<String> unlisted = takers();
        assertFalse(unlisted.isEmpty(), "control: there are such classes");
        listed().forEach(parser -> unlisted.remove(parser.replace("org.waypost.drivers.", "")));
        assertEquals(new TreeSet<>(CARRIERS), unlisted);
    }

    private static Set<String> takers() throws IOException, URISyntaxException {
        URI home =
                Device.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path place = Path.of(home);
        if (Files.isDirectory(place)) {
            return takers(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return takers(jar.getPath("/"));
        }
    }

    private static Set<String> takers(Path root) throws IOException {
        Set<String> all = new TreeSet<>();
        for (String name : PACKAGES) {
            try (Stream<Path> files = Files.list(root.resolve("org/waypost/drivers/" + name.replace('.', '/')))) {
                files.filter(file -> file.toString().endsWith(".class"))
                        .filter(FuzzParsersTest::takesBytes)
                        .map(file -> name + "." + outermost(file))
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static String outermost(Path file) {
        return String.valueOf(file.getFileName()).replaceAll("(\\$.*)?\\.class$", "");
    }

    private static boolean takesBytes(Path file) {
        try {
            ClassModel type = ClassFile.of().parse(file);
            return type.methods().stream()
                    .flatMap(method -> method.methodTypeSymbol().parameterList().stream())
                    .map(ClassDesc::displayName)
                    .anyMatch(OF_BYTES::contains);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
