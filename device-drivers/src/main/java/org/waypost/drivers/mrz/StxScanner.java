package org.waypost.drivers.mrz;

/** Text between 02 and 03, with or without a check byte. What comes before 02 is noise; a second 02 begins anew. */
final class StxScanner implements FrameScanner {
    private static final int STX = 0x02;
    private static final int ETX = 0x03;

    private final boolean checked;
    private final Gathered gathered = new Gathered(MrzText.LONGEST);
    private Place place = Place.OUTSIDE;
    private int xor;

    StxScanner(boolean checked) {
        this.checked = checked;
    }

    private enum Place {
        OUTSIDE,
        NOISE,
        INSIDE,
        CHECK
    }

    @Override
    public Scan take(int character) {
        return switch (place) {
            case OUTSIDE, NOISE -> outside(character);
            case INSIDE -> inside(character);
            case CHECK -> character == xor ? new Scan.Message(gathered.text()) : Scan.Signal.BROKEN;
        };
    }

    @Override
    public Scan silence() {
        return place == Place.OUTSIDE ? Scan.Signal.NOTHING : Scan.Signal.BROKEN;
    }

    @Override
    public void reset() {
        gathered.wipe();
        place = Place.OUTSIDE;
        xor = 0;
    }

    private Scan outside(int character) {
        if (character == STX) {
            reset();
            place = Place.INSIDE;
        } else if (!Gathered.isLineEnd(character)) {
            place = Place.NOISE;
        }
        return place == Place.OUTSIDE ? Scan.Signal.NOTHING : Scan.Signal.GATHERING;
    }

    private Scan inside(int character) {
        if (character == STX) {
            return outside(character);
        }
        xor ^= character;
        if (character == ETX) {
            place = Place.CHECK;
            return checked ? Scan.Signal.GATHERING : new Scan.Message(gathered.text());
        }
        return gathered.add(character) ? Scan.Signal.GATHERING : Scan.Signal.BROKEN;
    }
}
