package org.waypost.drivers.idcard;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.waypost.drivers.idcard.Document.Kind;

/**
 * Where the fields stand in the 256 byte text block (UTF-16, little-endian, padded with spaces). Source: public notes
 * of reader vendors on the resident card, the 2018 residence permit and the foreigner cards of 2017 and 2023.
 */
enum Layout {
    RESIDENT(Kind.RESIDENT_CARD),
    PERMIT(Kind.RESIDENCE_PERMIT),
    FOREIGNER_OF_2017(Kind.FOREIGNER_2017),
    FOREIGNER_OF_2023(Kind.FOREIGNER_2023);

    /** Bytes of a text block. */
    static final int TEXT_BYTES = 256;

    private static final int TYPE_OFFSET = 248;

    private final Kind kind;

    Layout(Kind kind) {
        this.kind = kind;
    }

    /**
     * A run of characters in the text block.
     *
     * @param offset in bytes from the start of the block
     * @param characters of two bytes each
     */
    record Field(int offset, int characters) {}

    /** The layout that the type letter of a text block names. */
    static Optional<Layout> of(ByteBuffer text) {
        return switch (text.getChar(TYPE_OFFSET)) {
            case ' ', '\0' -> Optional.of(RESIDENT);
            case 'J' -> Optional.of(PERMIT);
            case 'I' -> Optional.of(FOREIGNER_OF_2017);
            case 'Y' -> Optional.of(FOREIGNER_OF_2023);
            default -> Optional.empty();
        };
    }

    Kind kind() {
        return kind;
    }

    /** What is overwritten before anything is decoded: ethnicity, address, issuing place, native-script name line. */
    List<Field> dropped() {
        return switch (this) {
            case RESIDENT, PERMIT -> List.of(new Field(32, 2), new Field(52, 35), new Field(158, 15));
            case FOREIGNER_OF_2017 -> List.of(new Field(158, 15), new Field(240, 4));
            case FOREIGNER_OF_2023 -> List.of(new Field(0, 15));
        };
    }

    /** Parts of the name, to be joined. */
    List<Field> nameParts() {
        return switch (this) {
            case RESIDENT, PERMIT -> List.of(new Field(0, 15));
            case FOREIGNER_OF_2017 -> List.of(new Field(0, 60));
            case FOREIGNER_OF_2023 -> List.of(new Field(52, 35), new Field(220, 11));
        };
    }

    Field sex() {
        return new Field(this == FOREIGNER_OF_2017 ? 120 : 30, 1);
    }

    Field birth() {
        return new Field(this == FOREIGNER_OF_2017 ? 220 : 36, 8);
    }

    Field number() {
        return new Field(122, this == FOREIGNER_OF_2017 ? 15 : 18);
    }

    Field from() {
        return new Field(188, 8);
    }

    Field until() {
        return new Field(204, 8);
    }

    Optional<Field> nationality() {
        return switch (this) {
            case RESIDENT, PERMIT -> Optional.empty();
            case FOREIGNER_OF_2017 -> Optional.of(new Field(152, 3));
            case FOREIGNER_OF_2023 -> Optional.of(new Field(242, 3));
        };
    }
}
