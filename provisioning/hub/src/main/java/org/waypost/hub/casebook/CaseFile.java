package org.waypost.hub.casebook;

import java.time.Instant;
import java.util.List;
import org.waypost.contract.SealedReport;

/**
 * What the hub keeps of one case.
 *
 * @param report as it came
 * @param amendments what its terminal said of it later, the first at the head
 * @param told what the terminal was told, the first at the head
 */
public record CaseFile(SealedReport report, List<Later> amendments, List<Told> told) {
    public CaseFile {
        amendments = List.copyOf(amendments);
        told = List.copyOf(told);
    }

    /**
     * An amendment as it came.
     *
     * @param number the hub's running number
     * @param received when it was stored
     */
    public record Later(long number, Instant received, SealedReport message) {}
}
