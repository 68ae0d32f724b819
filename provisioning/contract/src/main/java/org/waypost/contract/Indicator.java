package org.waypost.contract;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The 26 observable indicators: behaviour only, none names a nationality, ethnicity, religion, dress, sex or
 * occupation. Presence or absence of one neither proves nor disproves trafficking; they are never counted or scored.
 * Sources: UNODC human trafficking indicators, ILO operational indicators 2009, Frontex VEGA, UK forced-marriage
 * guidance for registrars, Civil Code arts. 1042 and 1046.
 */
public enum Indicator {
    /** Another person holds or hands over the individual's ID or passport. */
    DOC_1,
    /** Document belongs to another, or portrait mismatch not explained. */
    DOC_2,
    /** Person does not know the content of own document, visa or ticket. */
    DOC_3,
    /** Another answers when the person is addressed directly. */
    SPK_1,
    /** Answers sound rehearsed, or identical between persons. */
    SPK_2,
    /** Companion insists on interpreting or refuses a private talk. */
    SPK_3,
    /** Movement appears controlled or escorted, person not left alone. */
    MOV_1,
    /** Person does not know own destination, address or where they are. */
    MOV_2,
    /** Person is limited in contact with family or friends. */
    MOV_3,
    /** Collected or handed over by someone unknown to the person. */
    MOV_4,
    /** Fear or anxiety, rising when the companion is near. */
    FEAR_1,
    /** Distrust or fear of authorities stated by the person. */
    FEAR_2,
    /** Looks to the companion for permission before answering. */
    FEAR_3,
    /** Visible injury consistent with assault or restraint. */
    HARM_1,
    /** Signs of neglect: hunger, no clothing fit for the weather, exhaustion. */
    HARM_2,
    /** Signs of sedation or intoxication impeding consent. */
    HARM_3,
    /** No access to own money or earnings; another pays and controls. */
    ECO_1,
    /** Debt to recruiter or companion mentioned. */
    ECO_2,
    /** Promise of work or marriage differs from the facts told. */
    ECO_3,
    /** Payment or bride-price to a broker mentioned as the price of the person. */
    ECO_4,
    /** In the private interview the person says or signals "no", or does not know what is being signed. */
    CON_1,
    /**
     * Parties share no language and know almost nothing of each other; mixed-language couples marry freely every day.
     */
    CON_2,
    /** Apparent lack of capacity to understand marriage; needs a specialist, never a bar by itself. */
    CON_3,
    /** Threats to the person or family reported. */
    THR_1,
    /** Child unsure who the adult is; adult cannot give the child's basic details. */
    CHD_1,
    /** Child alone with no receiving adult or consent papers, or papers at odds with the child's account. */
    CHD_2;

    /** The code as printed and sent, such as {@code SPK-1}. */
    @JsonValue
    public String code() {
        return name().replace('_', '-');
    }
}
