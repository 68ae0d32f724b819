package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncedLengthsTest {
    /** The fourth and fifth hide a length of 2 GiB in an object that JMRTD does not know; fuzzing found it. */
    @ParameterizedTest
    @CsvSource({
        "0C, B0, 8703010203990290008E080102030405060708, true",
        "0C, B0, 990290008E080102030405060708,           true",
        "0C, B0, 87847FFFFFFF01,                         false",
        "0C, B0, 530687847FFFFFFF990290008E080102030405060708, false",
        "0C, B0, 5F010687847FFFFFFF,                     false",
        "0C, 86, 7C0487027FFF,                           false",
        "00, 86, 7C048002AABB,                           true",
        "00, 86, 7C0480847FFFFFFF,                       false",
        "00, B0, 53847FFFFFFF,                           true"
    })
    void ofAnAnswerThatJmrtdMayRead(String cla, String ins, String answer, boolean hold) {
        CommandAPDU command = new CommandAPDU(HexFormat.fromHexDigits(cla), HexFormat.fromHexDigits(ins), 0, 0, 256);
        assertEquals(
                hold,
                AnnouncedLengths.hold(command, new ResponseAPDU(HexFormat.of().parseHex(answer + "9000"))));
    }
}
