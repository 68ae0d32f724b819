package org.waypost.kiosk.page;

import org.waypost.agent.evidence.Check;
import org.waypost.agent.evidence.CheckResult;

/**
 * One line of document checks in words: what was checked, what came of it by word and sign, and what that means.
 *
 * @param words in the reader's language
 * @param check the line
 */
public record CheckLine(Words words, Check check) {

    /** What was checked. */
    public String subject() {
        return words.of(check.subject());
    }

    /** A style; sign and word say the same. */
    public String look() {
        return switch (check.result()) {
            case CheckResult.Passed passed -> "good";
            case CheckResult.Failed failed -> "look";
            case CheckResult.NotDone notDone -> "open";
            case CheckResult.NotSupported notSupported -> "none";
        };
    }

    /** A sign of a shape of its own. */
    public String sign() {
        return switch (check.result()) {
            case CheckResult.Passed passed -> "✓";
            case CheckResult.Failed failed -> "✕";
            case CheckResult.NotDone notDone -> "?";
            case CheckResult.NotSupported notSupported -> "–";
        };
    }

    /** What came of it. */
    public String result() {
        return switch (check.result()) {
            case CheckResult.Passed passed -> words.of("evidence.passed");
            case CheckResult.Failed failed -> words.of("evidence.failed");
            case CheckResult.NotDone notDone -> words.of("evidence.notdone");
            case CheckResult.NotSupported notSupported -> words.of("evidence.notsupported");
        };
    }

    /** What that means; where it does not hold or was not done, what to do. */
    public String meaning() {
        return switch (check.result()) {
            case CheckResult.Passed passed -> words.hint(check.subject());
            case CheckResult.Failed failed -> words.of(Words.key(check.subject()) + ".failed");
            case CheckResult.NotDone notDone -> words.of(notDone.gap());
            case CheckResult.NotSupported notSupported -> words.of("evidence.notsupported.text");
        };
    }
}
