package dev.ukur.i18n;

import dev.ukur.problem.Share;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How values are written for people in one language. Rounding happens here and nowhere earlier. Unknown is an en dash,
 * never 0 and never blank. Numbers are in the units of the metrics: shares 0..1, money in major units, days, seconds.
 */
public final class Formats {

    /** What stands where nothing is known. */
    public static final String UNKNOWN = "–";

    private static final String NBSP = "\u00a0";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final int SECONDS_A_MINUTE = 60;
    private static final Set<String> WITHOUT_CENTS = Set.of("IDR", "JPY", "KRW", "VND", "CLP");
    private static final String[] SHORT_ID = {"", "rb", "jt", "miliar", "T"};
    private static final String[] SHORT_EN = {"", "k", "m", "bn", "tn"};
    private static final int THOUSAND_DIGITS = 3;

    private final Language language;
    private final String currency;
    private final OptionalInt even;
    private final Digits digits;
    private final Days days;

    private Formats(Language language, String currency, OptionalInt even) {
        this.language = language;
        this.currency = currency;
        this.even = even;
        this.digits = new Digits(language);
        this.days = new Days(language);
    }

    /** The way of a language, with money in a currency (ISO 4217 code). */
    public static Formats of(Language language, String currency) {
        return new Formats(language, currency, OptionalInt.empty());
    }

    /** The same for numbers that stand below each other: counts, ratios and shares with so many decimals, zeros included. */
    public Formats even(int decimals) {
        return new Formats(language, currency, OptionalInt.of(decimals));
    }

    /** A count: whole from 100 on; smaller averages keep one decimal. */
    public String count(@Nullable Number value) {
        BigDecimal number = decimal(value);
        return number == null ? UNKNOWN : upTo(number.abs().compareTo(HUNDRED) < 0 ? 1 : 0, number);
    }

    /** A plain ratio, at most two decimals. */
    public String ratio(@Nullable Number value) {
        BigDecimal number = decimal(value);
        return number == null ? UNKNOWN : upTo(2, number);
    }

    /** Money with its currency: {@code Rp 1.250.000}, {@code −Rp 9.800}, {@code USD 12.50}. */
    public String money(@Nullable Number value) {
        BigDecimal number = decimal(value);
        return number == null ? UNKNOWN : money(number, amount(number.abs()));
    }

    /** An amount of money without its currency, for the second end of an interval. */
    public String amount(@Nullable Number value) {
        BigDecimal number = decimal(value);
        if (number == null) {
            return UNKNOWN;
        }
        return WITHOUT_CENTS.contains(currency) ? digits.upTo(0, number) : digits.exactly(2, number);
    }

    /** Three digits and a word for the thousands: {@code 18,4 jt}, {@code 1.09bn}; plain below a thousand. */
    public String brief(@Nullable Number value) {
        BigDecimal number = decimal(value);
        if (number == null) {
            return UNKNOWN;
        }
        BigDecimal rounded = number.round(new MathContext(THOUSAND_DIGITS, RoundingMode.HALF_UP));
        int whole = rounded.precision() - rounded.scale();
        int step = Math.min(SHORT_EN.length - 1, Math.max(0, (whole - 1) / THOUSAND_DIGITS));
        String head = digits.upTo(2, rounded.movePointLeft(step * THOUSAND_DIGITS));
        return step == 0 ? head : head + language.pick(NBSP + SHORT_ID[step], SHORT_EN[step]);
    }

    /** Money in short form: {@code Rp 18,4 jt}, {@code Rp 18.4m}. */
    public String briefMoney(@Nullable Number value) {
        BigDecimal number = decimal(value);
        return number == null ? UNKNOWN : money(number, brief(number.abs()));
    }

    /** A share, given as 0..1: {@code 3,4 %}. */
    public String share(@Nullable Number value) {
        String bare = percent(value);
        return bare.equals(UNKNOWN) ? bare : bare + language.pick(NBSP + "%", "%");
    }

    /** A share in percent without the sign, for the ends of an interval. */
    public String percent(@Nullable Number value) {
        BigDecimal number = decimal(value);
        if (number == null) {
            return UNKNOWN;
        }
        BigDecimal percent = number.multiply(HUNDRED);
        return upTo(percent.abs().compareTo(TEN) < 0 ? 2 : 1, percent);
    }

    private String upTo(int decimals, BigDecimal number) {
        return even.isPresent() ? digits.evenly(even.getAsInt(), number) : digits.upTo(decimals, number);
    }

    /** A difference of two shares, with its sign: {@code −0,08 poin}. */
    public String points(@Nullable Number difference) {
        String text = signed(difference, percent(difference));
        return text.equals(UNKNOWN) ? text : text + NBSP + language.pick("poin", "pt");
    }

    /** A probability in whole percent; under 1 % and over 99 % it says so. */
    public String chance(@Nullable Number probability) {
        BigDecimal number = decimal(probability);
        if (number == null) {
            return UNKNOWN;
        }
        BigDecimal percent = number.multiply(HUNDRED);
        String sign = language.pick(NBSP + "%", "%");
        if (percent.compareTo(BigDecimal.ONE) < 0) {
            return "<" + NBSP + "1" + sign;
        }
        BigDecimal most = HUNDRED.subtract(BigDecimal.ONE);
        return percent.compareTo(most) > 0 ? ">" + NBSP + "99" + sign : digits.exactly(0, percent) + sign;
    }

