package org.waypost.drivers.passport;

import java.util.Optional;
import java.util.Set;

/**
 * The main header of a JPEG 2000 codestream, ISO/IEC 15444-1, annex A: the SIZ and COD segments, which alone decide how
 * much memory a decoder takes.
 */
final class Codestream {
    private final byte[] file;
    private final int at;

    Codestream(byte[] file, int at) {
        this.file = file;
        this.at = at;
    }

    byte[] file() {
        return file;
    }

    int at() {
        return at;
    }

    private static final int SIZ = 0xFF51;
    private static final int COD = 0xFF52;

    /**
     * TLM, PLM, QCD, QCC, CRG and COM. Coding of a component of its own (COC) could undo the bounds, packet headers
     * apart from their packets (PPM) let JJ2000 run for ever; a face needs neither, nor regions (RGN) or other orders
     * (POC).
     */
    private static final Set<Integer> OTHER_SEGMENTS = Set.of(0xFF55, 0xFF57, 0xFF5C, 0xFF5D, 0xFF63, 0xFF64);

    private static final int MOST_TILES = 64;
    private static final int MOST_LEVELS = 10;
    private static final int MOST_LAYERS = 64;

    /** Precincts of fewer than 2^5 samples a side make more book-keeping than picture. */
    private static final int LEAST_PRECINCT = 5;

    /** Empty if there is none, or none that a decoder may be given. */
    static Optional<Codestream> in(byte[] file) {
        int at = isStart(file, 0) ? 0 : Jp2Boxes.codestream(file).orElse(file.length);
        return isStart(file, at) ? Optional.of(new Codestream(file, at)) : Optional.empty();
    }

    private static boolean isStart(byte[] file, int at) {
        return at + 4 <= file.length
                && PictureHeader.word(file, at) == 0xFF4F
                && PictureHeader.word(file, at + 2) == SIZ;
    }

    /** Size, if everything that costs memory is within bounds. */
    Optional<PictureHeader> header() {
        int siz = at + 2;
        if (siz + 4 > file.length) {
            return Optional.empty();
        }
        int length = PictureHeader.word(file, siz + 2);
        if (siz + 2 + length > file.length || length < 41) {
            return Optional.empty();
        }
        long width = number(file, siz + 6, 4) - number(file, siz + 14, 4);
        long height = number(file, siz + 10, 4) - number(file, siz + 18, 4);
        boolean modest = fewTiles(siz, width, height) && plainComponents(siz, length) && modestCoding(siz + 2 + length);
        return modest ? PictureHeader.within(PictureHeader.Kind.JPEG_2000, width, height) : Optional.empty();
    }

    private boolean fewTiles(int siz, long width, long height) {
        long tileWidth = number(file, siz + 22, 4);
        long tileHeight = number(file, siz + 26, 4);
        return atOrigin(siz)
                && tileWidth > 0
                && tileHeight > 0
                && (width + tileWidth - 1) / tileWidth * ((height + tileHeight - 1) / tileHeight) <= MOST_TILES;
    }

    /**
     * Picture and first tile: tiles that begin behind the picture are less than none, and JJ2000 multiplies two such.
     */
    private boolean atOrigin(int siz) {
        return number(file, siz + 14, 4) == 0
                && number(file, siz + 18, 4) == 0
                && number(file, siz + 30, 4) == 0
                && number(file, siz + 34, 4) == 0;
    }

    /** One or three components of eight bits, not subsampled. */
    private boolean plainComponents(int siz, int length) {
        int count = PictureHeader.word(file, siz + 38);
        if ((count != 1 && count != 3) || length != 38 + 3 * count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            int component = siz + 40 + 3 * i;
            if (file[component] != 7 || file[component + 1] != 1 || file[component + 2] != 1) {
                return false;
            }
        }
        return true;
    }

    private boolean modestCoding(int after) {
        boolean coded = false;
        int segment = after;
        while (segment + 14 <= file.length && PictureHeader.word(file, segment) != TileParts.START) {
            int marker = PictureHeader.word(file, segment);
            boolean known = marker == COD ? modestCod(segment) : OTHER_SEGMENTS.contains(marker);
            if (!known) {
                return false;
            }
            coded |= marker == COD;
            segment += 2 + Math.max(2, PictureHeader.word(file, segment + 2));
        }
        return coded && TileParts.arePlain(file, segment);
    }

    private boolean modestCod(int cod) {
        boolean ownPrecincts = (file[cod + 4] & 1) == 1;
        int layers = PictureHeader.word(file, cod + 6);
        int levels = file[cod + 9] & 0xFF;
        if (layers > MOST_LAYERS || levels > MOST_LEVELS || cod + 14 + levels + 1 > file.length) {
            return false;
        }
        for (int i = 0; ownPrecincts && i <= levels; i++) {
            int exponents = file[cod + 14 + i] & 0xFF;
            if ((exponents & 0x0F) < LEAST_PRECINCT || exponents >> 4 < LEAST_PRECINCT) {
                return false;
            }
        }
        return true;
    }

    static long number(byte[] file, int at, int octets) {
        long value = 0;
        for (int i = 0; i < octets; i++) {
            value = (value << 8) | (file[at + i] & 0xFF);
        }
        return value;
    }
}
