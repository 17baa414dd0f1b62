package dev.ukur.twin;

import dev.ukur.time.Period;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Web analytics by day, from the same visits as the event stream: totals, sources, devices, pages. */
final class PlausibleExport implements Witness {

    private static final String NONE = ",,,,,,";

    private final Path folder;
    private final StringBuilder visitors = new StringBuilder("date,visitors,pageviews,bounces,visits,visit_duration\n");
    private final StringBuilder sources =
            new StringBuilder("date,source,referrer,utm_source,utm_medium,utm_campaign,utm_content,utm_term,"
                    + "pageviews,visitors,visits,visit_duration,bounces\n");
    private final StringBuilder devices =
            new StringBuilder("date,device,visitors,visits,visit_duration,bounces,pageviews\n");
    private final StringBuilder pages = new StringBuilder("date,hostname,page,visits,visitors,pageviews\n");
    private final Map<String, Sums> bySource = new TreeMap<>();
    private final Map<String, Sums> byDevice = new TreeMap<>();
    private final Map<String, Sums> byPage = new TreeMap<>();
    private Sums all = new Sums();

    PlausibleExport(Path folder) {
        this.folder = folder;
    }

    @Override
    public void visit(Visit visit) {
        if (visit.tracked()) {
            int views = visit.count(Hit.Kind.PAGE);
            all.add(visit, views);
            sums(bySource, source(visit.touch())).add(visit, views);
            sums(byDevice, visit.visitor().device().label()).add(visit, views);
            Map<String, Integer> viewsOf = new TreeMap<>();
            for (Hit hit : visit.hits()) {
                if (hit.kind() == Hit.Kind.PAGE) {
                    viewsOf.merge(hit.page().path(), 1, Integer::sum);
                }
            }
            viewsOf.forEach((path, count) -> sums(byPage, path).add(visit, count));
        }
    }

    private static Sums sums(Map<String, Sums> map, String key) {
        return map.computeIfAbsent(key, ignored -> new Sums());
    }

    /** The seven source cells of a visit: a link with parameters names itself, else the referrer does. */
    private static String source(Touch touch) {
        Lane lane = touch.lane();
        if (lane.tagged()) {
            return String.join(",", lane.source(), "", lane.source(), lane.medium(), touch.campaign(), "", "");
        }
        if (lane.referrer().isEmpty()) {
            return NONE;
        }
        String host = URI.create(lane.referrer()).getHost().replace("www.", "");
        String name = switch (host) {
            case "google.com" -> "Google";
            case "bing.com" -> "Bing";
            case "instagram.com" -> "Instagram";
            default -> host;
        };
        return name + "," + host + ",,,,,";
    }

    @Override
    public void dayEnds(LocalDate day) {
        row(visitors, day, all.visitors.size(), all.pageviews, all.bounces, all.visits, all.seconds);
        bySource.forEach((source, s) ->
                row(sources, day, source, s.pageviews, s.visitors.size(), s.visits, s.seconds, s.bounces));
        byDevice.forEach((device, s) ->
                row(devices, day, device, s.visitors.size(), s.visits, s.seconds, s.bounces, s.pageviews));
        byPage.forEach((page, s) -> row(pages, day, Page.HOST, page, s.visits, s.visitors.size(), s.pageviews));
        all = new Sums();
        bySource.clear();
        byDevice.clear();
        byPage.clear();
    }

    private static void row(StringBuilder file, Object... cells) {
        Arrays.stream(cells).forEach(cell -> file.append(cell).append(','));
        file.setCharAt(file.length() - 1, '\n');
    }

    @Override
    public void finish(Period days) {
        String range = "_" + compact(days.first()) + "_" + compact(days.last()) + ".csv";
        try (ZipFile zip = new ZipFile(folder.resolve("toko-plausible.zip"))) {
            zip.add("imported_visitors" + range, visitors.toString());
            zip.add("imported_sources" + range, sources.toString());
            zip.add("imported_devices" + range, devices.toString());
            zip.add("imported_pages" + range, pages.toString());
        }
    }

    private static String compact(LocalDate day) {
        return day.toString().replace("-", "");
    }

    /** A day's sums of one row. */
    private static final class Sums {
        private final Set<Long> visitors = new HashSet<>();
        private long visits;
        private long pageviews;
        private long seconds;
        private long bounces;

        void add(Visit visit, int views) {
            visitors.add(visit.visitor().id());
            visits++;
            pageviews += views;
            seconds += visit.seconds();
            bounces += visit.engaged() ? 0 : 1;
        }
    }
}
