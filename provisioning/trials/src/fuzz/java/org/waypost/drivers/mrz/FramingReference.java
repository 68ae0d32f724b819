package org.waypost.drivers.mrz;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a framing says of all bytes since the last reset, looked at together. */
sealed interface FramingReference {

    /** What to answer after the last of the bytes, or in a silence after it. */
    Scan scan(boolean silent);

    /** The check byte that would fit next, or anything where the framing has none. */
    int fitting();

    static FramingReference of(MrzFraming framing, byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        return switch (framing) {
            case MrzFraming.Plain plain ->
                switch (plain) {
                    case LINES -> new Lines(all);
                    case STX -> new Marked(all, false);
                    case STX_LRC -> new Marked(all, true);
                    case COUNTED -> new Counted(all);
                };
            case MrzFraming.Rte rules -> new Native(all, rules);
        };
    }

    private static boolean isText(String text) {
        return text.length() <= 512 && text.chars().allMatch(c -> c == 13 || c == 10 || (c >= 32 && c <= 126));
    }

    private static int xor(String text) {
        return text.chars().reduce(0, (sum, c) -> sum ^ c);
    }

    private static boolean isOnlyLineEnds(String text) {
        return text.matches("[\r\n]*");
    }

    /** Text to a whole zone, or to a silence after 60 characters. */
    record Lines(String all) implements FramingReference {
        @Override
        public Scan scan(boolean silent) {
            String text = all.replaceFirst("^[\r\n]+", "");
            if (text.isEmpty()) {
                return Scan.Signal.NOTHING;
            }
            boolean whole = silent
                    ? text.length() >= 60
                    : text.matches("(?s).*[\r\n]") && ZoneReference.of(text).isPresent();
            boolean broken = !isText(text) || (silent && !whole);
            return broken ? Scan.Signal.BROKEN : whole ? new Scan.Message(text) : Scan.Signal.GATHERING;
        }

        @Override
        public int fitting() {
            return '\r';
        }
    }

    /** Between 02 and 03, perhaps with a check byte. */
    record Marked(String all, boolean checked) implements FramingReference {
        private Optional<String> text() {
            int end = all.indexOf(3, Math.max(0, all.indexOf(2)));
            String head = end < 0 || all.indexOf(2) < 0 ? all : all.substring(0, end);
            int start = head.lastIndexOf(2);
            return start < 0 ? Optional.empty() : Optional.of(all.substring(start + 1));
        }

        @Override
        public Scan scan(boolean silent) {
            if (text().isEmpty()) {
                return isOnlyLineEnds(all) ? Scan.Signal.NOTHING : silent ? Scan.Signal.BROKEN : Scan.Signal.GATHERING;
            }
            if (silent) {
                return Scan.Signal.BROKEN;
            }
            return within(text().orElseThrow());
        }

        private Scan within(String text) {
            int end = text.indexOf(3);
            if (end < 0) {
                return isText(text) ? Scan.Signal.GATHERING : Scan.Signal.BROKEN;
            }
            if (checked && text.length() == end + 1) {
                return Scan.Signal.GATHERING;
            }
            boolean fits = !checked || text.charAt(end + 1) == xor(text.substring(0, end + 1));
            return fits ? new Scan.Message(text.substring(0, end)) : Scan.Signal.BROKEN;
        }

        @Override
        public int fitting() {
            return text().map(FramingReference::xor).orElse(2);
        }
    }

    /** 49, two bytes of length, text. */
    record Counted(String all) implements FramingReference {
        @Override
        public Scan scan(boolean silent) {
            if (all.isEmpty()) {
                return Scan.Signal.NOTHING;
            }
            if (silent || all.charAt(0) != 'I') {
                return Scan.Signal.BROKEN;
            }
            if (all.length() < 3) {
                return Scan.Signal.GATHERING;
            }
            int length = 256 * all.charAt(1) + all.charAt(2);
            String text = all.substring(3);
            if (length == 0) {
                return Scan.Signal.CONFIRMED;
            }
            boolean broken = length > 512 || !isText(text);
            return broken
                    ? Scan.Signal.BROKEN
                    : text.length() == length ? new Scan.Message(text) : Scan.Signal.GATHERING;
        }

        @Override
        public int fitting() {
            return 0;
        }
    }

    /** 01, two bytes of length, O, U, 02, a flag, text, 03, check byte. */
    record Native(String all, MrzFraming.Rte rules) implements FramingReference {
        private static final String HEAD = "OU\2";

        private String message() {
            int start = all.indexOf(1);
            return start < 0 ? "" : all.substring(start + 1);
        }

        @Override
        public Scan scan(boolean silent) {
            if (all.indexOf(1) < 0) {
                return isOnlyLineEnds(all) ? Scan.Signal.NOTHING : silent ? Scan.Signal.BROKEN : Scan.Signal.GATHERING;
            }
            String message = message();
            int end = message.indexOf(3, 6);
            boolean mayEnd = silent && end == message.length() - 1 && end >= 6;
            if (silent && !(mayEnd && rules.check() == MrzFraming.Check.NOT_JUDGED)) {
                return Scan.Signal.BROKEN;
            }
            return silent || (end >= 0 && end < message.length() - 1) ? ended(message, end) : unended(message, end);
        }

        private static Scan unended(String message, int end) {
            String head = message.length() < 3 ? "" : message.substring(2, Math.min(5, message.length()));
            String text = message.length() < 6 ? "" : message.substring(6, end < 0 ? message.length() : end);
            return HEAD.startsWith(head) && isText(text) ? Scan.Signal.GATHERING : Scan.Signal.BROKEN;
        }

        private Scan ended(String message, int end) {
            int announced = (message.charAt(0) + 256 * message.charAt(1)) % 16_384;
            boolean lengthFits = switch (rules.length()) {
                case NOT_JUDGED -> true;
                case TO_END -> announced == end - 1;
                case TO_CHECK -> announced == end;
            };
            boolean checkFits = switch (rules.check()) {
                case NOT_JUDGED -> true;
                case XOR_AFTER_START -> message.charAt(end + 1) == xor(message.substring(0, end + 1));
                case XOR_AFTER_LENGTH -> message.charAt(end + 1) == xor(message.substring(2, end + 1));
            };
            return lengthFits && checkFits ? new Scan.Message(message.substring(6, end)) : Scan.Signal.BROKEN;
        }

        @Override
        public int fitting() {
            String message = message();
            boolean afterLength = rules.check() == MrzFraming.Check.XOR_AFTER_LENGTH;
            return message.length() < 3 ? 1 : xor(afterLength ? message.substring(2) : message);
        }
    }
}
