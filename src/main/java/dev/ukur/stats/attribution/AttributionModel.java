package dev.ukur.stats.attribution;

/** A way to divide conversions among the channels of their paths. */
public interface AttributionModel {

    /** The credits of all channels; they sum to the conversions and to their value. */
    Credits credits(Journeys journeys);
}
