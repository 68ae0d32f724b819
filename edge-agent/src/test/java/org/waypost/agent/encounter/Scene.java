package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.face.AbsentModel;
import org.waypost.agent.report.Outbox;
import org.waypost.agent.store.StoreFailure;
import org.waypost.agent.verification.Desk;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Cards;
import org.waypost.agent.watchlist.Hands;
import org.waypost.agent.watchlist.Lists;
import org.waypost.agent.watchlist.Watchlist;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Companion;
import org.waypost.contract.CaseReport.Handling;
import org.waypost.contract.CaseReport.LegalDuty;
import org.waypost.contract.CaseReport.Protected;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Indicator;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedReceipt;
import org.waypost.contract.Statement;
import org.waypost.contract.TerminalId;
import org.waypost.contract.WatchlistEntry.Category;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.Document;

/** A counter with a list and records in memory, as real as can be without a disk. */
final class Scene {
    static final Registrar LI = new Registrar("registrar-li");
    static final Registrar WU = new Registrar("registrar-wu");
    static final Duration IDLE = Duration.ofMinutes(10);
    static final Duration FAREWELL = Duration.ofSeconds(20);
    final Hands clock = new Hands(Lists.NOON);
    final List<AuditEvent> lines = new ArrayList<>();
    final List<CaseReport> reports = new ArrayList<>();
    final MarriageCounter counter;
    Disk auditDisk = Disk.FINE;
    Disk outboxDisk = Disk.FINE;

    /** A scene whose list is given. */
    Scene(Watchlist list) {
        this(list, new Desk(any -> new AbsentModel(), Reading.Nobody::new));
    }

    /** A scene whose list and desk are given. */
    Scene(Watchlist list, Desk desk) {
        this(new Examination(desk, list, Optional.empty()));
    }

    /** A scene where fingers are asked for. */
    Scene(Watchlist list, FingerUse fingers) {
        this(new Examination(new Desk(any -> new AbsentModel(), Reading.Nobody::new), list, Optional.of(fingers)));
    }

    private Scene(Examination examination) {
        counter = new MarriageCounter(
                examination,
                new Records(this::append, new MemoryOutbox()),
                new CounterSettings(
                        new TerminalId("counter-1"),
                        Lists.ZONE,
                        new LegalDuty("Regulation on Marriage Registration", "art. 6"),
                        IDLE,
                        FAREWELL),
                new Clocks(
                        clock,
                        () -> Duration.between(Lists.NOON, clock.instant()).toNanos()));
    }

    /** A list without entries. */
    static Watchlist clearList(Path folder) throws IOException, GeneralSecurityException {
        Lists hub = new Lists();
        Path file = Files.createTempFile(folder, "list", ".json");
        return hub.at(hub.write(file, Lists.issue(1)), new Hands(Lists.NOON));
    }

    /** None at all. */
    static Watchlist noList(Path folder) throws GeneralSecurityException {
        return new Lists().at(folder.resolve("none.json"), new Hands(Lists.NOON));
    }

    /** A list that names both cards, in every category. */
    static Watchlist fullList(Path folder) throws IOException, GeneralSecurityException {
        Lists hub = new Lists();
        Path file = Files.createTempFile(folder, "list", ".json");
        return hub.at(
                hub.write(
                        file,
                        Lists.issue(
                                1,
                                hub.entry(Cards.NUMBER_A, Category.MISSING_ADULT),
                                hub.entry(Cards.NUMBER_B, Category.TRAFFICKING_WARRANT))),
                new Hands(Lists.NOON));
    }

    static Concern concern() {
        return new Concern(
                new Statement(Statement.Source.OBSERVED, Optional.of(Indicator.SPK_1), "answers for her"),
                Urgency.OTHER,
                Protected.PARTY_B,
                new Handling(Companion.PRESENT, "", "", "do not telephone", "", CaseReport.Interpreter.NOT_USED));
    }

    static Command.HoldInterview interview(Party party) {
        return new Command.HoldInterview(LI, party, true, new Interpreter.None(), new Interview.FreeWillStated());
    }

    UUID open() {
        accepted(counter.open(LI));
        return encounter();
    }

    UUID encounter() {
        return counter.clerkView().encounter().orElseThrow();
    }

    Answer give(Command command) {
        return counter.apply(encounter(), command);
    }

    void accept(Command command) {
        accepted(give(command));
    }

    static void accepted(Answer answer) {
        assertInstanceOf(Answer.Accepted.class, answer, answer.toString());
    }

    Document lay(Document document) {
        counter.present(new Reading.Taken<>(document));
        return document;
    }

    /** Up to the card. */
    void prepare(Party party, Route route) {
        accept(new Command.ShowNotice(LI, party));
        accept(new Command.ChooseRoute(LI, party, route));
    }

    void identify(Party party, Route route, Document document) {
        prepare(party, route);
        lay(document);
        accept(new Command.Compare(LI, party, Finding.SAME_PERSON));
    }

    /** Up to the decision. */
    void walk() {
        open();
        identify(Party.A, Route.FACE, Cards.a());
        identify(Party.B, Route.WITHOUT_FACE, Cards.b());
        accept(interview(Party.A));
        accept(interview(Party.B));
    }

    Step step() {
        return counter.clerkView().position().step();
    }

    private synchronized void append(AuditEvent event) {
        auditDisk.use();
        lines.add(event);
    }

    /** How a disk behaves. */
    enum Disk {
        FINE,
        FULL,
        BROKEN,
        DEFECT;

        void use() {
            switch (this) {
                case FINE, FULL -> {}
                case BROKEN -> throw new StoreFailure("disk of the test", new IOException("broken"));
                case DEFECT -> throw new IllegalStateException("a defect of the test");
            }
        }
    }

    private final class MemoryOutbox implements Outbox {
        @Override
        public Put put(CaseReport report, AuditEvent event) {
            outboxDisk.use();
            if (outboxDisk == Disk.FULL) {
                return new Put.Full();
            }
            append(event);
            reports.add(report);
            return new Put.Saved(report.id(), event.at());
        }

        @Override
        public Amending amend(Amendment amendment) {
            return Amending.NOT_HELD;
        }

        @Override
        public Optional<SealedReport> next() {
            return Optional.empty();
        }

        @Override
        public List<SealedReport> due(Set<UUID> underway, int count, int bytes) {
            return List.of();
        }

        @Override
        public void published(UUID report) {}

        @Override
        public void republish() {}

        @Override
        public void republish(UUID report) {}

        @Override
        public List<Outstanding> outstanding() {
            return List.of();
        }

        @Override
        public void overdue(UUID report) {}

        @Override
        public Optional<Proof> proof(UUID report) {
            return Optional.empty();
        }

        @Override
        public Confirmation confirm(SignedReceipt receipt) {
            return new Confirmation.Ignored("test");
        }

        @Override
        public List<Row> rows() {
            return List.of();
        }

        @Override
        public Backlog backlog() {
            return new Backlog(reports.size(), 0, Optional.empty(), Optional.empty());
        }
    }
}
