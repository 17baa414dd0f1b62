package dev.ukur.sources;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One request as a server logged it. Unknown parts are empty texts.
 *
 * @param ip address of the client
 * @param agent its user agent as given
 * @param time of the request, readable as a point in time
 * @param method {@code GET} and so on; empty when the log does not say
 * @param url address or path with query
 * @param status HTTP status
 * @param referrer address of the page before
 */
record LogRequest(String ip, String agent, String time, String method, String url, String status, String referrer) {

    /** Paths that end so are files, not pages: pictures, styles, scripts, fonts, media, archives, sources, data. */
    private static final Set<String> FILES = Set.of(
            "7z",
            "apk",
            "avi",
            "avif",
            "bmp",
            "bz2",
            "c",
            "conf",
            "css",
            "csv",
            "deb",
            "dmg",
            "docx",
            "eot",
            "exe",
            "gif",
            "gz",
            "ico",
            "jar",
            "jpeg",
            "jpg",
            "js",
            "json",
            "log",
            "map",
            "mjs",
            "mov",
            "mp3",
            "mp4",
            "ogg",
            "otf",
            "pdf",
            "png",
            "pptx",
            "py",
            "rar",
            "rpm",
            "rss",
            "sh",
            "svg",
            "swf",
            "tar",
            "tgz",
            "ttf",
            "txt",
            "wasm",
            "wav",
            "webm",
            "webmanifest",
            "webp",
            "woff",
            "woff2",
            "xlsx",
            "xml",
            "zip");

    /** What a page asks for by itself on a site that runs its own counter or is made by WordPress. */
    private static final Set<String> MACHINERY = Set.of("piwik.php", "matomo.php", "wp-cron.php", "admin-ajax.php");

    /** What a request is to somebody who counts people. */
    enum Kind {
        /** A page a person asked for and got. */
        PAGE,
        /** A crawler, by its agent. */
        BOT,
        /** A part of a page or a download. */
        FILE,
        /** A form sent, a redirect, an error. */
        OTHER
    }

    /** A request of named parts. */
    static LogRequest of(Map<String, String> parts) {
        String path = part(parts, "url");
        String query = part(parts, "query");
        String whole = query.isEmpty() ? path : path + "?" + query;
        String host = part(parts, "host");
        return new LogRequest(
                part(parts, "ip"),
                part(parts, "agent"),
                part(parts, "date").isEmpty() ? part(parts, "time") : part(parts, "date") + " " + part(parts, "time"),
                part(parts, "method"),
                host.isEmpty() || whole.contains("://") ? whole : "https://" + host + whole,
                part(parts, "status"),
                part(parts, "referrer"));
    }

    private static String part(Map<String, String> parts, String name) {
        String text = parts.getOrDefault(name, "");
        return text.equals("-") ? "" : text;
    }

    /** What it is; the first of bot, other, file, page that holds. */
    Kind kind(Crawlers crawlers) {
        if (crawlers.isCrawler(agent)) {
            return Kind.BOT;
        }
        boolean got = status.equals("200") || status.equals("304");
        if (!got || !(method.isEmpty() || method.equals("GET"))) {
            return Kind.OTHER;
        }
        String path = Address.of(url).path();
        String last = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return MACHINERY.contains(last) || FILES.contains(ending(last)) ? Kind.FILE : Kind.PAGE;
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
