package dev.ukur.delivery.web;

import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** What a visit gets instead of an answer: problems in the form of RFC 9457 for programs. */
final class Refusal {

    private static final int BAD_REQUEST = 400;
    private static final int UNKNOWN = 401;
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("web-host", 421),
            Map.entry("web-origin", 403),
            Map.entry("web-token", 403),
            Map.entry("web-call", 403),
            Map.entry("web-proxy", 421),
            Map.entry("web-sign-in", 401),
            Map.entry("web-wait", 429),
            Map.entry("web-too-often", 429),
            Map.entry("web-not-allowed", 403),
            Map.entry("invitation-gone", 410),
            Map.entry("link-gone", 410),
            Map.entry("oidc-down", 503),
            Map.entry("oidc-discovery", 503),
            Map.entry("person-unknown", 403),
            Map.entry("user-unknown", 404),
            Map.entry("user-there", 409),
            Map.entry("last-owner", 409),
            Map.entry("token-unknown", 404),
            Map.entry("access-unreadable", 503),
            Map.entry("web-no-page", 404),
            Map.entry("web-no-logo", 404),
            Map.entry("web-fault", 500),
            Map.entry("web-too-large", 413),
            Map.entry("web-upload-gone", 410),
            Map.entry("load-unknown", 404),
            Map.entry("web-no-kpi", 404),
            Map.entry("web-no-metric", 404),
            Map.entry("load-undone-before", 409),
            Map.entry("load-built-on", 409),
            Map.entry("store-in-use", 503));

    private Refusal() {}

    static int status(List<Problem> problems) {
        return problems.stream()
                .filter(Problem::isError)
                .findFirst()
                .map(problem -> STATUS.getOrDefault(problem.code(), BAD_REQUEST))
                .orElse(BAD_REQUEST);
    }

    static Reply json(Visit visit, ProblemException refused) {
        int status = status(refused.problems());
        String body = new JsonReports(visit.say()).problemDetails(status, visit.path(), refused.problems());
        Reply reply =
                Reply.text("application/problem+json; charset=utf-8", body).status(status);
        return status == UNKNOWN ? reply.header("WWW-Authenticate", "Bearer realm=\"ukur\"") : reply;
    }
}
