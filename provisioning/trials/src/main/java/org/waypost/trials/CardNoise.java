package org.waypost.trials;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.idcard.PortraitDecoder;
import org.waypost.drivers.idcard.SamvCardReader;
import org.waypost.drivers.idcard.SamvSettings;
import org.waypost.drivers.simulated.IdleHabit;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SpecimenCard;
import org.waypost.drivers.simulated.WirePace;

/** What the card driver delivers over a line that flips bits: never another number than the card's, unless marked. */
final class CardNoise {
    private static final String NUMBER = "110101199003070011";
    private static final String NAME = "测试甲";

    /** One bit in so many at which a line still carries many replies whole. */
    private static final double QUIET = 1e-4;

    /** One bit in so many at which the first error for long may be two in one column: nothing warned the driver. */
    private static final double SELDOM = 1e-5;

    private final SamvSimulator module = new SamvSimulator(IdleHabit.KEEPS_REPORTING, WirePace.unpaced());
    private final NoisyCable.OwnTime time = new NoisyCable.OwnTime();
    private final NoisyCable cable;
    private final double flipsPerBit;
    private int right;
    private int wrongNumber;
    private int wrongNumberMarked;
    private int wrongOtherwise;
    private int wrongOtherwiseMarked;

    CardNoise(double flipsPerBit) {
        this.flipsPerBit = flipsPerBit;
        this.cable = new NoisyCable(module, time, 20261123, flipsPerBit);
    }

    /** Reads cards until so many long replies have passed. */
    CardNoise run(int replies) {
        try (SamvCardReader reader =
                new SamvCardReader(() -> cable, PortraitDecoder.NONE, SamvSettings.usual(), time)) {
            while (cable.replies() < replies) {
                insert(reader);
            }
        }
        return this;
    }

    private void insert(SamvCardReader reader) {
        module.place(SpecimenCard.TEST_JIA.image());
        // after a fault of the line the reader pauses up to 8 s
        if (reader.read(Duration.ofSeconds(10)) instanceof Reading.Taken<Document> taken) {
            try (Document document = taken.value()) {
                note(document);
            }
        }
        module.remove();
        reader.read(Duration.ofSeconds(2));
    }

    private void note(Document document) {
        boolean marked = !document.discrepancies().equals(Set.of());
        if (!document.number().equals(NUMBER)) {
            wrongNumber += marked ? 0 : 1;
            wrongNumberMarked += marked ? 1 : 0;
        } else if (!isOtherwiseRight(document)) {
            wrongOtherwise += marked ? 0 : 1;
            wrongOtherwiseMarked += marked ? 1 : 0;
        } else {
            right++;
        }
    }

    private static boolean isOtherwiseRight(Document document) {
        return document.name().equals(NAME)
                && document.birth().toString().equals("1990-03-07")
                && document.sex() == Document.Sex.MALE
                && document.validity().until().isEmpty()
                && document.validity().from().toString().equals("2020-01-01");
    }

    int wrongNumbers() {
        return wrongNumber;
    }

    /** The figures of one rate. */
    void tell(String rate, Consumer<Figure> figures) {
        String name = "card-noise-" + rate;
        figures.accept(Figure.noted(name + "-frames", cable.replies(), ""));
        figures.accept(Figure.noted(name + "-damage-xor-let-pass", cable.undetected(), ""));
        figures.accept(Figure.atLeast(flipsPerBit <= QUIET ? 1 : 0, name + "-cards-read-right", right, ""));
        figures.accept(Figure.atMost(0, name + "-wrong-numbers", wrongNumber, ""));
        figures.accept(Figure.noted(name + "-wrong-numbers-marked", wrongNumberMarked, ""));
        figures.accept(
                flipsPerBit <= SELDOM
                        ? Figure.noted(name + "-wrong-name-or-date", wrongOtherwise, "")
                        : Figure.atMost(0, name + "-wrong-name-or-date", wrongOtherwise, ""));
        figures.accept(Figure.noted(name + "-wrong-name-or-date-marked", wrongOtherwiseMarked, ""));
    }
}
