package org.waypost.drivers.mrz;

/** Replies of a polled box: 49, length (high byte first), text. Every reply confirms the question. */
final class CountedScanner implements FrameScanner {
    private static final int MARK = 'I';
    private static final int HEADER = 3;

    private final Gathered gathered = new Gathered(MrzText.LONGEST);
    private int place;
    private int announced;

    @Override
    public Scan take(int character) {
        place++;
        return switch (place) {
            case 1 -> character == MARK ? Scan.Signal.GATHERING : Scan.Signal.BROKEN;
            case 2 -> announcing(character << 8);
            case HEADER -> begin(character);
            default -> text(character);
        };
    }

    @Override
    public Scan silence() {
        return place == 0 ? Scan.Signal.NOTHING : Scan.Signal.BROKEN;
    }

    @Override
    public void reset() {
        gathered.wipe();
        place = 0;
        announced = 0;
    }

    private Scan announcing(int bits) {
        announced |= bits;
        return Scan.Signal.GATHERING;
    }

    private Scan begin(int character) {
        announcing(character);
        if (announced == 0) {
            reset();
            return Scan.Signal.CONFIRMED;
        }
        return announced > MrzText.LONGEST ? Scan.Signal.BROKEN : Scan.Signal.GATHERING;
    }

    private Scan text(int character) {
        if (!gathered.add(character)) {
            return Scan.Signal.BROKEN;
        }
        return gathered.length() == announced ? new Scan.Message(gathered.text()) : Scan.Signal.GATHERING;
    }
}
