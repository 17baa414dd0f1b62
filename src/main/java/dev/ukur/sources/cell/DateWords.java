package dev.ukur.sources.cell;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words dates are written with in English, Indonesian, German and French. An own table, because the platforms write
 * forms the JDK does not know ({@code Agt}, {@code Agust}, {@code Nop}, {@code Sept}).
 */
final class DateWords {

    private static final Map<String, Integer> MONTHS = months(
            "jan january januari januar jänner jaenner janvier janv",
            "feb february februari pebruari peb februar février fevrier févr fevr fév",
            "mar march maret märz maerz mär mrz mars",
            "apr april avril avr",
            "may mei mai",
            "jun june juni juin",
            "jul july juli juillet juil",
            "aug august agustus agu agt agust ags août aout",
            "sep sept september septembre",
            "oct october okt oktober octobre",
            "nov november nopember nop novembre",
            "dec december des desember dez dezember décembre decembre déc");

    /** {@code mar} (mardi) is left out: a month before all. */
    private static final Set<String> WEEKDAYS =
            Set.of(("mon monday tue tues tuesday wed wednesday thu thur thurs thursday"
                            + " fri friday sat saturday sun sunday senin sen selasa sel rabu rab kamis kam jumat jum'at jum sabtu"
                            + " sab minggu min ahad montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa"
                            + " sonntag so lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim")
                    .split(" "));

    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th", "er");

    private static final Set<String> BEFORE_TIME = Set.of("at", "pukul", "jam", "um", "à");

    /** Zone words that mean one offset only, in hours. */
    private static final Map<String, Integer> ZONES = Map.of("z", 0, "utc", 0, "gmt", 0, "wib", 7, "wita", 8, "wit", 9);

    private DateWords() {}

    /** The month of a word, 1..12, or 0. */
    static int month(String word) {
        return MONTHS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
    }

    static boolean isWeekday(String word) {
        return WEEKDAYS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a word follows the number of a day: {@code 1st}. */
    static boolean isOrdinal(String word) {
        return ORDINALS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a word may stand between date and time: {@code pukul 10:00}. */
    static boolean leadsToTime(String word) {
        return BEFORE_TIME.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The offset of a zone word in hours, or -1. */
    static int zoneHours(String word) {
        return ZONES.getOrDefault(word.toLowerCase(Locale.ROOT), -1);
    }

    private static Map<String, Integer> months(String... wordsByMonth) {
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < wordsByMonth.length; i++) {
            for (String word : wordsByMonth[i].split(" ")) {
                months.put(word, i + 1);
            }
        }
        return Map.copyOf(months);
    }
}
