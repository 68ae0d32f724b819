package org.waypost.trials;

import java.util.function.Consumer;

/** How fast the card driver takes replies in, simulated module and all, on one core. */
final class CardDecoding {
    private static final int REPLIES = 50_000;
    private static final double REPLY_MEGABYTES = 1295 / 1e6;
    /** The fastest line carries a megabyte, ten bits a byte, in so many milliseconds. */
    private static final double WIRE_MILLIS = 1e6 * 10 * 1_000 / 115_200;

    private static final double MARGIN = 50;

    private CardDecoding() {}

    static void run(Consumer<Figure> figures) {
        new CardNoise(0).run(REPLIES);
        long start = System.nanoTime();
        new CardNoise(0).run(REPLIES);
        double millis = (System.nanoTime() - start) / 1e6 / (REPLIES * REPLY_MEGABYTES);
        figures.accept(Figure.noted("card-replies-taken-in", 1_000 / millis, "MB/s"));
        figures.accept(Figure.atMost(WIRE_MILLIS / MARGIN, "card-replies-time-for-a-megabyte", millis, "ms")
                .beside("wire at 115200 baud", WIRE_MILLIS));
    }
}
