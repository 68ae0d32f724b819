package org.waypost.drivers.mrz;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads machine readable zones of all five formats (Doc 9303 parts 3 to 7) from text. Throws for no text whatever. Has
 * no state; safe for use by several threads.
 */
public final class MrzParser {
    private static final Set<Flaw> MENDABLE = Set.copyOf(EnumSet.of(
            Flaw.NUMBER,
            Flaw.NUMBER_DIGIT,
            Flaw.BIRTH,
            Flaw.BIRTH_DIGIT,
            Flaw.EXPIRY,
            Flaw.EXPIRY_DIGIT,
            Flaw.OPTIONAL_DIGIT,
            Flaw.COMPOSITE_DIGIT));

    private final Clock clock;

    /**
     * A parser for one place.
     *
     * @param clock gives the local date from which two-digit years are completed, see {@link CenturyRule}
     */
    public MrzParser(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads one zone.
     *
     * @param text 3 lines of 30, 2 of 36 or 2 of 44 characters, separated by CR, LF or CR LF, or joined; lines are
     *     never filled up or cut
     * @return the zone, a proposal, or every flaw
     */
    public MrzOutcome parse(String text) {
        return MrzText.of(text).map(this::judged).orElseGet(() -> new MrzOutcome.Unreadable(Set.of(Flaw.SHAPE)));
    }

    private MrzOutcome judged(MrzText text) {
        MrzJudge judge = new MrzJudge(LocalDate.now(clock));
        Set<Flaw> flaws = judge.flaws(text);
        if (flaws.isEmpty()) {
            return new MrzOutcome.Parsed(judge.zone(text));
        }
        return mayBeRepaired(text, flaws) ? repaired(text, flaws, judge) : new MrzOutcome.Unreadable(flaws);
    }

    /**
     * Chinese travel permits begin with C, have the size of TD1 and an order of fields of their own (GA/T 704.14): what
     * begins so is taken as it is or not at all. Where a flaw stands outside the check digits no repair can mend it.
     */
    private static boolean mayBeRepaired(MrzText text, Set<Flaw> flaws) {
        return MENDABLE.containsAll(flaws) && text.at(0) != 'C';
    }

    private static MrzOutcome repaired(MrzText text, Set<Flaw> flaws, MrzJudge judge) {
        List<MrzRepair.Variant> variants = new MrzRepair(judge).variants(text);
        if (variants.size() > 1) {
            Set<Flaw> more = EnumSet.copyOf(flaws);
            more.add(Flaw.SEVERAL_REPAIRS);
            return new MrzOutcome.Unreadable(more);
        }
        return variants.isEmpty() ? new MrzOutcome.Unreadable(flaws) : proposal(text, variants.getFirst(), judge);
    }

    private static MrzOutcome proposal(MrzText text, MrzRepair.Variant variant, MrzJudge judge) {
        int width = text.format().width();
        int index = variant.index();
        MrzOutcome.Change change = new MrzOutcome.Change(
                index / width + 1,
                index % width + 1,
                text.at(index),
                variant.text().at(index));
        return new MrzOutcome.Repaired(judge.zone(variant.text()), List.of(change));
    }
}
