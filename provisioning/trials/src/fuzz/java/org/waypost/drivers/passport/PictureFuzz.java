package org.waypost.drivers.passport;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.fuzz.Script;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportPicture;

/**
 * Portraits of chips: a header made to order is accepted exactly if its size and what costs memory are within limits,
 * any header accepted is within them, a view of DG2 lies inside it, and what is decoded has the size announced.
 */
public final class PictureFuzz {
    private static final int SMALL = 4_096;

    private PictureFuzz() {}

    public static List<byte[]> seeds() {
        PassportPicture jpeg = PassportPicture.jpeg(16, 24);
        PassportPicture jp2 = PassportPicture.jp2(16, 24);
        List<byte[]> seeds = new ArrayList<>();
        for (byte[] file : List.of(
                jpeg.bytes(),
                jp2.bytes(),
                Codestream.in(jp2.bytes()).map(PictureFuzz::bare).orElseThrow())) {
            seeds.add(joined(new byte[] {0}, file));
        }
        for (PassportPicture picture : List.of(jpeg, jp2)) {
            seeds.add(joined(new byte[] {1}, PassportFiles.dg2(picture)));
            seeds.add(joined(new byte[] {1}, PassportFiles.dg2Of39794(picture)));
        }
        seeds.add(new byte[] {2, 1, 0, 1, 0, 8, 3, 1, 1, 5});
        seeds.add(new byte[] {2, 16, 0, 8, 0, 8, 1, 0, 31, 2});
        seeds.add(new byte[] {2, 16, 0, 16, 0, 8, 1, 0, 31, 2});
        seeds.add(new byte[] {
            3, 0, 64, 0, 0, 0, 64, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 64, 0, 0, 0, 64, 0, 0, 3, 7, 1, 5, 0, 1, 1, 0x55
        });
        seeds.add(new byte[] {
            3, 16, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 16, 0, 0, 0, 3, 7, 1, 5, 0, 1, 1, 0x55
        });
        seeds.add(new byte[] {4, 0, 0, 1, 0, 0, 2, 20});
        seeds.add(joined(new byte[] {0}, hidden(jpeg.bytes())));
        byte[] whole = jp2.bytes();
        int start = Codestream.in(whole).orElseThrow().at();
        seeds.add(joined(new byte[] {0}, Arrays.copyOf(whole, start + 5)));
        seeds.add(joined(new byte[] {0}, leadingBack(whole)));
        seeds.add(joined(new byte[] {0}, behindThePicture(whole, start)));
        return seeds;
    }

    /** A picture behind a marker without length, and another one behind what would be its segment. */
    private static byte[] hidden(byte[] file) {
        byte[] other = file.clone();
        for (int i = 0; i + 8 < other.length; i++) {
            if (PictureHeader.word(other, i) == 0xFFC0) {
                other[i + 8]++;
            }
        }
        byte[] start = {-1, -40, -1, 1, (byte) (file.length >> 8), (byte) file.length};
        return joined(start, body(other), body(file));
    }

    /** A box whose length, taken for a signed number, leads back to the one before. */
    private static byte[] leadingBack(byte[] file) {
        byte[] back = file.clone();
        int box = 0;
        while (Codestream.number(back, box + 4, 4) != 0x636F6C72L) {
            box++;
        }
        Arrays.fill(back, box, box + 3, (byte) 0xFF);
        back[box + 3] = (byte) 0xEA;
        return back;
    }

    /** Tiles that begin where the picture has ended, in both directions. */
    private static byte[] behindThePicture(byte[] file, int start) {
        byte[] behind = file.clone();
        behind[start + 2 + 32] = 0x18;
        behind[start + 2 + 35] = 0x03;
        return behind;
    }

    private static byte[] body(byte[] file) {
        return Arrays.copyOfRange(file, 2, file.length);
    }

    private static byte[] bare(Codestream stream) {
        return Arrays.copyOfRange(stream.file(), stream.at(), stream.file().length);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Script script = new Script(input);
        switch (script.next() % 5) {
            case 0 -> picture(script.rest());
            case 1 -> face(script.rest());
            case 2 -> jpegToOrder(script);
            case 3 -> codestreamToOrder(script);
            default -> recordToOrder(script);
        }
    }

