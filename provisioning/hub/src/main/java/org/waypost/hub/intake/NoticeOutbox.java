package org.waypost.hub.intake;

import java.util.List;
import org.waypost.contract.SignedAcknowledgement;
import org.waypost.contract.SignedNotice;

/**
 * Notices that are not yet on their terminal's disk. One that the broker took is sent again later, ever more seldom,
 * until its terminal acknowledges it: the broker's word proves nothing.
 */
public interface NoticeOutbox extends Outgoing<SignedNotice> {
    /**
     * Lets acknowledged notices go, for good when this returns. Safe to run again.
     *
     * @return of each, in the order of the batch, whether its notice was waiting for it
     */
    List<Boolean> stored(List<SignedAcknowledgement> batch);
}
