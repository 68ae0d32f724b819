package org.waypost.trials;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waypost.agent.report.DutyWindows;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Digest;
import org.waypost.contract.DocumentType;
import org.waypost.contract.Indicator;
import org.waypost.contract.Statement;
import org.waypost.contract.TerminalId;

/** Invented reports. */
final class Inventions {
    /** Ten statements as a registrar might write them. */
    static final List<String> ENGLISH = List.of(
            "answers every question in her place",
            "looks at him before she says a word",
            "does not know the address where she is to live",
            "I do not want this, please do not tell them",
            "her passport is in his jacket and he will not hand it over",
            "bruises on the left wrist, covered when noticed",
            "told that her family has already been paid",
            "they met four days ago, she cannot say where",
            "a third person waits outside and telephones often",
            "asked twice what would happen if she said no");

    /** The same in Chinese. */
    static final List<String> CHINESE = List.of(
            "每个问题都由男方代答",
            "开口之前总要先看他一眼",
            "不知道自己将住在什么地方",
            "我不愿意，请不要告诉他们",
            "她的护照在他的外套里，他不肯交出来",
            "左手腕有淤青，被发现后立即遮住",
            "说她家里已经收了钱",
            "四天前才认识，说不出在哪里认识的",
            "门外还有第三个人等着，不停地打电话",
            "两次问到如果她说不会怎么样");

    private Inventions() {}

    /** An office that files them. */
    static Settings.Office office(TerminalId terminal) {
        Duration window = Duration.ofHours(1);
        return new Settings.Office(
                terminal,
                "counter",
                ZoneId.of("Asia/Shanghai"),
                Settings.Office.USUAL_FAREWELL,
                new Settings.Duty(
                        new CaseReport.LegalDuty("A law", "article 1"),
                        new DutyWindows(window, window, window),
                        "supervisor"));
    }

    /** With all that a form asks for. */
    static CaseReport report(UUID id, Settings.Office office, List<String> words, Instant now) {
        List<Statement.Source> sources = List.of(Statement.Source.values());
        List<Indicator> indicators = List.of(Indicator.values());
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            statements.add(
                    new Statement(sources.get(i % sources.size()), Optional.of(indicators.get(i * 2)), words.get(i)));
        }
        CaseReport plain = report(id, office, CaseReport.Urgency.OTHER, now);
        return new CaseReport(
                id,
                plain.filing(),
                plain.urgency(),
                plain.protect(),
                statements,
                List.of(reference('a'), reference('b')),
                plain.handling(),
                plain.recipients());
    }

    private static CaseReport.DocumentReference reference(char seed) {
        return new CaseReport.DocumentReference(DocumentType.RESIDENT_CARD, Digest.of("invented " + seed));
    }

    static CaseReport report(UUID id, Settings.Office office, CaseReport.Urgency urgency, Instant now) {
        return new CaseReport(
                id,
                new CaseReport.Filing(
                        office.terminal(), "registrar-1", office.duty().law(), now, now),
                urgency,
                CaseReport.Protected.PARTY_B,
                List.of(
                        new Statement(Statement.Source.OBSERVED, Optional.of(Indicator.SPK_1), "answers for her"),
                        new Statement(Statement.Source.SAID_BY_PERSON, Optional.of(Indicator.CON_1), "invented words")),
                List.of(),
                new CaseReport.Handling(
                        CaseReport.Companion.PRESENT,
                        "",
                        "wants to speak alone",
                        "do not telephone the household",
                        "separate interview held",
                        CaseReport.Interpreter.NOT_USED),
                Set.of(CaseReport.Recipient.POLICE, CaseReport.Recipient.SUPPORT_SERVICE));
    }
}
