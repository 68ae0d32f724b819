package org.waypost.trials;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waypost.agent.encounter.Concern;
import org.waypost.agent.report.Outbox;
import org.waypost.agent.report.ReportIds;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Indicator;
import org.waypost.contract.Statement;
import org.waypost.contract.TerminalId;

/** What a counter meets, one after another: most leave no report, some are referred, and some of these amended. */
final class MixedEncounters {
    /** What somebody says, in the languages of those who may sit there. */
    static final List<String> WORDS = List.of(
            "I do not want this, please do not tell them",
            "我不愿意，请不要告诉他们",
            "Tôi không muốn, xin đừng nói với họ",
            "ကျွန်မ မလိုချင်ပါ၊ သူတို့ကို မပြောပါနဲ့",
            "ខ្ញុំមិនចង់ទេ សូមកុំប្រាប់ពួកគេ",
            "ຂ້ອຍບໍ່ຕ້ອງການ ຢ່າບອກພວກເຂົາ",
            "Я не хочу этого, пожалуйста, не говорите им",
            "저는 원하지 않아요, 그들에게 말하지 마세요",
            "لا أريد هذا، من فضلك لا تخبرهم");

    static final String CONTACT = "telephone 555-0142 in the mornings";
    static final String WISH = "wants to speak to a woman first";
    static final String UNSAID = "a concern that came to nothing";
    static final String CORRECTED = "it was the uncle and not the brother";
    static final String EXPLAINED = "they showed a paper that explains it";
    static final String OPERATOR = "registrar-1";

    private static final List<Kind> ROUND = List.of(
            Kind.CARDS,
            Kind.PASSPORT,
            Kind.FINGERS,
            Kind.CAME_TO_NOTHING,
            Kind.REFERRED,
            Kind.REFUSED,
            Kind.CARDS,
            Kind.WITHDRAWN,
            Kind.URGENT,
            Kind.CARDS,
            Kind.HELPED,
            Kind.PASSPORT,
            Kind.CORRECTED,
            Kind.CARDS,
            Kind.TAKEN_BACK);

    private final CounterRig counter;
    private final Dispatch dispatch;
    private final TerminalId terminal;
    private final ReportIds ids = new ReportIds(InstantSource.system());
    private int referred;

    MixedEncounters(CounterRig counter, Dispatch dispatch, TerminalId terminal) {
        this.counter = counter;
        this.dispatch = dispatch;
        this.terminal = terminal;
    }

    /** The kind of the next encounters, in turn. */
    static Kind kind(int encounter) {
        return ROUND.get(encounter % ROUND.size());
    }

    /** Plays one; of those that leave a report, up to its being on disk. */
    void play(Kind kind) {
        switch (kind) {
            case CARDS -> counter.clean(CounterRig.Means.CARDS);
            case PASSPORT -> counter.clean(CounterRig.Means.PASSPORT);
            case FINGERS -> counter.clean(CounterRig.Means.FINGERS);
            case CAME_TO_NOTHING -> counter.released(concern(UNSAID, CaseReport.Urgency.OTHER));
            case REFUSED -> counter.refused();
            case WITHDRAWN -> counter.withdrawn();
            case REFERRED, CORRECTED, TAKEN_BACK -> refer(CounterRig.Means.PASSPORT, CaseReport.Urgency.OTHER);
            case URGENT -> refer(CounterRig.Means.CARDS, CaseReport.Urgency.DANGER_NOW);
            case HELPED -> counter.helped();
        }
    }

    /** What is said later of the report that was played last, once the hub has it. */
    void amend(Kind kind) {
        switch (kind) {
            case CORRECTED ->
                amend(
                        CORRECTED,
                        new Amendment.Correction(
                                List.of(new Statement(Statement.Source.SAID_BY_PERSON, Optional.empty(), CORRECTED))));
            case TAKEN_BACK -> amend(EXPLAINED, new Amendment.Withdrawal(Amendment.Cause.EXPLAINED));
            case CARDS, PASSPORT, FINGERS, CAME_TO_NOTHING, REFUSED, WITHDRAWN, REFERRED, URGENT, HELPED -> {}
        }
    }

    /** The report that was filed last. */
    UUID last() {
        return dispatch.outbox().rows().stream()
                .filter(row -> row.amends().isEmpty())
                .findFirst()
                .orElseThrow()
                .report();
    }

    private void amend(String reason, Amendment.Change change) {
        Amendment.Author by =
                new Amendment.Author(terminal, OPERATOR, Instant.now().truncatedTo(MILLIS));
        Outbox.Amending amending = dispatch.outbox().amend(new Amendment(ids.next(), last(), by, reason, change));
        if (amending != Outbox.Amending.SAVED) {
            throw new IllegalStateException(amending.name());
        }
    }

    private void refer(CounterRig.Means means, CaseReport.Urgency urgency) {
        counter.referred(means, concern(WORDS.get(referred++ % WORDS.size()), urgency));
    }

    private static Concern concern(String words, CaseReport.Urgency urgency) {
        return new Concern(
                new Statement(Statement.Source.SAID_BY_PERSON, Optional.of(Indicator.CON_1), words),
                urgency,
                CaseReport.Protected.PARTY_B,
                new CaseReport.Handling(
                        CaseReport.Companion.PRESENT, CONTACT, WISH, "", "", CaseReport.Interpreter.USED));
    }

    /** How an encounter goes. */
    enum Kind {
        CARDS,
        PASSPORT,
        FINGERS,
        /** Somebody had a concern, and the parties were registered all the same. */
        CAME_TO_NOTHING,
        REFUSED,
        WITHDRAWN,
        REFERRED,
        /** Referred, danger now. */
        URGENT,
        /** Referred because the help button was pressed. */
        HELPED,
        /** Referred, taken on at the desk, and corrected. */
        CORRECTED,
        /** Referred and withdrawn. */
        TAKEN_BACK;

        /** Whether a report comes of it. */
        boolean leavesReport() {
            return switch (this) {
                case CARDS, PASSPORT, FINGERS, CAME_TO_NOTHING, REFUSED, WITHDRAWN -> false;
                case REFERRED, URGENT, HELPED, CORRECTED, TAKEN_BACK -> true;
            };
        }

        /** Messages of the terminal that the hub keeps. */
        int messages() {
            return switch (this) {
                case CARDS, PASSPORT, FINGERS, CAME_TO_NOTHING, REFUSED, WITHDRAWN -> 0;
                case REFERRED, URGENT, HELPED -> 1;
                case CORRECTED, TAKEN_BACK -> 2;
            };
        }
    }
}
