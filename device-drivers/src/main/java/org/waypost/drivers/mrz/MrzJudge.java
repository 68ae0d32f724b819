package org.waypost.drivers.mrz;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges a text of a known format on one day: names every flaw, or reads the zone if there is none. */
final class MrzJudge {
    private final DateField birth;
    private final DateField expiry;

    MrzJudge(LocalDate today) {
        this.birth = new DateField(CenturyRule.BIRTH, today);
        this.expiry = new DateField(CenturyRule.EXPIRY, today);
    }

    /** Every flaw of the text. */
    Set<Flaw> flaws(MrzText text) {
        Set<Flaw> found = EnumSet.noneOf(Flaw.class);
        if (!MrzText.isLegal(text.characters())) {
            found.add(Flaw.CHARACTER);
            return found;
        }
        addDigits(text, found);
        addContent(text, found);
        return found;
    }

    /** The zone of a text without flaws. */
    Mrz zone(MrzText text) {
        Layout.Dated dated = text.format().layout().dated();
        return new Mrz(
                text.format(),
                new Mrz.Document(
                        unfilled(text.in(Layout.CODE)),
                        new StateCode(unfilled(text.in(Layout.ISSUER))),
                        DocumentNumber.of(text).trimmed(),
                        expiry.read(text.in(dated.expiry())).orElseThrow()),
                new Mrz.Holder(
                        MrzName.of(text.in(text.format().layout().name())),
                        new StateCode(unfilled(text.in(dated.nationality()))),
                        birth.read(text.in(dated.birth())).orElseThrow(),
                        sex(text.in(dated.sex())).orElseThrow()));
    }

    private static void addDigits(MrzText text, Set<Flaw> found) {
        Layout layout = text.format().layout();
        addUnless(DocumentNumber.of(text).digitFits(), Flaw.NUMBER_DIGIT, found);
        addUnless(digitFits(text, layout.dated().birth()), Flaw.BIRTH_DIGIT, found);
        addUnless(digitFits(text, layout.dated().expiry()), Flaw.EXPIRY_DIGIT, found);
        addUnless(text.format() != MrzFormat.TD3 || personalNumberFits(text), Flaw.OPTIONAL_DIGIT, found);
        addUnless(compositeFits(text), Flaw.COMPOSITE_DIGIT, found);
    }

    private void addContent(MrzText text, Set<Flaw> found) {
        Layout.Dated dated = text.format().layout().dated();
        addUnless(codeFits(text), Flaw.DOCUMENT_CODE, found);
        addUnless(isState(text.in(Layout.ISSUER)), Flaw.ISSUER, found);
        addUnless(DocumentNumber.of(text).isWellformed(), Flaw.NUMBER, found);
        addUnless(isState(text.in(dated.nationality())), Flaw.NATIONALITY, found);
        addUnless(birth.read(text.in(dated.birth())).isPresent(), Flaw.BIRTH, found);
        addUnless(expiry.read(text.in(dated.expiry())).isPresent(), Flaw.EXPIRY, found);
        addUnless(sex(text.in(dated.sex())).isPresent(), Flaw.SEX, found);
        addUnless(MrzName.isWellformed(text.in(text.format().layout().name())), Flaw.NAME, found);
    }

    private static void addUnless(boolean fits, Flaw flaw, Set<Flaw> found) {
        if (!fits) {
            found.add(flaw);
        }
    }

    private static boolean digitFits(MrzText text, Span field) {
        return text.at(field.to()) == CheckDigit.of(text.in(field));
    }

    /** Doc 9303-4 section 4.2.2: the digit of an empty personal number is 0 or a filler. */
    private static boolean personalNumberFits(MrzText text) {
        Span number = new Span(72, 86);
        boolean empty = text.in(number).chars().allMatch(c -> c == MrzFormat.FILLER);
        return digitFits(text, number) || (empty && text.at(number.to()) == MrzFormat.FILLER);
    }

    private static boolean compositeFits(MrzText text) {
        var covered = text.format().layout().composite();
        return covered.isEmpty()
                || text.at(text.format().layout().compositeDigit())
                        == CheckDigit.of(covered.stream().map(text::in).collect(Collectors.joining()));
    }

    private static boolean codeFits(MrzText text) {
        char second = text.at(1);
        return text.format().begins(text.at(0)) && (second == MrzFormat.FILLER || Character.isLetter(second));
    }

    private static boolean isState(String field) {
        return StateCode.isWellformed(unfilled(field));
    }

    private static Optional<Mrz.Sex> sex(String field) {
        return switch (field) {
            case "F" -> Optional.of(Mrz.Sex.FEMALE);
            case "M" -> Optional.of(Mrz.Sex.MALE);
            case "<" -> Optional.of(Mrz.Sex.UNSPECIFIED);
            default -> Optional.empty();
        };
    }

    private static String unfilled(String field) {
        return field.replaceAll("<+$", "");
    }
}
