package org.waypost.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What a public station says to the hub, on {@link Topic.Kind#TIP}. Unsigned: the broker lets each speak for itself.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SealedTip.class, name = "TIP"),
    @JsonSubTypes.Type(value = AnswersWanted.class, name = "ANSWERS_WANTED")
})
public sealed interface StationWord permits SealedTip, AnswersWanted {}
