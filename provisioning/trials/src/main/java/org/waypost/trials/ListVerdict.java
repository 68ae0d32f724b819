package org.waypost.trials;

import java.nio.file.Path;
import java.util.List;
import org.waypost.agent.watchlist.Applied;
import org.waypost.agent.watchlist.Screening;
import org.waypost.agent.watchlist.Standing;
import org.waypost.agent.watchlist.Watchlist;

/**
 * Loads the list as the product does: the last issue told, or the next, whole; no older one is taken, and the next is.
 *
 * @param keys of hub and terminal
 * @param issues holds them all, by their numbers
 * @param last the highest number there is
 */
record ListVerdict(TrialKeys keys, Path issues, int last) implements Verdict.Judge {

    @Override
    public Verdict of(Path directory, List<String> said) {
        long promised = said.isEmpty() ? 0 : Long.parseLong(said.getLast());
        Watchlist list = ListLife.list(directory.resolve(ListLife.FILE), keys);
        return switch (list.standing()) {
            case Standing.InUse inUse -> inUse(list, inUse.number(), promised);
            case Standing.Unusable unusable -> {
                boolean begun = promised == 0 && unusable.reason() == Screening.Reason.LIST_ABSENT;
                yield begun
                        ? steps(list, 0)
                        : new Verdict.Damaged(unusable.reason().name());
            }
        };
    }

    private Verdict inUse(Watchlist list, long number, long promised) {
        if (number < promised) {
            return new Verdict.Lost("issue " + promised + " was in use, now " + number);
        }
        return number > promised + 1
                ? new Verdict.Damaged("issue " + number + " was not announced")
                : steps(list, number);
    }

    private Verdict steps(Watchlist list, long number) {
        if (number > 1 && list.apply(ListLife.issue(issues, number - 1)) instanceof Applied.InUse) {
            return new Verdict.Damaged("an older issue than " + number + " was taken");
        }
        boolean stuck = number < last && list.apply(ListLife.issue(issues, number + 1)) instanceof Applied.Refused;
        return stuck ? new Verdict.Damaged("after " + number + " no newer issue is taken") : new Verdict.Whole();
    }
}
