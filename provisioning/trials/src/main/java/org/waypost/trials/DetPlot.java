package org.waypost.trials;

import java.util.Locale;

/**
 * Detection error trade-off (ISO/IEC 19795-1) as SVG: false non-match rate over false match rate, both axes logarithmic
 * from 0.01 % to 100 %; what is below is drawn on the edge.
 */
final class DetPlot {
    private static final int SIDE = 480;
    private static final int MARGIN = 60;
    private static final int DECADES = 4;

    private DetPlot() {}

    static String svg(String title, FaceScores scores) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' width='%1$d' height='%1$d' font-family='sans-serif' font-size='12'>%n"
                        + "<rect width='100%%' height='100%%' fill='white'/><text x='%2$d' y='24'>%3$s</text>%n",
                SIDE + 2 * MARGIN,
                MARGIN,
                title));
        for (int decade = 0; decade <= DECADES; decade++) {
            axis(svg, Math.pow(10, decade - DECADES));
        }
        svg.append("<polyline fill='none' stroke='#17365d' stroke-width='2' points='");
        for (double threshold : scores.thresholds()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    across(scores.fmr(threshold).share()),
                    down(scores.fnmr(threshold).share())));
        }
        return svg.append("'/>\n</svg>\n").toString();
    }

    private static void axis(StringBuilder svg, double rate) {
        svg.append(String.format(
                Locale.ROOT,
                "<path d='M%1$.1f %3$d V%4$d M%3$d %2$.1f H%4$d' stroke='#ccc'/><text x='%1$.1f' y='%5$d'>%6$s %%</text>"
                        + "<text x='8' y='%2$.1f'>%6$s %%</text>%n",
                across(rate),
                down(rate),
                MARGIN,
                SIDE + MARGIN,
                SIDE + MARGIN + 18,
                Double.toString(100 * rate)));
    }

    private static double across(double rate) {
        return MARGIN + SIDE * share(rate);
    }

    private static double down(double rate) {
        return MARGIN + SIDE * (1 - share(rate));
    }

    private static double share(double rate) {
        return Math.clamp((Math.log10(Math.max(rate, 1e-9)) + DECADES) / DECADES, 0, 1);
    }
}
