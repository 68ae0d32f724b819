package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

/** A rule of law that each party is held against; the result is shown, a person decides. */
public enum Rule {
    /** Man at least 22, woman at least 20; the birthday itself counts. */
    MARRIAGEABLE_AGE("Civil Code art. 1047"),
    /** The document is valid today. */
    DOCUMENT_IN_FORCE("Regulation on Marriage Registration, Order 804, art. 8"),
    /** Not checked by a terminal: the registrar does. */
    NO_SPOUSE("Civil Code art. 1051"),
    /** Not checked by a terminal: the party declares it. */
    NO_PROHIBITED_KINSHIP("Civil Code art. 1048");

    private final String article;

    Rule(String article) {
        this.article = article;
    }

    /** Title and article. */
    public String article() {
        return article;
    }

    /** A rule and what came of it. */
    public record Checked(Rule rule, Result result) {
        public Checked {
            requireNonNull(rule);
            requireNonNull(result);
        }
    }

    /** What came of a rule. */
    public enum Result {
        PASS,
        FAIL,
        /** No answer; never a pass. */
        NOT_DONE
    }
}
