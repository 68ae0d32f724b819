package org.waypost.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Invented messages that tests and golden files share. */
final class Specimens {
    static final TerminalId TERMINAL = new TerminalId("counter-1");
    static final UUID ID = UUID.fromString("019ab0c4-2000-7000-8000-000000000001");
    static final Instant SEEN = Instant.parse("2026-11-23T01:02:03Z");

    static final UUID TIP = UUID.fromString("3f2b7c1e-8a4d-4c6b-9e0f-2d5a1b7c9e30");
    static final Instant HOUR = Instant.parse("2026-11-23T01:00:00Z");
    static final TipThread THREAD = new TipThread("A".repeat(22), "A".repeat(43));

    private Specimens() {}

    static PublicReport publicReport() {
        return publicReport(TIP, "他们的护照都被老板收走了", "");
    }

    static PublicReport publicReport(UUID id, String words, String photo) {
        return new PublicReport(
                id,
                HOUR,
                PublicReport.Kind.FORCED_LABOUR,
                PublicReport.Place.WORKPLACE,
                PublicReport.Danger.NOT_KNOWN,
                words,
                THREAD,
                photo);
    }

    static CaseReport report() {
        return new CaseReport(
                ID,
                new CaseReport.Filing(
                        TERMINAL,
                        "registrar-7",
                        new CaseReport.LegalDuty("婚姻登记条例", "第六条"),
                        SEEN,
                        SEEN.plusSeconds(240)),
                CaseReport.Urgency.OTHER,
                CaseReport.Protected.PARTY_B,
                List.of(
                        new Statement(Statement.Source.OBSERVED, Optional.of(Indicator.SPK_1), ""),
                        new Statement(Statement.Source.SAID_BY_PERSON, Optional.of(Indicator.CON_1), "“我不想”"),
                        new Statement(Statement.Source.DOCUMENT, Optional.empty(), "card held by the other party")),
                List.of(new CaseReport.DocumentReference(
                        DocumentType.RESIDENT_CARD, "c3BlY2ltZW4tYmxpbmRlZC1yZWZlcmVuY2UtMDAwMDE")),
                new CaseReport.Handling(
                        CaseReport.Companion.PRESENT,
                        "",
                        "wants to speak to a woman",
                        "do not telephone the household",
                        "separate interview held",
                        CaseReport.Interpreter.USED),
                Set.of(CaseReport.Recipient.SUPPORT_SERVICE, CaseReport.Recipient.POLICE));
    }

    static Amendment correction() {
        return amendment(new Amendment.Correction(List.of(
                new Statement(Statement.Source.OBSERVED, Optional.of(Indicator.SPK_3), "the uncle, not the father"))));
    }

    static Amendment withdrawal() {
        return amendment(new Amendment.Withdrawal(Amendment.Cause.FILED_TWICE));
    }

    private static Amendment amendment(Amendment.Change change) {
        return new Amendment(
                UUID.fromString("019ab0c4-2000-7000-8000-000000000002"),
                ID,
                new Amendment.Author(TERMINAL, "registrar-7", SEEN.plusSeconds(600)),
                "seen again on the recording sheet",
                change);
    }

    static WatchlistEntry entry() {
        return new WatchlistEntry(
                "c3BlY2ltZW4tYmxpbmRlZC1yZWZlcmVuY2UtMDAwMDE",
                WatchlistEntry.Category.MISSING_ADULT,
                "Missing Persons Rules (invented), art. 3",
                "Invented County Police",
                "INV-2026-0001",
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2027, 5, 1),
                "author-1",
                "reviewer-2");
    }

    static WatchlistIssue issue() {
        return new WatchlistIssue(3, SEEN, SEEN.plusSeconds(86_400), List.of(entry()));
    }

    static TrustStoreIssue trustStore() {
        return new TrustStoreIssue(
                2,
                SEEN,
                List.of(new TrustStoreIssue.CountrySigner("UT", "Y2VydGlmaWNhdGU=", SEEN.plusSeconds(86_400), "DE")),
                List.of("bGlzdA=="));
    }

    static Health health() {
        Instant hour = Instant.parse("2026-11-23T01:00:00Z");
        return new Health(
                TERMINAL,
                hour,
                Optional.of(new Health.ListInUse(3, SEEN.plusSeconds(86_400))),
                Optional.of(2L),
                List.of(
                        new Health.Device(
                                Health.Kind.ID_CARD_READER,
                                "card",
                                Health.Condition.ABSENT,
                                Optional.of(hour),
                                Health.Remedy.CONNECT,
                                Health.Identity.CONFIRMED),
                        new Health.Device(
                                Health.Kind.PANEL,
                                "panel",
                                Health.Condition.WORKING,
                                Optional.empty(),
                                Health.Remedy.NONE,
                                Health.Identity.NOT_COMPARED),
                        new Health.Device(
                                Health.Kind.FACE_COMPARISON,
                                "faces",
                                Health.Condition.FAULTY,
                                Optional.of(hour),
                                Health.Remedy.IMPORT_MODELS,
                                Health.Identity.DIFFERS)));
    }
}
