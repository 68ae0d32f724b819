package org.waypost.agent.encounter;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.waypost.agent.document.IdentityDocument;
import org.waypost.agent.verification.DeskAnswer;
import org.waypost.drivers.device.Portrait;

/**
 * The pictures of documents and of the living that a counter holds at the moment, and the prints beside them (invariant
 * I3). Thread safe.
 */
final class Custody {
    private final Map<Party, VerifiedDocument> held = new EnumMap<>(Party.class);
    private final FingerCustody fingers = new FingerCustody();

    /** Prints outlive pictures: a party signs last. */
    FingerCustody fingers() {
        return fingers;
    }

    synchronized void take(VerifiedDocument verified) {
        Party party = verified.sitting().party();
        release(party);
        held.put(party, verified);
    }

    synchronized Optional<Portrait> portrait(Party party) {
        return Optional.ofNullable(held.get(party))
                .map(VerifiedDocument::document)
                .flatMap(IdentityDocument::portrait);
    }

    synchronized Optional<Portrait> live(Party party) {
        return Optional.ofNullable(held.get(party))
                .map(VerifiedDocument::answer)
                .flatMap(DeskAnswer::live);
    }

    /** Zeroes what a command that was carried out makes superfluous; what ends a case zeroes everything. */
    void afterwards(Command command) {
        switch (command) {
            case Command.Compare compare -> release(compare.party());
            case Command.ChooseRoute choose -> {
                release(choose.party());
                fingers.release(choose.party());
            }
            case Command.ReadAgain again -> {
                release(again.party());
                fingers.release(again.party());
            }
            case Command.AskFinger ask -> {
                if (ask.purpose() == FingerPurpose.IDENTIFY) {
                    fingers.release(ask.party());
                }
            }
            case Command.ShowNotice show -> {}
            case Command.HoldInterview hold -> {}
            case Command.RaiseConcern raise -> {}
            case Command.Decide decide -> {}
            case Command.Withdraw withdraw -> {}
        }
    }

    /** Zeroes the pictures that are held of one party. */
    synchronized void release(Party party) {
        VerifiedDocument verified = held.remove(party);
        if (verified != null) {
            verified.close();
        }
    }

    /** Zeroes everything. */
    synchronized void release() {
        for (Party party : Party.values()) {
            release(party);
        }
        fingers.release();
    }
}
