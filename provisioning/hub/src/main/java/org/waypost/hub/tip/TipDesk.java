package org.waypost.hub.tip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.waypost.contract.PublicReport;
import org.waypost.contract.TipOpener;
import org.waypost.contract.TipThread;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;

/** What officers may do with tips. They are opened in memory, for the one who looks. Safe for several threads. */
public final class TipDesk {
    /** Lines of the list; what was answered falls off its end. */
    public static final int LINES_MAX = 200;

    private final TipStore store;
    private final TipOpener desk;

    /** Tips of one store, opened by the desk's key. */
    public TipDesk(TipStore store, TipOpener desk) {
        this.store = store;
        this.desk = desk;
    }

    /** The first {@value #LINES_MAX} threads. */
    public List<TipLine> inbox() {
        return store.threads(LINES_MAX);
    }

    /** Whether there is such a thread. */
    public boolean has(String handle) {
        return !store.tips(handle).isEmpty();
    }

    /** Opens a thread; the look is recorded before anything is shown. */
    public Look look(String handle, Officer officer, Reason purpose) {
        List<TipStore.Kept> kept = store.look(handle, officer, purpose);
        if (kept.isEmpty()) {
            return new Look.Absent();
        }
        List<PublicReport> told = opened(kept).toList();
        return told.isEmpty() ? new Look.Unreadable() : new Look.Shown(handle, said(told, handle));
    }

    private Stream<PublicReport> opened(List<TipStore.Kept> kept) {
        return kept.stream().map(one -> desk.open(one.tip())).flatMap(Optional::stream);
    }

    private List<Said> said(List<PublicReport> told, String handle) {
        TipThread thread = told.getFirst().thread();
        List<Said> said = new ArrayList<>();
        told.forEach(report -> said.add(new Said.Told(report)));
        for (TipStore.Given given : store.answers(handle)) {
            thread.open(given.sealed()).ifPresent(words -> said.add(new Said.Answered(given.hour(), words)));
        }
        said.sort(Comparator.comparing(Said::hour));
        return List.copyOf(said);
    }

    /** Answers who holds the code; true unless there is no such thread or the desk's key no longer opens it. */
    public boolean answer(String handle, String words, Officer officer) {
        return opened(store.tips(handle))
                .findFirst()
                .map(report -> store.answer(handle, report.thread().seal(words), officer))
                .orElse(false);
    }

    /** What an officer who opens a thread sees. */
    public sealed interface Look {
        /** All of it. */
        record Shown(String handle, List<Said> said) implements Look {
            /** The photo of one tip, base64url; empty if it has none. */
            public Optional<String> photo(UUID tip) {
                return said.stream()
                        .filter(one -> one instanceof Said.Told told
                                && told.report().id().equals(tip))
                        .map(one -> ((Said.Told) one).report().photo())
                        .filter(photo -> !photo.isEmpty())
                        .findFirst();
            }
        }

        /** There is no such thread. */
        record Absent() implements Look {}

        /** The desk's key no longer opens it. */
        record Unreadable() implements Look {}
    }

    /** One part of a conversation. */
    public sealed interface Said {
        /** To the hour. */
        Instant hour();

        /** By the person. */
        record Told(PublicReport report) implements Said {
            @Override
            public Instant hour() {
                return report.hour();
            }
        }

        /** By the desk. */
        record Answered(Instant hour, String words) implements Said {}
    }
}
