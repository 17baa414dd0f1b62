package dev.ukur.model;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Facts about an account that its export files do not state.
 *
 * @param account name of the account, part of each row's key; the profile's name when empty
 * @param currency ISO 4217 code, used where the file names none
 * @param zone zone of times without one
 * @param numberLocale {@code dot} (1,234.56) or {@code comma} (1.234,56), used where cells leave it open
 * @param dateOrder {@code dmy} or {@code mdy}, used where cells leave it open
 */
public record AccountSettings(
        Optional<String> account,
        Optional<String> currency,
        Optional<ZoneId> zone,
        Optional<String> numberLocale,
        Optional<String> dateOrder) {

    /** An account of which nothing is said. */
    public static AccountSettings none() {
        return new AccountSettings(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
