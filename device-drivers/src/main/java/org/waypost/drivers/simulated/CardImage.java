package org.waypost.drivers.simulated;

/** What an invented card holds: 256 bytes of text and 1,024 bytes of picture. Unchangeable. */
public final class CardImage {
    private final byte[] text;
    private final byte[] photo;

    private CardImage(byte[] text, byte[] photo) {
        if (text.length != 256 || photo.length != 1024) {
            throw new IllegalArgumentException("a card holds 256 bytes of text and 1,024 of picture");
        }
        this.text = text;
        this.photo = photo;
    }

    /**
     * A card.
     *
     * @param photo 1,024 bytes; copied
     */
    public static CardImage of(CardValues values, byte[] photo) {
        return new CardImage(values.text(), photo.clone());
    }

    /** The same card with other bytes in its text block, for cards that no issuer would make. */
    public CardImage with(int offset, int characters, String value) {
        return new CardImage(
                CardText.copyOf(text).put(offset, characters, value).bytes(), photo);
    }

    /** The same card of another kind, by its type letter; a letter nobody issues makes an unknown card. */
    public CardImage withType(char letter) {
        return with(248, 1, String.valueOf(letter));
    }

    byte[] text() {
        return text.clone();
    }

    byte[] photo() {
        return photo.clone();
    }
}
