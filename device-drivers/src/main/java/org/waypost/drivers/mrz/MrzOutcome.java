package org.waypost.drivers.mrz;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/** What came of reading one text. Only {@link Parsed} may be used without a person having looked at the document. */
public sealed interface MrzOutcome {

    /** Every character as delivered, every check digit fits. */
    record Parsed(Mrz mrz) implements MrzOutcome {
        public Parsed {
            requireNonNull(mrz);
        }
    }

    /**
     * The text as delivered does not fit; it would with these characters replaced. A proposal: the officer compares it
     * with the document. A false variant fits one check digit in about ten times.
     *
     * @param mrz the zone as it would read
     * @param changes what was replaced, at least one
     */
    record Repaired(Mrz mrz, List<Change> changes) implements MrzOutcome {
        public Repaired {
            requireNonNull(mrz);
            changes = List.copyOf(changes);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("a repair changes at least one character");
            }
        }
    }

    /**
     * Not read: swipe again, or type from the document.
     *
     * @param flaws at least one
     */
    record Unreadable(Set<Flaw> flaws) implements MrzOutcome {
        public Unreadable {
            flaws = Set.copyOf(flaws);
            if (flaws.isEmpty()) {
                throw new IllegalArgumentException("what is unreadable has a flaw");
            }
        }
    }

    /**
     * One character of a repair.
     *
     * @param line from 1
     * @param column from 1
     * @param read as delivered
     * @param proposed as it would fit
     */
    record Change(int line, int column, char read, char proposed) {
        public Change {
            if (line < 1 || line > 3 || column < 1 || column > 44 || read == proposed) {
                throw new IllegalArgumentException("no change at line " + line + ", column " + column);
            }
        }

        /** Position only: the characters belong to a document. */
        @Override
        public String toString() {
            return "Change[" + line + ":" + column + "]";
        }
    }
}
