package org.waypost.agent.trust;

import java.nio.file.Path;
import java.time.InstantSource;
import org.waypost.agent.audit.Audit;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.issue.OfferedFile;

/** The place where a newer trust store is laid for this terminal, as {@link OfferedFile} has it. For one thread. */
public final class OfferedTrust {
    private final OfferedFile place;

    /**
     * Looks at one path.
     *
     * @param file where trust stores are laid; need not exist
     * @param copy takes or refuses them
     */
    public OfferedTrust(Path file, TrustCopy copy, Audit audit, InstantSource clock) {
        this.place = new OfferedFile(file, offered -> verdict(copy.apply(offered)), audit, clock);
    }

    /** As {@link OfferedFile#take}. */
    public void take() {
        place.take();
    }

    /** As {@link OfferedFile#look}. */
    public void look() {
        place.look();
    }

    private static OfferedFile.Verdict verdict(TrustTaken taken) {
        return switch (taken) {
            case TrustTaken.InUse inUse ->
                new OfferedFile.Verdict(
                        true, Action.TRUST_APPLIED, "issue " + inUse.version() + ", " + inUse.signers() + " signers");
            case TrustTaken.Refused refused ->
                new OfferedFile.Verdict(
                        false, Action.TRUST_REFUSED, refused.reason().name());
        };
    }
}
