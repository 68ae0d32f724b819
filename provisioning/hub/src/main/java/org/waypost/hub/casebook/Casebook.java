package org.waypost.hub.casebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.ReportOpener;

/** What officers may do with cases. Reports are opened in memory, for the one who looks. Safe for several threads. */
public final class Casebook {
    /** Lines of one inbox page; acknowledged ones fall off its end. */
    public static final int LINES_MAX = 200;

    private final Cases cases;
    private final ReportOpener desk;
    private final DutyWindows windows;
    private final Uncoverings uncoverings;

    /**
     * A casebook over stored cases, opened by the desk's key.
     *
     * @param windows how long a case may wait for an officer
     * @param uncoverings to whom a case is open in clear
     */
    public Casebook(Cases cases, ReportOpener desk, DutyWindows windows, Uncoverings uncoverings) {
        this.cases = cases;
        this.desk = desk;
        this.windows = windows;
        this.uncoverings = uncoverings;
    }

    /** The first {@value #LINES_MAX} lines of the inbox. */
    public List<CaseLine> inbox() {
        return cases.inbox(LINES_MAX);
    }

    /** The first {@value #LINES_MAX} of those that wait longer than they may. */
    public List<CaseLine> late() {
        return cases.late(windows, LINES_MAX);
    }

    /** How many wait longer than they may. */
    public long lateCount() {
        return cases.lateCount(windows);
    }

    /** How long a case may wait. */
    public DutyWindows windows() {
        return windows;
    }

    /** A mark that differs after each change of the inbox. */
    public String version() {
        return cases.version();
    }

    /** The line of one case. */
    public Optional<CaseLine> line(long number) {
        return cases.line(number);
    }

    /** Opens a case, covered; the look is recorded before anything is shown. */
    public Look look(long number, Officer officer, Reason purpose) {
        Optional<CaseLine> line = cases.line(number);
        Optional<CaseFile> file = cases.look(number, officer, purpose);
        if (line.isEmpty() || file.isEmpty()) {
            return new Look.Absent();
        }
        return report(file.get())
                .<Look>map(report -> new Look.Shown(
                        line.get(),
                        MaskedReport.of(report),
                        amended(file.get()).stream().map(MaskedAmendment::of).toList(),
                        file.get().told()))
                .orElseGet(Look.Unreadable::new);
    }

    /** Shows a case in clear to an officer to whom it is open; that is recorded before anything is shown. */
    public View uncovered(long number, Officer officer) {
        Optional<CaseLine> line = cases.line(number);
        Optional<Uncoverings.Seen> seen = uncoverings.see(number, officer);
        if (line.isEmpty() || seen.isEmpty()) {
            return new View.Covered();
        }
        CaseFile file = seen.get().file();
        return report(file)
                .<View>map(report -> new View.Clear(
                        line.get(),
                        report,
                        amended(file),
                        file.told(),
                        seen.get().until()))
                .orElseGet(View.Unreadable::new);
    }

    private Optional<CaseReport> report(CaseFile file) {
        return switch (desk.open(file.report())) {
            case ReportOpener.Opening.Opened opened -> Optional.of(opened.report());
            case ReportOpener.Opening.Amended amendment -> Optional.empty();
            case ReportOpener.Opening.Closed closed -> Optional.empty();
        };
    }

    private List<Amended> amended(CaseFile file) {
        return file.amendments().stream()
                .map(later -> new Amended(later.number(), later.received(), opened(later)))
                .toList();
    }

    private Optional<Amendment> opened(CaseFile.Later later) {
        return switch (desk.open(later.message())) {
            case ReportOpener.Opening.Amended amended -> Optional.of(amended.amendment());
            case ReportOpener.Opening.Opened report -> Optional.empty();
            case ReportOpener.Opening.Closed closed -> Optional.empty();
        };
    }

    /** Takes a case on; true if this officer now has it. */
    public boolean acknowledge(long number, Officer officer, Reason reason) {
        return cases.acknowledge(number, officer, reason);
    }

    /** Lets the terminal that filed know what was decided. */
    public Telling tell(long number, Decision decision) {
        return cases.tell(number, decision);
    }

    /** Consent, broken glass and reviews. */
    public Uncoverings uncoverings() {
        return uncoverings;
    }

    /** What an officer who opens a case sees. */
    public sealed interface Look {
        /** The case, what its terminal said of it later, and what that was told; all of it covered. */
        record Shown(CaseLine line, MaskedReport report, List<MaskedAmendment> amended, List<Told> told)
                implements Look {}

        /** There is no case of that number. */
        record Absent() implements Look {}

        /** The desk's key no longer opens it. */
        record Unreadable() implements Look {}
    }

    /** What an officer to whom a case is open sees. */
    public sealed interface View {
        /**
         * All of it.
         *
         * @param until when it is covered again
         */
        record Clear(CaseLine line, CaseReport report, List<Amended> amended, List<Told> told, Instant until)
                implements View {}

        /** It is not open to this officer, or no longer. */
        record Covered() implements View {}

        /** The desk's key no longer opens it. */
        record Unreadable() implements View {}
    }
}
