package dev.ukur.delivery.web;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;

/**
 * The program's own numbers in the text format of Prometheus: requests by route and status, their time, memory. Five
 * numbers do not need a library of eight jars.
 */
final class Monitor {

    private static final double NANOS = 1e9;

    private final Map<Key, Sum> requests = new TreeMap<>();

    /** Requests of one kind. */
    private record Key(String method, String route, int status) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return labels().compareTo(other.labels());
        }

        String labels() {
            return "{method=\"" + method + "\",route=\"" + route + "\",status=\"" + status + "\"}";
        }
    }

    private static final class Sum {
        private long count;
        private long nanos;
    }

    synchronized void note(Route route, int status, long nanos) {
        Sum sum = requests.computeIfAbsent(new Key(route.method(), route.path(), status), key -> new Sum());
        sum.count++;
        sum.nanos += nanos;
    }

    synchronized String text() {
        StringBuilder text = new StringBuilder();
        head(text, "ukur_http_requests_total", "counter", "Requests answered.");
        requests.forEach((key, sum) -> line(text, "ukur_http_requests_total" + key.labels(), sum.count));
        head(text, "ukur_http_request_seconds_total", "counter", "Time spent on them.");
        requests.forEach((key, sum) -> line(text, "ukur_http_request_seconds_total" + key.labels(), sum.nanos / NANOS));
        head(text, "ukur_uptime_seconds", "gauge", "Since the start of the process.");
        line(text, "ukur_uptime_seconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
        head(text, "ukur_heap_bytes", "gauge", "Heap in use.");
        line(
                text,
                "ukur_heap_bytes",
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        return text.toString();
    }

    private static void head(StringBuilder text, String name, String type, String about) {
        text.append("# HELP ").append(name).append(' ').append(about).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder text, String name, double value) {
        text.append(name).append(' ').append(value).append('\n');
    }
}