    private static void picture(byte[] file) {
        byte[] before = file.clone();
        Optional<PictureHeader> header = PictureHeader.of(file);
        header.ifPresent(PictureFuzz::withinLimits);
        header.filter(found -> found.kind() == PictureHeader.Kind.JPEG).ifPresent(found -> readAlike(file, found));
        boolean small =
                header.filter(found -> found.width() * found.height() <= SMALL).isPresent();
        if (small || header.isEmpty()) {
            Optional<Portrait> portrait = PictureDecoder.decode(file);
            unless(portrait.isEmpty() || header.isPresent(), "nothing is decoded that no header announced");
            portrait.ifPresent(decoded -> {
                boolean same = decoded.width() == header.orElseThrow().width()
                        && decoded.height() == header.orElseThrow().height();
                unless(same, "a picture has the size announced");
                decoded.close();
            });
        }
        unless(Arrays.equals(file, before), "a file is not changed by a look at it");
    }

    /** The decoder's own reading of a header is the second one; it takes no memory for pixels. */
    private static void readAlike(byte[] file, PictureHeader header) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try {
            reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)), true, true);
            boolean alike = reader.getWidth(0) == header.width() && reader.getHeight(0) == header.height();
            unless(alike, "a decoder finds the size that was held against the limits");
        } catch (IOException | IndexOutOfBoundsException torn) {
            // what cannot be decoded takes nothing
        } finally {
            reader.dispose();
        }
    }

    private static void withinLimits(PictureHeader header) {
        long width = header.width();
        long height = header.height();
        unless(
                fits(header.kind(), width, height),
                "a picture is 1 to 4,096 pixels a side, four million at most, two of JPEG 2000");
    }

    private static boolean fits(PictureHeader.Kind kind, long width, long height) {
        long most = kind == PictureHeader.Kind.JPEG ? 4_000_000 : 2_000_000;
        return width >= 1 && height >= 1 && width <= 4_096 && height <= 4_096 && width * height <= most;
    }

    private static void face(byte[] dg2) {
        Optional<Tlv> face = FaceImage.in(dg2);
        unless(face.isPresent() == FaceReference.of(dg2).isPresent(), "a face is found where there is one");
        face.ifPresent(view -> {
            int[] place = FaceReference.of(dg2).orElseThrow();
            unless(view.from() == place[0] && view.to() == place[1], "the picture lies where the record says");
            picture(view.value());
        });
    }

    private static void jpegToOrder(Script script) {
        int height = script.pair();
        int width = script.pair();
        int bits = script.next();
        int components = script.next();
        int filling = script.next() % 4;
        int scans = script.next() % 40;
        byte[] segment = new byte[script.next()];
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {-1, -40});
        file.writeBytes(joined(
                new byte[] {-1, -32, 0, (byte) Math.min(255, 2 + segment.length)},
                Arrays.copyOf(segment, Math.min(253, segment.length))));
        for (int i = 0; i < filling; i++) {
            file.write(0xFF);
        }
        byte[] frame = ByteBuffer.allocate(10)
                .put(new byte[] {-1, (byte) (filling == 3 ? 0xC2 : 0xC0), 0, 17})
                .put((byte) bits)
                .putShort((short) height)
                .putShort((short) width)
                .put((byte) components)
                .array();
        file.writeBytes(frame);
        for (int i = 0; i < scans; i++) {
            file.writeBytes(new byte[] {-1, -38, 0, 2});
        }
        file.writeBytes(new byte[4]);
        boolean fits = fits(PictureHeader.Kind.JPEG, width, height);
        // a frame header may itself spell another start of scan
        boolean plain = width != 0xFFDA && height != 0xFFDA && bits == 8;
        if (plain || bits != 8) {
            boolean accepted = fits && bits == 8 && (components == 1 || components == 3) && scans <= 32;
            same(accepted, PictureHeader.of(file.toByteArray()), PictureHeader.Kind.JPEG, width, height);
        }
    }

    private static void same(
            boolean accepted, Optional<PictureHeader> found, PictureHeader.Kind kind, long width, long height) {
        unless(found.isPresent() == accepted, "a header is accepted exactly if it is within the limits");
        found.ifPresent(header -> unless(
                header.kind() == kind && header.width() == width && header.height() == height,
                "a header says what the file says"));
    }

    private static void codestreamToOrder(Script script) {
        long[] siz = new long[6];
        for (int i = 0; i < siz.length; i++) {
            siz[i] = script.pair() | (long) (script.next() & 1) << 31 | (long) script.next() << 16;
        }
        int components = script.next() % 6;
        int depth = script.next();
        int sampling = script.next();
        int levels = script.next() % 16;
        int layers = script.pair();
        boolean own = script.next() % 2 == 1;
        int precinct = script.next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(42)
                .putShort((short) 0xFF4F)
                .putShort((short) 0xFF51)
                .putShort((short) (38 + 3 * components))
                .putShort((short) 0);
        head.putInt((int) siz[0]).putInt((int) siz[1]).putInt((int) siz[2]).putInt((int) siz[3]);
        head.putInt((int) siz[4]).putInt((int) siz[5]).putInt(0).putInt(0).putShort((short) components);
        file.writeBytes(head.array());
        for (int i = 0; i < components; i++) {
            file.writeBytes(new byte[] {(byte) depth, (byte) (i == 0 ? 1 : sampling), (byte) sampling});
        }
        byte[] cod = ByteBuffer.allocate(14)
                .putShort((short) 0xFF52)
                .putShort((short) (12 + (own ? levels + 1 : 0)))
                .put((byte) (own ? 1 : 0))
                .put((byte) 0)
                .putShort((short) layers)
                .put((byte) 0)
                .put((byte) levels)
                .put(new byte[4])
                .array();
        file.writeBytes(cod);
        for (int i = 0; own && i <= levels; i++) {
            file.write(i == levels ? precinct : 0xFF);
        }
        file.writeBytes(new byte[] {-1, -112, 0, 10, 0, 0, 0, 0, 0, 0, 0, 1, -1, -109});
        long width = siz[0] - siz[2];
        long height = siz[1] - siz[3];
        boolean tiles = siz[2] == 0
                && siz[3] == 0
                && siz[4] > 0
                && siz[5] > 0
                && Math.ceilDiv(width, siz[4]) * Math.ceilDiv(height, siz[5]) <= 64;
        boolean coded = layers <= 64 && levels <= 10 && (!own || (precinct % 16 >= 5 && precinct / 16 >= 5));
        boolean plain = (components == 1 || components == 3) && depth == 7 && sampling == 1;
        boolean fits = fits(PictureHeader.Kind.JPEG_2000, width, height);
        same(
                tiles && coded && plain && fits,
                PictureHeader.of(file.toByteArray()),
                PictureHeader.Kind.JPEG_2000,
                width,
                height);
    }

    /** A face record of ISO/IEC 19794-5 whose lengths are those ordered. */
    private static void recordToOrder(Script script) {
        long block = (long) script.pair() << 16 | script.pair();
        int points = script.pair();
        int length = script.pair() % 9_000;
        ByteBuffer record = ByteBuffer.allocate(46 + length);
        record.putInt(0x46414300).putInt(0x30313000).putInt(46 + length).putShort((short) 1);
        record.putInt((int) block).putShort((short) points);
        byte[] dg2 = nested(0x75, nested(0x7F61, nested(0x7F60, nested(0x5F2E, record.array()))));
        Optional<Tlv> face = FaceImage.in(dg2);
        long start = 20L + 8L * points + 12;
        unless(face.isPresent() == (start < block && 14 + block <= 46 + length), "a picture lies inside its record");
        face.ifPresent(view -> unless(view.length() == block - start, "a picture is what its block has left"));
    }

    private static byte[] nested(int tag, byte[] value) {
        byte[] length = {(byte) 0x82, (byte) (value.length >> 8), (byte) value.length};
        byte[] name = tag > 255 ? new byte[] {(byte) (tag >> 8), (byte) tag} : new byte[] {(byte) tag};
        return joined(name, length, value);
    }
}
