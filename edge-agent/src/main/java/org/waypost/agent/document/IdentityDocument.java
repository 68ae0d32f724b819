package org.waypost.agent.document;

import java.time.LocalDate;
import java.util.Optional;
import org.waypost.agent.face.PortraitSource;
import org.waypost.contract.DocumentType;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.idcard.Document;

/** What a party identifies by. Who has it owns its portrait. */
public sealed interface IdentityDocument extends AutoCloseable permits IdCard, TravelDocument {

    /** Which kind of document; the name is the key of the text shown. */
    Kind kind();

    /** As lists and reports name it. */
    DocumentType type();

    /** The issuing state, ISO 3166 alpha-3 or as Doc 9303-3 has it; part of the key a watchlist is asked with. */
    String issuer();

    /** As on the document, without fillers. */
    String number();

    /** Whether the number was read as it stands, and is no proposal of a repair that nothing has confirmed. */
    boolean sound();

    /** As on the document; of one with a zone in the Latin letters of that, perhaps shortened. */
    String name();

    Document.Sex sex();

    /** Empty where the document does not say, or not for certain. */
    Optional<LocalDate> birth();

    InForce inForce();

    /** The document's own picture, if it was read and may be used. */
    Optional<Portrait> portrait();

    /** What kind of picture that is. */
    PortraitSource source();

    /** Wipes the portrait. */
    @Override
    void close();

    /** Kinds of document that a counter takes. */
    enum Kind {
        RESIDENT_CARD,
        RESIDENCE_PERMIT,
        FOREIGNER_2017,
        FOREIGNER_2023,
        PASSPORT,
        /** A card with a machine readable zone (TD1, TD2). */
        OFFICIAL_TRAVEL_DOCUMENT
    }
}
