package dev.ukur.model;

import dev.ukur.problem.Location;
import dev.ukur.time.Period;

/**
 * A day or run of days on which something happened that numbers may show.
 *
 * @param name short name
 * @param kind {@code campaign}, {@code promo}, {@code holiday}, {@code outage}, {@code price} or {@code tracking_change}
 * @param title shown to people
 * @param days when
 * @param at where it stands
 */
public record Occasion(String name, String kind, Label title, Period days, Location at) {}
