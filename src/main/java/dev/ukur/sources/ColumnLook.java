package dev.ukur.sources;

import dev.ukur.model.ValueType;
import dev.ukur.sources.cell.CellText;
import dev.ukur.sources.cell.DateEvidence;
import dev.ukur.sources.cell.DateOrder;
import dev.ukur.sources.cell.Dates;
import dev.ukur.sources.cell.Moment;
import dev.ukur.sources.cell.NumberEvidence;
import dev.ukur.sources.cell.NumberLocale;
import dev.ukur.sources.cell.Numbers;
import dev.ukur.sources.cell.ShareForm;
import dev.ukur.sources.read.Cell;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the cells of one column look like, taken together. */
final class ColumnLook {

    private static final int EXAMPLES = 3;
    private static final int KEPT = 1_000;
    private static final int ID_DIGITS = 10;
    private static final Pattern MONEY = Pattern.compile(
            "cost|spend|spent|amount|price|revenue|fee|total|paid|biaya|harga|omzet|jumlah|bayar|ongkos|nilai|pendapatan"
                    + "|\\((idr|rp|usd|eur|sgd|myr)\\)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PERSONAL = Pattern.compile(
            "e-?mail|phone|telepon|telp|no\\. ?hp|address|alamat|first name|last name|full name|nama (pembeli|penerima"
                    + "|lengkap|depan|belakang)|customer name|username|recipient",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ID =
            Pattern.compile("(^|[ _-])(id|no|sku|kode|code|nomor)([ _.-]|$)", Pattern.CASE_INSENSITIVE);

    private final String header;
    private final List<String> texts = new ArrayList<>();
    private final List<String> examples = new ArrayList<>();
    private final DateEvidence dates = new DateEvidence();
    private int filled;
    private int numbers;
    private int whole;
    private int shares;
    private int days;
    private int moments;
    private int addresses;
    private int longDigits;

    ColumnLook(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }

    /** Takes a cell into account. */
    void add(Cell cell) {
        String text = CellText.trim(cell.text());
        if (text.isEmpty() || text.equals("-") || text.equals("--")) {
            return;
        }
        filled++;
        addresses += Extras.holdsAddress(text) ? 1 : 0;
        if (examples.size() < EXAMPLES && !examples.contains(text)) {
            examples.add(text);
        }
        if (cell.typed() instanceof BigDecimal number) {
            numbers++;
            whole += number.stripTrailingZeros().scale() <= 0 ? 1 : 0;
        } else if (cell.typed() instanceof LocalDateTime time) {
            days++;
            moments += time.toLocalTime().toSecondOfDay() > 0 ? 1 : 0;
        } else {
            addText(text);
        }
    }

    private void addText(String text) {
        if (texts.size() < KEPT) {
            texts.add(text);
        }
        dates.add(text);
        Moment moment = moment(text);
        if (moment != null) {
            days++;
            moments += isMidnight(moment) ? 0 : 1;
            return;
        }
        boolean number = isNumber(text, NumberLocale.DOT) || isNumber(text, NumberLocale.COMMA);
        numbers += number ? 1 : 0;
        whole += number && text.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == ',') ? 1 : 0;
        longDigits += text.length() >= ID_DIGITS && text.chars().allMatch(Character::isDigit) ? 1 : 0;
        shares += Numbers.in(NumberLocale.DOT).share(text, ShareForm.SIGNED).orNull() != null
                        || Numbers.in(NumberLocale.COMMA)
                                        .share(text, ShareForm.SIGNED)
                                        .orNull()
                                != null
                ? 1
                : 0;
    }

    private static @org.jspecify.annotations.Nullable Moment moment(String text) {
        Moment dmy = Dates.in(DateOrder.DMY).moment(text).orNull();
        return dmy != null ? dmy : Dates.in(DateOrder.MDY).moment(text).orNull();
    }

    private static boolean isMidnight(Moment moment) {
        return moment.needsZone() && moment.in(java.time.ZoneOffset.UTC).getEpochSecond() % 86_400 == 0;
    }

    private static boolean isNumber(String text, NumberLocale locale) {
        return Numbers.in(locale).number(text).orNull() != null;
    }

    /** Whether its cells are numbers whose decimal sign matters. */
    boolean isNumeric() {
        return type().isNumeric();
    }

    /** Adds its cells to the evidence of the file. */
    void addTo(NumberEvidence evidence) {
        texts.forEach(evidence::add);
    }

    /** The type nearly all of its cells have. */
    ValueType type() {
        if (isPersonal()) {
            return ValueType.PERSON;
        }
        if (isMost(days)) {
            return moments > 0 ? ValueType.INSTANT : ValueType.DATE;
        }
        if (isMost(shares)) {
            return ValueType.SHARE;
        }
        if (isMost(numbers)) {
            return ofNumbers();
        }
        return ID.matcher(header).find() ? ValueType.ID : ValueType.TEXT;
    }

    private ValueType ofNumbers() {
        if (isMost(longDigits) || ID.matcher(header).find()) {
            return ValueType.ID;
        }
        if (MONEY.matcher(header).find()) {
            return ValueType.MONEY;
        }
        return whole == numbers ? ValueType.COUNT : ValueType.DECIMAL;
    }

    private boolean isPersonal() {
        return addresses > 0 || PERSONAL.matcher(header).find();
    }

    private boolean isMost(int count) {
        return filled > 0 && count * 10 >= filled * 9;
    }

    /** The column for the draft. */
    Draft.Column column(Optional<String> canonical) {
        boolean temporal = type().isTemporal();
        Optional<String> order = temporal
                ? Optional.ofNullable(
                                dates.decide(Optional.empty(), Optional.empty()).orNull())
                        .map(found -> found.name().toLowerCase(Locale.ROOT))
                : Optional.empty();
        return new Draft.Column(header, canonical, type(), isPersonal() ? List.of() : examples, isPersonal(), order);
    }
}
