package org.waypost.drivers.mrz;

/** Text without marks: a whole zone ends it, or silence. */
final class LinesScanner implements FrameScanner {
    /** The shortest zone has 72 characters; less than this is not even a torn one worth judging. */
    private static final int WORTH_JUDGING = 60;

    private final Gathered gathered = new Gathered(MrzText.LONGEST);

    @Override
    public Scan take(int character) {
        boolean lineEnd = Gathered.isLineEnd(character);
        if (lineEnd && gathered.length() == 0) {
            return Scan.Signal.NOTHING;
        }
        if (!gathered.add(character)) {
            return Scan.Signal.BROKEN;
        }
        return lineEnd && MrzText.isWhole(gathered.text()) ? new Scan.Message(gathered.text()) : Scan.Signal.GATHERING;
    }

    @Override
    public Scan silence() {
        if (gathered.length() == 0) {
            return Scan.Signal.NOTHING;
        }
        return gathered.length() < WORTH_JUDGING ? Scan.Signal.BROKEN : new Scan.Message(gathered.text());
    }

    @Override
    public void reset() {
        gathered.wipe();
    }
}
