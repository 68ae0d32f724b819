package org.waypost.trials;

/** One thing a program did to a directory, or said; names are those of files in it. */
sealed interface DiskOp {

    /** A new, empty file. */
    record Create(String file) implements DiskOp {}

    /** Bytes at an offset. */
    @SuppressWarnings("ArrayRecordComponent") // a disk is bytes; two operations are never compared
    record Write(String file, long offset, byte[] bytes) implements DiskOp {}

    /** A new length. */
    record Truncate(String file, long length) implements DiskOp {}

    /** The file's bytes are forced to the disk. */
    record Sync(String file) implements DiskOp {}

    /** The directory's entries are forced to the disk. */
    record SyncFolder() implements DiskOp {}

    /** Another name, which replaces what had it. */
    record Rename(String from, String to) implements DiskOp {}

    /** Away with a name. */
    record Unlink(String file) implements DiskOp {}

    /** What the program told the outside world, without its line feed: from then on it is bound by it. */
    record Said(String line) implements DiskOp {}
}
