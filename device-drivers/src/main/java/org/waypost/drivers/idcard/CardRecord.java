package org.waypost.drivers.idcard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.idcard.Layout.Field;

/**
 * The content of a read reply after the field filter. There is no way to one without the filter: {@link #filtered}
 * overwrites, in the receive buffer itself, what this product must not know, before a single character is decoded.
 */
final class CardRecord {
    private static final int TEXT_AT = 4;
    private static final int PHOTO_BYTES = 1024;

    private final Layout layout;
    private final ByteBuffer text;
    private final ByteBuffer photo;

    private CardRecord(Layout layout, ByteBuffer text, ByteBuffer photo) {
        this.layout = layout;
        this.text = text;
        this.photo = photo;
    }

    /** Outcome of the filter. */
    sealed interface Filtered {
        /** The record may be decoded. */
        record Usable(CardRecord content) implements Filtered {}

        /** Nothing is left to decode: every byte was overwritten. */
        record Wiped(Fault fault) implements Filtered {}
    }

    /**
     * Filters a reply in place.
     *
     * @param data {@code TEXT_LEN(2) PHOTO_LEN(2) TEXT PHOTO}, lengths big-endian and always 256 and 1024
     */
    static Filtered filtered(ByteBuffer data) {
        if (!lengthsHold(data)) {
            wipe(data);
            return new Filtered.Wiped(Fault.CARD_UNREADABLE);
        }
        ByteBuffer text = data.slice(TEXT_AT, Layout.TEXT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        Optional<Layout> layout = Layout.of(text);
        if (layout.isEmpty()) {
            wipe(data);
            return new Filtered.Wiped(Fault.CARD_UNKNOWN);
        }
        layout.get().dropped().forEach(field -> blank(text, field));
        ByteBuffer photo = data.slice(TEXT_AT + Layout.TEXT_BYTES, PHOTO_BYTES);
        return new Filtered.Usable(new CardRecord(layout.get(), text, photo));
    }

    Layout layout() {
        return layout;
    }

    /** The characters of a field without the padding: spaces of both widths and zeros at either end. */
    String text(Field field) {
        return stripped(raw(field));
    }

    /** The joined parts of the name, without padding. */
    String name() {
        List<Field> parts = layout.nameParts();
        return stripped(parts.stream().map(this::raw).collect(Collectors.joining()));
    }

    /** A copy of the 1,024 byte picture block; the caller wipes it. */
    byte[] photo() {
        byte[] copy = new byte[PHOTO_BYTES];
        photo.get(0, copy);
        return copy;
    }

    /** Digest of text and picture after the filter, to tell whether two readings are alike. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(text.duplicate());
            digest.update(photo.duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("this Java has no SHA-256", broken);
        }
    }

    private String raw(Field field) {
        char[] characters = new char[field.characters()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = text.getChar(field.offset() + 2 * i);
        }
        return new String(characters);
    }

    private static String stripped(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && isPadding(raw.charAt(start))) {
            start++;
        }
        while (end > start && isPadding(raw.charAt(end - 1))) {
            end--;
        }
        return raw.substring(start, end);
    }

    private static boolean isPadding(char character) {
        return character == ' ' || character == '\u3000' || character == '\0';
    }

    private static boolean lengthsHold(ByteBuffer data) {
        return data.capacity() == TEXT_AT + Layout.TEXT_BYTES + PHOTO_BYTES
                && data.getShort(0) == Layout.TEXT_BYTES
                && data.getShort(2) == PHOTO_BYTES;
    }

    private static void blank(ByteBuffer text, Field field) {
        for (int i = 0; i < field.characters(); i++) {
            text.putChar(field.offset() + 2 * i, ' ');
        }
    }

    private static void wipe(ByteBuffer data) {
        for (int i = 0; i < data.capacity(); i++) {
            data.put(i, (byte) 0);
        }
    }
}
