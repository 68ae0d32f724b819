package org.waypost.trials;

import java.util.List;
import java.util.stream.Stream;

/** The faults that the fuzz targets must find; each of a kind that parsers of such bytes have had. */
final class Plants {
    static final List<Plant> ALL = Stream.of(
                    CardPlants.ALL,
                    ZonePlants.ALL,
                    FingerPlants.ALL,
                    ChipPlants.ALL,
                    FilePlants.ALL,
                    CameraPlants.ALL,
                    RtspPlants.ALL)
            .flatMap(List::stream)
            .toList();

    private Plants() {}
}
