package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.waypost.drivers.device.Readings.taken;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.drivers.idcard.CardRecord.Filtered;
import org.waypost.drivers.simulated.CardImage;
import org.waypost.drivers.simulated.SpecimenCard;

class FieldFilterTest {
    private static byte[] data(SpecimenCard specimen) {
        byte[] data = new byte[4 + 256 + 1024];
        data[0] = 1;
        data[2] = 4;
        System.arraycopy(specimen.content().text(), 0, data, 4, 256);
        Arrays.fill(data, 260, data.length, (byte) 0x55);
        return data;
    }

    @ParameterizedTest
    @CsvSource({
        "TEST_JIA, 32, 2",
        "TEST_JIA, 52, 35",
        "TEST_JIA, 158, 15",
        "TEST_YI, 32, 2",
        "TEST_YI, 52, 35",
        "TEST_YI, 158, 15",
        "ALEX_2017, 240, 4",
        "ALEX_2017, 158, 15",
        "ALEX_2023, 0, 15",
    })
    void cardsThatDifferOnlyInADroppedFieldGiveEqualResults(SpecimenCard specimen, int offset, int characters) {
        CardImage one = specimen.image();
        CardImage other = one.with(offset, characters, "標".repeat(characters));
        assertEquals(described(one), described(other));
    }

    @ParameterizedTest
    @CsvSource({"TEST_JIA, 0, 15, 例", "ALEX_2023, 52, 35, SPECIMEN", "ALEX_2023, 242, 3, FRA"})
    void aFieldThatIsKeptDoesMakeADifference(SpecimenCard specimen, int offset, int characters, String value) {
        CardImage one = specimen.image();
        assertNotEquals(described(one), described(one.with(offset, characters, value)));
    }

    private static String described(CardImage card) {
        try (SamvRig rig = new SamvRig();
                Document document = taken(rig.read(card))) {
            return String.join(
                    "|",
                    document.kind().toString(),
                    document.number(),
                    document.name(),
                    document.sex().toString(),
                    document.birth().toString(),
                    document.nationality().toString(),
                    document.validity().toString(),
                    document.discrepancies().toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"TEST_JIA", "TEST_YI", "ALEX_2017", "ALEX_2023"})
    void theReceiveBufferItselfIsOverwritten(SpecimenCard specimen) {
        byte[] data = data(specimen);
        byte[] before = data.clone();
        Filtered.Usable usable = assertInstanceOf(Filtered.Usable.class, CardRecord.filtered(ByteBuffer.wrap(data)));
        for (Layout.Field field : usable.content().layout().dropped()) {
            byte[] spaces = " ".repeat(field.characters()).getBytes(StandardCharsets.UTF_16LE);
            assertArrayEquals(spaces, Arrays.copyOfRange(data, 4 + field.offset(), 4 + field.offset() + spaces.length));
            System.arraycopy(spaces, 0, before, 4 + field.offset(), spaces.length);
        }
        assertArrayEquals(before, data, "nothing else may change");
    }

    @Test
    void anUnknownTypeLetterWipesTheWholeBlock() {
        byte[] data = data(SpecimenCard.TEST_JIA);
        data[4 + 248] = 'Q';
        assertInstanceOf(Filtered.Wiped.class, CardRecord.filtered(ByteBuffer.wrap(data)));
        assertArrayEquals(new byte[data.length], data);
    }

    @Test
    void wrongLengthsWipeTheWholeBlock() {
        byte[] data = data(SpecimenCard.TEST_JIA);
        data[0] = 4;
        data[2] = 1;
        assertInstanceOf(Filtered.Wiped.class, CardRecord.filtered(ByteBuffer.wrap(data)));
        assertArrayEquals(new byte[data.length], data);
    }
}
