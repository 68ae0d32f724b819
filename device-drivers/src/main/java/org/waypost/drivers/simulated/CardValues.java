package org.waypost.drivers.simulated;

/**
 * What is printed in the text block of an invented card, one record for each of the four layouts; every value as coded
 * on the card: dates YYYYMMDD (or 长期), sex 1 or 2. Names hold no more than the layout has places for.
 */
public sealed interface CardValues {

    /** The 256 byte text block. */
    default byte[] text() {
        CardText block = CardText.blank(256);
        switch (this) {
            case Resident card ->
                block.put(0, 15, card.name)
                        .put(30, 1, card.sex)
                        .put(32, 2, card.ethnicity)
                        .put(36, 8, card.birth)
                        .put(52, 35, card.address)
                        .put(122, 18, card.number)
                        .put(158, 15, card.authority)
                        .put(188, 8, card.from)
                        .put(204, 8, card.until);
            case Permit card ->
                block.put(0, 15, card.name)
                        .put(30, 1, card.sex)
                        .put(36, 8, card.birth)
                        .put(52, 35, card.address)
                        .put(122, 18, card.number)
                        .put(158, 15, card.authority)
                        .put(188, 8, card.from)
                        .put(204, 8, card.until)
                        .put(220, 9, card.travelPermit)
                        .put(238, 2, card.issues)
                        .put(248, 1, "J");
            case ForeignerOf2017 card ->
                block.put(0, 60, card.name)
                        .put(120, 1, card.sex)
                        .put(122, 15, card.number)
                        .put(152, 3, card.nationality)
                        .put(158, 15, card.chineseName)
                        .put(188, 8, card.from)
                        .put(204, 8, card.until)
                        .put(220, 8, card.birth)
                        .put(236, 2, card.version)
                        .put(240, 4, card.office)
                        .put(248, 1, "I");
            case ForeignerOf2023 card ->
                block.put(0, 15, card.chineseName)
                        .put(30, 1, card.sex)
                        .put(32, 2, card.renewals)
                        .put(36, 8, card.birth)
                        .put(52, 35, card.name.substring(0, Math.min(35, card.name.length())))
                        .put(122, 18, card.number)
                        .put(188, 8, card.from)
                        .put(204, 8, card.until)
                        .put(220, 11, card.name.substring(Math.min(35, card.name.length())))
                        .put(242, 3, card.nationality)
                        .put(248, 1, "Y");
        }
        return block.bytes();
    }

    /** Resident ID card. */
    record Resident(
            String name,
            String sex,
            String ethnicity,
            String birth,
            String address,
            String number,
            String authority,
            String from,
            String until)
            implements CardValues {}

    /** Residence permit for residents of Hong Kong, Macao and Taiwan. */
    record Permit(
            String name,
            String sex,
            String birth,
            String address,
            String number,
            String authority,
            String from,
            String until,
            String travelPermit,
            String issues)
            implements CardValues {}

    /** Foreign permanent resident ID card, layout of 2017. */
    record ForeignerOf2017(
            String name,
            String sex,
            String number,
            String nationality,
            String chineseName,
            String from,
            String until,
            String birth,
            String version,
            String office)
            implements CardValues {}

    /** Foreign permanent resident ID card, layout of 2023. */
    record ForeignerOf2023(
            String chineseName,
            String sex,
            String renewals,
            String birth,
            String name,
            String number,
            String from,
            String until,
            String nationality)
            implements CardValues {}
}
