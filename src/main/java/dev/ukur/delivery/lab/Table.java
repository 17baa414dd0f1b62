package dev.ukur.delivery.lab;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A CSV file with a header: UTF-8, commas, plain numbers with a decimal point. Reading a column gives its values or a
 * problem that names the rows at fault; a row's number is its line in the file.
 */
public final class Table {

    private static final int ROWS_NAMED = 10;

    private final String file;
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    private Table(String file, List<String> header) {
        this.file = file;
        this.header = header;
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException when it cannot be read, is empty, or has a row with too few or too many cells
     */
    public static Table read(Path path) {
        String name = path.toString();
        if (!Files.isRegularFile(path)) {
            throw new ProblemException(Problem.error("stats-no-file", Location.of(name)));
        }
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .commentCharacter('#')
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(path)) {
            Table table = null;
            for (CsvRecord record : records) {
                if (table == null) {
                    table = new Table(name, names(record));
                } else {
                    table.add(record);
                }
            }
            if (table == null || table.rows.isEmpty()) {
                throw new ProblemException(Problem.error("stats-empty-file", Location.of(name)));
            }
            table.checkWidth();
            return table;
        } catch (CharacterCodingException e) {
            throw new ProblemException(Problem.error("stats-not-utf8", Location.of(name)));
        } catch (IOException e) {
            throw new ProblemException(Problem.error("stats-unreadable", Location.of(name)));
        }
    }

    private static List<String> names(CsvRecord record) {
        return record.getFields().stream()
                .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private void add(CsvRecord record) {
        rows.add(record.getFields().stream().map(String::strip).toList());
        lines.add((int) record.getStartingLineNumber());
    }

    private void checkWidth() {
        List<Integer> wrong = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != header.size()) {
                wrong.add(lines.get(i));
            }
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(Problem.error("stats-row-width", Location.of(file, wrong.get(0)))
                    .with("columns", header.size())
                    .with("rows", named(wrong)));
        }
    }

    /** How many rows there are below the header. */
    public int size() {
        return rows.size();
    }

    /** The names of the columns, in small letters. */
    public List<String> header() {
        return header;
    }

    /** Whether there is a column of a name. */
    public boolean has(String column) {
        return header.contains(column);
    }

    /** The texts of a column. */
    public List<String> texts(String column) {
        int place = place(column);
        return rows.stream().map(row -> row.get(place)).toList();
    }

    /** The texts of a column, none of them empty. */
    public List<String> filled(String column) {
        List<String> texts = texts(column);
        refuse(
                column,
                "stats-cell-empty",
                texts.stream().map(text -> !text.isEmpty()).toList());
        return texts;
    }

    /** The numbers of a column. */
    public double[] numbers(String column) {
        return numbers(column, Range.ANY);
    }

    /** The numbers of a column, each in a range. */
    double[] numbers(String column, Range range) {
        List<Optional<Double>> read = texts(column).stream().map(Table::number).toList();
        refuse(
                column,
                "stats-cell-not-a-number",
                read.stream().map(Optional::isPresent).toList());
        double[] numbers = read.stream().mapToDouble(Optional::orElseThrow).toArray();
        List<Boolean> fits = new ArrayList<>();
        for (double number : numbers) {
            fits.add(range.holds(number));
        }
        refuse(column, range.code(), fits);
        return numbers;
    }

    /** The numbers of all columns but these, a column each. */
    double[][] others(List<String> names) {
        return header.stream()
                .filter(name -> !names.contains(name))
                .map(this::numbers)
                .toArray(double[][]::new);
    }

    /** The numbers of a column, or one number for each row where there is no such column. */
    double[] numbersOr(String column, Range range, double otherwise) {
        if (has(column)) {
            return numbers(column, range);
        }
        double[] numbers = new double[rows.size()];
        java.util.Arrays.fill(numbers, otherwise);
        return numbers;
    }

    /** The marks of a column: 1 or 0. */
    boolean[] flags(String column) {
        double[] numbers = numbers(column);
        List<Boolean> fits = new ArrayList<>();
        boolean[] flags = new boolean[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            fits.add(numbers[i] == 0 || numbers[i] == 1);
            flags[i] = numbers[i] == 1;
        }
        refuse(column, "stats-cell-no-flag", fits);
        return flags;
    }

    /** Says that rows do not hang together: {@code fits} is false for them. */
    public void refuse(String column, String code, List<Boolean> fits) {
        List<Integer> wrong = new ArrayList<>();
        String first = "";
        for (int i = 0; i < fits.size(); i++) {
            if (!fits.get(i)) {
                first = wrong.isEmpty() && has(column) ? rows.get(i).get(place(column)) : first;
                wrong.add(lines.get(i));
            }
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(new Problem(
                            code, dev.ukur.problem.Severity.ERROR, Location.of(file, wrong.get(0)), java.util.Map.of())
                    .with("column", column)
                    .with("value", first)
                    .with("rows", named(wrong)));
        }
    }

    /** A problem with the whole file. */
    public Problem problem(String code) {
        return new Problem(code, dev.ukur.problem.Severity.ERROR, Location.of(file), java.util.Map.of());
    }

    private int place(String column) {
        int place = header.indexOf(column);
        if (place < 0) {
            throw new ProblemException(Problem.error("stats-no-column", Location.of(file, 1))
                    .with("column", column)
                    .with("columns", String.join(", ", header)));
        }
        return place;
    }

    private static String named(List<Integer> rows) {
        String shown =
                rows.stream().limit(ROWS_NAMED).map(String::valueOf).collect(java.util.stream.Collectors.joining(", "));
        return rows.size() > ROWS_NAMED ? shown + ", … (" + rows.size() + ")" : shown;
    }

    private static Optional<Double> number(String text) {
        try {
            double number = Double.parseDouble(text);
            // Java also takes 1d, 0x1p3 and NaN for numbers; a table of numbers has none of them.
            boolean plain = text.matches("[+-]?[0-9.]+([eE][+-]?[0-9]+)?");
            return plain && Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
