package org.waypost.agent.trust;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.waypost.agent.issue.IssueShelf;
import org.waypost.contract.Verifier;
import org.waypost.drivers.passport.TrustStore;

/**
 * The terminal's copy of the hub's trust store, in one signed file. The only thing that changes it is a newer one of
 * the hub. It has no end: an old store knows fewer countries and signers, and says nothing false. Safe for use by
 * several threads.
 */
public final class TrustCopy implements Supplier<TrustStore> {
    private static final System.Logger LOG = System.getLogger(TrustCopy.class.getName());

    private final TrustFile format;
    private final IssueShelf shelf;
    private volatile TrustFile.Content held;

    /**
     * Loads what is on disk; a file that cannot be used leaves the terminal without a store.
     *
     * @param file where it is kept; its folder exists
     * @param hub the hub's list key
     */
    public TrustCopy(Path file, Verifier hub) {
        this.format = new TrustFile(hub);
        this.shelf = new IssueShelf(file);
        this.held = format.read(file);
        if (held instanceof TrustFile.Unusable unusable && unusable.reason() != TrustStanding.Reason.TRUST_ABSENT) {
            LOG.log(WARNING, "no trust store is in use, lay a new one down: {0}", unusable.reason());
        }
    }

    /** What passports are checked against: {@link TrustStore#NONE} without a copy. */
    @Override
    public TrustStore get() {
        return switch (held) {
            case TrustFile.Signed signed -> signed.store();
            case TrustFile.Unusable unusable -> TrustStore.NONE;
        };
    }

    /** What is in use, for health and the technician. */
    public TrustStanding standing() {
        return switch (held) {
            case TrustFile.Signed signed -> inUse(signed.store());
            case TrustFile.Unusable unusable -> new TrustStanding.Unusable(unusable.reason());
        };
    }

    private static TrustStanding inUse(TrustStore store) {
        return new TrustStanding.InUse(store.version(), store.issued(), store.size());
    }

    /**
     * Takes a file offered by the hub, by whatever way it came. It is used only once it is on disk; if anything about
     * it is wrong, the store in use stays.
     */
    public synchronized TrustTaken apply(Path offered) {
        TrustTaken taken = switch (format.read(offered)) {
            case TrustFile.Unusable unusable -> new TrustTaken.Refused(refusal(unusable.reason()));
            case TrustFile.Signed signed -> applied(signed);
        };
        if (taken instanceof TrustTaken.Refused refused) {
            LOG.log(WARNING, "an offered trust store was refused: {0}", refused.reason());
        }
        return taken;
    }

    private TrustTaken applied(TrustFile.Signed signed) {
        long version = signed.store().version();
        if (version <= get().version() || version < shelf.lowest()) {
            return new TrustTaken.Refused(TrustTaken.Reason.NOT_NEWER);
        }
        try {
            shelf.put(version, signed.bytes());
        } catch (IOException notWritten) {
            LOG.log(ERROR, "the trust store could not be written", notWritten);
            return new TrustTaken.Refused(TrustTaken.Reason.NOT_WRITTEN);
        }
        held = signed;
        return new TrustTaken.InUse(version, signed.store().size());
    }

    private static TrustTaken.Reason refusal(TrustStanding.Reason reason) {
        return switch (reason) {
            case TRUST_ABSENT -> TrustTaken.Reason.ABSENT;
            case TRUST_MALFORMED -> TrustTaken.Reason.MALFORMED;
            case TRUST_SIGNATURE_INVALID -> TrustTaken.Reason.SIGNATURE_INVALID;
            case TRUST_EMPTY -> TrustTaken.Reason.EMPTY;
        };
    }
}