    /** A number of days with its word. */
    public String daysLong(@Nullable Number value) {
        BigDecimal number = decimal(value);
        if (number == null) {
            return UNKNOWN;
        }
        boolean one = number.compareTo(BigDecimal.ONE) == 0;
        return digits.upTo(1, number) + NBSP + language.pick("hari", one ? "day" : "days");
    }

    /** A number of seconds; minutes and seconds from one minute on. */
    public String seconds(@Nullable Number value) {
        BigDecimal number = decimal(value);
        if (number == null) {
            return UNKNOWN;
        }
        String unit = NBSP + language.pick("dtk", "s");
        long whole = number.setScale(0, RoundingMode.HALF_UP).longValue();
        if (Math.abs(whole) < SECONDS_A_MINUTE) {
            return digits.upTo(1, number) + unit;
        }
        String minutes = count(whole / SECONDS_A_MINUTE) + NBSP + language.pick("mnt", "min");
        long rest = Math.abs(whole % SECONDS_A_MINUTE);
        return rest == 0 ? minutes : minutes + " " + rest + unit;
    }

    /** A text of a number with a plus sign before it when the number is above zero. */
    public String signed(@Nullable Number value, String text) {
        BigDecimal number = decimal(value);
        return number != null && number.signum() > 0 ? "+" + text : text;
    }

    /** Two ends of an interval: {@code 2.248–2.471}; in words where a minus would be misread. */
    public String interval(String low, String high) {
        boolean minus = low.startsWith(Digits.MINUS) || high.startsWith(Digits.MINUS);
        return minus ? low + language.pick(" s.d. ", " to ") + high : low + "–" + high;
    }

    /** {@code 23 Nov 2026}. */
    public String date(@Nullable LocalDate day) {
        return day == null ? UNKNOWN : days.date(day);
    }

    /** {@code 23 Nov}, where the year is plain. */
    public String day(@Nullable LocalDate day) {
        return day == null ? UNKNOWN : days.day(day);
    }

    /** {@code Min, 22 Nov 2026}. */
    public String weekday(@Nullable LocalDate day) {
        return day == null ? UNKNOWN : days.weekday(day);
    }

    /** {@code 23 Nov 2026, 23.59 WIB}. */
    public String moment(@Nullable ZonedDateTime moment) {
        return moment == null ? UNKNOWN : days.moment(moment);
    }

    /** The everyday name of a zone: {@code WIB}. */
    public String zone(ZoneId zone) {
        return days.zone(zone);
    }

    /** {@code Okt 2026}, {@code 16–22 Nov 2026}, {@code Okt–Des 2026}. */
    public String period(@Nullable Period period) {
        return period == null ? UNKNOWN : days.period(period);
    }

    /** {@code 5 Jan 2026, 14.00} or {@code 14:00}: the hour that begins there. */
    public String hour(LocalDateTime hour) {
        return days.hour(hour);
    }

    /** The shortest name of a period, for axes: {@code Okt 26}. */
    public String tick(Period period) {
        return days.tick(period);
    }

    /**
     * A fact of a message by its type.
     *
     * @param form {@code share}, {@code money}, {@code brief}, {@code chance}, {@code day}, {@code plain}, or nothing
     */
    String any(Object value, String form) {
        if (value instanceof Number number) {
            return number(number, form);
        }
        if (value instanceof Share share) {
            return share(share.value());
        }
        if (value instanceof Grain grain) {
            return grain(grain);
        }
        if (value instanceof LocalDate day) {
            return form.equals("day") ? day(day) : date(day);
        }
        if (value instanceof Instant instant) {
            return instant.toString();
        }
        if (value instanceof Period period) {
            return period(period);
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(one -> any(one, form)).collect(Collectors.joining(", "));
        }
        return value.toString();
    }

    private String grain(Grain grain) {
        return switch (grain) {
            case HOUR -> language.pick("jam", "hour");
            case DAY -> language.pick("hari", "day");
            case WEEK -> language.pick("pekan", "week");
            case MONTH -> language.pick("bulan", "month");
            case QUARTER -> language.pick("kuartal", "quarter");
            case YEAR -> language.pick("tahun", "year");
            case TOTAL -> language.pick("seluruhnya", "total");
        };
    }

    private String number(Number number, String form) {
        return switch (form) {
            case "share" -> share(number);
            case "money" -> money(number);
            case "brief" -> brief(number);
            case "chance" -> chance(number);
            case "plain" -> digits.plain(new BigDecimal(number.toString()));
            default -> ratio(number);
        };
    }

    private String money(BigDecimal number, String amount) {
        String symbol = currency.equals("IDR") ? "Rp" : currency;
        return (number.signum() < 0 ? Digits.MINUS : "") + symbol + NBSP + amount;
    }

    private static @Nullable BigDecimal decimal(@Nullable Number value) {
        if (value == null || value instanceof BigDecimal) {
            return (BigDecimal) value;
        }
        double number = value.doubleValue();
        return Double.isNaN(number) || Double.isInfinite(number) ? null : new BigDecimal(value.toString());
    }
}
