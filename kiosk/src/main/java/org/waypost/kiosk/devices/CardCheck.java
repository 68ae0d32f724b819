package org.waypost.kiosk.devices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.CardReader;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.idcard.Document.Discrepancy;

/** Readers of ID cards. */
final class CardCheck implements KindCheck<CardReader> {

    @Override
    public Class<CardReader> type() {
        return CardReader.class;
    }

    @Override
    public Duration limit() {
        return CardReader.LONGEST_READING;
    }

    @Override
    public String invitation() {
        return "lay an ID card on the reader";
    }

    @Override
    public String silence() {
        return "the reader answers and sees no card";
    }

    @Override
    public Reading<List<Line>> look(CardReader device, Duration patience) {
        return KindCheck.told(device.read(patience), document -> {
            document.close();
            return List.of();
        });
    }

    @Override
    public Function<CardReader, Reading<List<Line>>> reading(Duration patience, Talk talk) {
        return device -> KindCheck.told(device.read(patience), CardCheck::checks);
    }

    private static List<Line> checks(Document document) {
        try (document) {
            List<Line> lines = new ArrayList<>();
            lines.add(new Line("read", "an ID card; what stands on it is not shown"));
            for (Discrepancy one : Discrepancy.values()) {
                lines.add(new Line(
                        "check",
                        subject(one) + (document.discrepancies().contains(one) ? ": DOES NOT HOLD" : ": holds")));
            }
            lines.add(new Line(
                    "picture",
                    document.portrait().isPresent()
                            ? "decoded, and overwritten again"
                            : "not decoded: no decoder of the maker is installed, the clerk compares by eye"));
            return lines;
        }
    }

    private static String subject(Discrepancy discrepancy) {
        return switch (discrepancy) {
            case CHECK_DIGIT -> "check character of the number";
            case BIRTH_DATE_IN_NUMBER -> "number and birth date agree";
            case SEX_IN_NUMBER -> "number and sex agree";
            case KIND_IN_NUMBER -> "number and kind of card agree";
            case READ_ONCE -> "line without errors, or card read twice alike";
        };
    }
}
