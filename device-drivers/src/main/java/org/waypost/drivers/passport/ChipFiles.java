package org.waypost.drivers.passport;

import java.util.Optional;

/** Where the bytes of files come from. */
@FunctionalInterface
interface ChipFiles {

    /** The whole file, which the caller wipes; empty if the chip has none. */
    Optional<byte[]> read(EmrtdFile file) throws ChipFailure;
}
