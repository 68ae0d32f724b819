package org.waypost.drivers.camera;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.ValueLayout;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.drivers.fuzz.Script;

/**
 * A camera's stream: the pictures cut out of it are byte for byte those that a second reading of the whole finds, the
 * limits of a picture and of what is none hold, and no address outside the terminal's network is opened.
 */
public final class CameraStreamFuzz {
    private static final int LONG = 0xFD;
    private static final int BABBLE = 0xFE;
    private static final int ADDRESS = 0xFF;

    private CameraStreamFuzz() {}

    public static List<byte[]> seeds() {
        return Stream.of(
                        "40" + "01027f00100010" + "01027f00100010",
                        "02" + "00036162ff" + "01047f01000100" + "0002ffd8",
                        "40" + "01217f0fff0fff",
                        "40" + "01207f00200020",
                        "40" + "01027f0c350c80",
                        "40" + "02d8" + "02e004" + "01027f00100010",
                        "03" + "001fffd8ffc0000b080010001001011100ffda0008010100003f0012ffd034ffd9",
                        "03" + "001fffd8ffc0000b080010001001011100ffda0008010100003f0012ffd734ffd9",
                        "FD01",
                        "FE",
                        "FF"
                                + HexFormat.of()
                                        .formatHex("http://127.0.0.1:8080/stream".getBytes(StandardCharsets.US_ASCII)),
                        "FF" + HexFormat.of().formatHex("http://[fd00::1]/".getBytes(StandardCharsets.US_ASCII)),
                        "FF" + HexFormat.of().formatHex("http://8.8.8.8/stream".getBytes(StandardCharsets.US_ASCII)))
                .map(HexFormat.of()::parseHex)
                .toList();
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Script script = new Script(input);
        int kind = script.next();
        switch (kind) {
            case LONG -> theLongestIsGivenAndNoLonger(script.next());
            case BABBLE -> whatIsNoCameraIsGivenUp(script.next());
            case ADDRESS -> onlyTheTerminalsNetworkIsNear(script.text());
            default -> picturesAreThoseOfASecondReading(stream(script), 1 + kind % 128);
        }
    }

    private static byte[] stream(Script script) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        while (script.hasMore() && stream.size() < 300_000) {
            switch (script.next() % 3) {
                case 0 -> stream.writeBytes(script.take(script.next() % 64));
                case 1 -> picture(stream, script);
                default -> segment(stream, script.next(), new byte[script.next()]);
            }
        }
        return stream.toByteArray();
    }

    /** So many scans of so many bytes, and a size. */
    private static void picture(ByteArrayOutputStream stream, Script script) {
        int scans = script.next() % 48;
        byte[] scan = new byte[script.next()];
        int height = script.pair();
        int width = script.pair();
        stream.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
        byte[] frame = {8, (byte) (height >> 8), (byte) height, (byte) (width >> 8), (byte) width, 1, 1, 0x11, 0};
        segment(stream, 0xC0, frame);
        for (int i = 0; i < scans; i++) {
            segment(stream, 0xDA, new byte[] {1, 1, 0, 0, 63, 0});
            stream.writeBytes(scan);
        }
        stream.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
    }

    private static void segment(ByteArrayOutputStream stream, int marker, byte[] content) {
        int length = content.length + 2;
        stream.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
        stream.writeBytes(content);
    }

    private static void picturesAreThoseOfASecondReading(byte[] stream, int chunk) throws IOException {
        List<byte[]> expected = new StreamReference(stream).pictures();
        List<byte[]> found = split(new ByteArrayInputStream(stream), chunk * 7);
        unless(found.size() == expected.size(), "as many pictures as there are");
        for (int i = 0; i < found.size(); i++) {
            unless(Arrays.equals(found.get(i), expected.get(i)), "a picture is given as it was sent");
        }
    }

    /** A picture of the longest length, or some bytes around it, between two small ones. */
    private static void theLongestIsGivenAndNoLonger(int around) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        Script small = new Script(HexFormat.of().parseHex("020000100010"));
        picture(stream, small);
        int before = stream.size();
        int length = JpegSplitter.MOST_BYTES + around % 4 - 1;
        byte[] one = stream.toByteArray();
        stream.write(one, 0, one.length - 2);
        stream.writeBytes(new byte[length - before]);
        stream.write(one, one.length - 2, 2);
        stream.writeBytes(new byte[9]);
        stream.writeBytes(one);
        List<byte[]> found = split(new ByteArrayInputStream(stream.toByteArray()), Integer.MAX_VALUE);
        boolean within = length <= JpegSplitter.MOST_BYTES;
        unless(found.size() == (within ? 3 : 2), "a picture has at most 4 MiB");
        unless(Arrays.equals(found.getLast(), one), "what follows one that is too long is found");
        unless(!within || found.get(1).length == length, "the longest is given whole");
    }

    private static void whatIsNoCameraIsGivenUp(int content) throws IOException {
        Endless endless = new Endless(content == 0xFF ? 0 : content);
        boolean lost = false;
        try (JpegSplitter splitter = new JpegSplitter();
                var channel = Channels.newChannel(endless)) {
            splitter.next(channel);
        } catch (CameraLost given) {
            lost = true;
        }
        unless(lost && endless.given > JpegSplitter.MOST_WITHOUT_PICTURE, "16 MiB without a picture are no camera");
    }

    private static final class Endless extends InputStream {
        private final int content;
        private long given;

        private Endless(int content) {
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            given++;
            return content;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (given > 5L * JpegSplitter.MOST_WITHOUT_PICTURE / 4) {
                throw new IOException("nobody gives up");
            }
            Arrays.fill(into, from, from + count, (byte) content);
            given += count;
            return count;
        }
    }

    private static List<byte[]> split(InputStream in, int chunk) throws IOException {
        List<byte[]> found = new ArrayList<>();
        try (JpegSplitter splitter = new JpegSplitter();
                var channel = Channels.newChannel(new Chunks(in, chunk))) {
            Optional<JpegSplitter.Picture> picture = splitter.next(channel);
            while (picture.isPresent()) {
                found.add(picture.get().bytes().toArray(ValueLayout.JAVA_BYTE));
                picture = splitter.next(channel);
            }
        } catch (CameraLost lost) {
            throw new IOException("a stream with pictures is a camera", lost);
        }
        return found;
    }

    /** A stream that gives few bytes at a time. */
    private static final class Chunks extends InputStream {
        private final InputStream in;
        private final int most;

        private Chunks(InputStream in, int most) {
            this.in = in;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            return in.read(into, from, Math.min(count, most));
        }
    }

    private static void onlyTheTerminalsNetworkIsNear(String text) {
        NearAddress.of("http", text).ifPresent(uri -> {
            unless(uri.toString().equals(text) && text.startsWith("http://"), "plain http, as it was written");
            unless(AddressReference.isNear(String.valueOf(uri.getHost())), "an address of this machine or network");
        });
        boolean written = text.matches("http://(127|10)\\.\\d\\.\\d\\.\\d(:[1-9]\\d{0,3})?(/[a-z]*)?");
        unless(!written || NearAddress.of("http", text).isPresent(), "what is near may be opened");
    }
}
