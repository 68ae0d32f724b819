package org.waypost.hub.casebook;

import java.util.List;
import org.waypost.contract.SealedReport;

/**
 * What the hub keeps of one case.
 *
 * @param report as it came
 * @param told what the terminal was told, the first at the head
 */
public record CaseFile(SealedReport report, List<Told> told) {
    public CaseFile {
        told = List.copyOf(told);
    }
}
