package org.waypost.hub.tip;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.waypost.contract.AnswersWanted;
import org.waypost.contract.PublicReport;
import org.waypost.contract.SealedTip;
import org.waypost.contract.SignedAnswer;
import org.waypost.contract.SignedTipReceipt;
import org.waypost.contract.SignedTipReceipt.Outcome;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.TipOpener;

/**
 * What becomes of what stations say. The station is known from its topic for as long as it is answered, and forgotten
 * then: no row and no line of the log has it beside a tip. Safe to run twice for the same messages.
 */
public final class TipIntake {
    private final TipStore store;
    private final TipOpener desk;
    private final Signer receipts;
    private final Replies replies;
    private final TipFlood flood;

    /**
     * Takes in tips for one desk.
     *
     * @param receipts signs what stations are told
     * @param replies where that goes
     */
    public TipIntake(TipStore store, TipOpener desk, Signer receipts, Replies replies, InstantSource clock) {
        this.store = store;
        this.desk = desk;
        this.receipts = receipts;
        this.replies = replies;
        this.flood = new TipFlood(clock);
    }

    /** Opens the seal, in memory. */
    public Optional<PublicReport> open(SealedTip tip) {
        return desk.open(tip);
    }

    /** Stores what may be stored, and answers each tip; the outcomes are in the batch's order. */
    public List<Outcome> take(List<Told> batch) {
        List<Boolean> admitted = batch.stream()
                .map(told -> told.report().isPresent() && flood.admitsTip(told.station()))
                .toList();
        List<TipStore.Arrived> arrived = IntStream.range(0, batch.size())
                .filter(admitted::get)
                .mapToObj(batch::get)
                .map(told -> new TipStore.Arrived(
                        told.tip(), told.report().orElseThrow().thread()))
                .toList();
        Iterator<Outcome> kept = (arrived.isEmpty() ? List.<Outcome>of() : store.keep(arrived)).iterator();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Outcome left = batch.get(i).report().isPresent() ? Outcome.LATER : Outcome.REFUSED;
            outcomes.add(admitted.get(i) ? kept.next() : left);
        }
        answer(batch, outcomes);
        return outcomes;
    }

    private void answer(List<Told> batch, List<Outcome> outcomes) {
        List<Reply> answers = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            SignedTipReceipt receipt = SignedTipReceipt.sign(batch.get(i).tip(), outcomes.get(i), receipts);
            answers.add(new Reply(batch.get(i).station(), receipt));
        }
        replies.add(answers);
    }

    /** Sends a station the answers that it lacks, a page of them. */
    public void send(TerminalId station, AnswersWanted wanted) {
        if (flood.admitsAsking(station)) {
            replies.add(store.answersAfter(wanted.after(), AnswersWanted.PAGE).stream()
                    .map(given -> new Reply(station, signed(given)))
                    .toList());
        }
    }

    private SignedAnswer signed(TipStore.Given given) {
        return SignedAnswer.sign(
                given.number(), given.previous(), given.hour(), given.handle(), given.sealed(), receipts);
    }

    /**
     * A tip as a station sent it.
     *
     * @param report what lay under its seal; empty if it could not be opened
     */
    public record Told(TerminalId station, SealedTip tip, Optional<PublicReport> report) {}
}
