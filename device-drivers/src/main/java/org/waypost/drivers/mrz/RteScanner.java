package org.waypost.drivers.mrz;

/** Messages of 3M RTE Native, see {@link MrzFraming.Rte}. */
final class RteScanner implements FrameScanner {
    private static final int SOH = 0x01;
    private static final int ETX = 0x03;
    private static final int LENGTH_BITS = 0x3FFF;

    /** Places after 01: length low, length high, O, U, 02, flag, then text. */
    private static final int LENGTH_LOW = 1;

    private static final int LENGTH_HIGH = 2;
    private static final int TEXT = 7;

    private final MrzFraming.Rte rules;
    private final Gathered gathered = new Gathered(MrzText.LONGEST);
    private boolean noisy;
    private boolean ended;
    private int place;
    private int announced;
    private int afterStart;
    private int afterLength;

    RteScanner(MrzFraming.Rte rules) {
        this.rules = rules;
    }

    @Override
    public Scan take(int character) {
        if (place == 0) {
            return outside(character);
        }
        if (ended) {
            return checkFits(character) && lengthFits() ? message() : Scan.Signal.BROKEN;
        }
        sum(character);
        Scan scan = place < TEXT ? header(character) : text(character);
        place++;
        return scan;
    }

    @Override
    public Scan silence() {
        if (place == 0) {
            return noisy ? Scan.Signal.BROKEN : Scan.Signal.NOTHING;
        }
        boolean checkMayLack = ended && rules.check() == MrzFraming.Check.NOT_JUDGED;
        return checkMayLack && lengthFits() ? message() : Scan.Signal.BROKEN;
    }

    @Override
    public void reset() {
        gathered.wipe();
        noisy = false;
        ended = false;
        place = 0;
        announced = 0;
        afterStart = 0;
        afterLength = 0;
    }

    private Scan outside(int character) {
        if (character == SOH) {
            place = 1;
        } else if (!Gathered.isLineEnd(character)) {
            noisy = true;
        }
        return place > 0 || noisy ? Scan.Signal.GATHERING : Scan.Signal.NOTHING;
    }

    private void sum(int character) {
        afterStart ^= character;
        if (place > LENGTH_HIGH) {
            afterLength ^= character;
        }
    }

    private Scan header(int character) {
        return switch (place) {
            case LENGTH_LOW -> announcing(character);
            case LENGTH_HIGH -> announcing(character << 8);
            case 3 -> expecting('O', character);
            case 4 -> expecting('U', character);
            case 5 -> expecting(0x02, character);
            default -> Scan.Signal.GATHERING;
        };
    }

    private Scan announcing(int bits) {
        announced |= bits;
        return Scan.Signal.GATHERING;
    }

    private static Scan expecting(int expected, int character) {
        return character == expected ? Scan.Signal.GATHERING : Scan.Signal.BROKEN;
    }

    private Scan text(int character) {
        ended = character == ETX;
        return ended || gathered.add(character) ? Scan.Signal.GATHERING : Scan.Signal.BROKEN;
    }

    private boolean lengthFits() {
        int toEnd = place - 1 - LENGTH_HIGH;
        return switch (rules.length()) {
            case NOT_JUDGED -> true;
            case TO_END -> (announced & LENGTH_BITS) == toEnd;
            case TO_CHECK -> (announced & LENGTH_BITS) == toEnd + 1;
        };
    }

    private boolean checkFits(int check) {
        return switch (rules.check()) {
            case NOT_JUDGED -> true;
            case XOR_AFTER_START -> check == afterStart;
            case XOR_AFTER_LENGTH -> check == afterLength;
        };
    }

    private Scan message() {
        return new Scan.Message(gathered.text());
    }
}
