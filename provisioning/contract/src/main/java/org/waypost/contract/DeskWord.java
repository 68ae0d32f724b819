package org.waypost.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the hub says to a public station, on {@link Topic.Kind#ANSWER}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SignedTipReceipt.class, name = "TIP_RECEIPT"),
    @JsonSubTypes.Type(value = SignedAnswer.class, name = "ANSWER")
})
public sealed interface DeskWord permits SignedTipReceipt, SignedAnswer {}
