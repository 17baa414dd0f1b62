package dev.ukur.sources;

import dev.ukur.model.HeaderMatch;
import dev.ukur.model.LayoutRules.LogRules;
import dev.ukur.sources.read.Cell;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.TextLines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page requests of people in a server's log. What crawlers, scripts and pictures asked for is counted, not read; a
 * line that is no request is a faulty row.
 */
final class LogTable implements Table, Fields {

    /** What a profile may read of a request. */
    private static final List<String> FIELDS =
            List.of("$id", "$time", "$visitor", "$url", "$referrer", "$status", "$agent");

    private static final List<Cell> NOTHING =
            FIELDS.stream().map(field -> Cell.of("")).toList();

    /** Lines from the top by which a log is known. */
    private static final int LOOKED_AT = 50;

    private static final int MOST_LATELY = 20_000;

    private static final int MOST_CHARS_OF_LINE = 20_000;

    private final Content content;
    private final LogRules rules;

    LogTable(Content content, LogRules rules) {
        this.content = content;
        this.rules = rules;
    }

    /** Whether nine of ten of the first lines are requests in this format. */
    boolean fits() {
        LogFormat format = LogFormat.of(rules);
        int requests = 0;
        int all = 0;
        try (TextLines lines = content.lines()) {
            String line = lines.next();
            for (int i = 0; i < LOOKED_AT && line != null; i++, line = lines.next()) {
                boolean counts = !format.isRemark(line);
                all += counts ? 1 : 0;
                requests += counts && request(format, line) != null ? 1 : 0;
            }
        }
        return requests > 0 && requests * 10 >= all * 9;
    }

    private static @Nullable LogRequest request(LogFormat format, String line) {
        return line.length() > MOST_CHARS_OF_LINE ? null : format.read(line);
    }

    @Override
    public Fields fields() {
        return this;
    }

    @Override
    public OptionalInt find(HeaderMatch match) {
        return match.names().stream()
                .mapToInt(FIELDS::indexOf)
                .filter(field -> field >= 0)
                .findFirst();
    }

    @Override
    public int count() {
        return FIELDS.size();
    }

    @Override
    public String name(int field) {
        return FIELDS.get(field);
    }

    @Override
    public List<String> preamble() {
        return List.of();
    }

    @Override
    public Optional<String> pointer(String pointer) {
        return Optional.empty();
    }

    @Override
    public Rows rows() {
        return new LogRows(content.lines(), LogFormat.of(rules));
    }

    private static final class LogRows implements Rows {

        private final TextLines lines;
        private final LogFormat format;
        private final Crawlers crawlers = new Crawlers();
        private final Map<LogRequest.Kind, Long> passedOver = new TreeMap<>();
        private final Map<String, Integer> lately = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                return size() > MOST_LATELY;
            }
        };

        LogRows(TextLines lines, LogFormat format) {
            this.lines = lines;
            this.format = format;
        }

        @Override
        public @Nullable SourceRow next() {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (format.isRemark(line)) {
                    continue;
                }
                LogRequest request = request(format, line);
                if (request == null) {
                    return SourceRow.faulty(lines.number(), NOTHING, "malformed_line");
                }
                LogRequest.Kind kind = request.kind(crawlers);
                String id = id(line);
                if (kind == LogRequest.Kind.PAGE) {
                    return SourceRow.data(lines.number(), cells(request, id));
                }
                passedOver.merge(kind, 1L, Long::sum);
            }
            return null;
        }

        /**
         * Equal lines are one request in logs that overlap; in one log they are several. A server writes equal lines
         * within a few seconds, so that only the last lines need be remembered.
         */
        private String id(String line) {
            String print = Fingerprint.of(line);
            int repeat = lately.merge(print, 1, Integer::sum);
            return repeat == 1 ? print : Fingerprint.of(print + '\u001F' + repeat);
        }

        private static List<Cell> cells(LogRequest request, String id) {
            return List.of(
                    Cell.of(id),
                    Cell.of(request.time()),
                    Cell.of(request.ip() + '\u001F' + request.agent()),
                    Cell.of(request.url()),
                    Cell.of(request.referrer()),
                    Cell.of(request.status()),
                    Cell.of(request.agent()));
        }

        @Override
        public Map<String, Long> passedOver() {
            return passedOver.entrySet().stream()
                    .collect(Collectors.toMap(
                            kind -> kind.getKey().name().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        }

        @Override
        public void close() {
            lines.close();
        }
    }
}
