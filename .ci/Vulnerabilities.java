import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks OSV (https://osv.dev) for known vulnerabilities of all that is shipped: java .ci/Vulnerabilities.java [target/bom.json].
 * Exits with 0 where none is known, 1 where some are, 2 where the list or the answer cannot be read, 3 where OSV cannot be reached,
 * so that nobody takes an offline machine for a clean list. OSV_URL asks a mirror.
 */
final class Vulnerabilities {

    private static final Pattern PURL = Pattern.compile("\"purl\"\\s*:\\s*\"(pkg:maven/[^\"?]+)");
    /** A result of a batch, once blanks are gone: nothing, or ids with the day of their last change. */
    private static final Pattern RESULT = Pattern.compile("\\{(?:\"vulns\":\\[(.*?)])?(?:,?\"next_page_token\":\"[^\"]*\")?}");

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final String BEGIN = "{\"results\":[";

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path bom = Path.of(arguments.length > 0 ? arguments[0] : "target/bom.json");
        if (!Files.isRegularFile(bom)) {
            end(2, bom + " is missing; make it by ./mvnw -Prelease -Dfast -DskipTests package");
        }
        List<String> libraries = libraries(Files.readString(bom));
        if (libraries.isEmpty()) {
            end(2, bom + " names no library");
        }
        List<List<String>> found = read(ask(libraries), libraries.size());
        long some = 0;
        for (int i = 0; i < libraries.size(); i++) {
            for (String id : found.get(i)) {
                System.out.println(libraries.get(i) + "  https://osv.dev/vulnerability/" + id);
                some++;
            }
        }
        end(some == 0 ? 0 : 1, some + " known vulnerabilities of " + libraries.size() + " libraries");
    }

    private static List<String> libraries(String bom) {
        var libraries = new LinkedHashSet<String>();
        for (Matcher purl = PURL.matcher(bom); purl.find(); ) {
            if (!purl.group(1).contains("/dev.ukur/")) {
                libraries.add(purl.group(1));
            }
        }
        return List.copyOf(libraries);
    }

    private static String ask(List<String> libraries) throws InterruptedException {
        String queries = libraries.stream()
                .map(purl -> "{\"package\":{\"purl\":\"" + purl + "\"}}")
                .collect(Collectors.joining(",", "{\"queries\":[", "]}"));
        String osv = System.getenv().getOrDefault("OSV_URL", "https://api.osv.dev");
        try {
            HttpResponse<String> reply = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create(osv + "/v1/querybatch"))
                                    .timeout(Duration.ofSeconds(60))
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(queries))
                                    .build(),
                            BodyHandlers.ofString());
            if (reply.statusCode() != 200) {
                end(2, osv + " answers " + reply.statusCode() + ": " + reply.body());
            }
            return reply.body();
        } catch (IOException e) {
            end(3, "NOT LOOKED UP: " + osv + " cannot be reached");
            return "";
        }
    }

    /** The ids of each library, in the order asked. */
    private static List<List<String>> read(String reply, int asked) {
        String dense = reply.replaceAll("\\s+", "");
        List<List<String>> found = new ArrayList<>();
        if (dense.startsWith(BEGIN)) {
            for (Matcher result = RESULT.matcher(dense.substring(BEGIN.length())); result.find(); ) {
                String vulnerabilities = result.group(1) == null ? "" : result.group(1);
                found.add(ID.matcher(vulnerabilities).results().map(id -> id.group(1)).toList());
            }
        }
        if (found.size() != asked) {
            end(2, "the answer has " + found.size() + " results for " + asked + " libraries");
        }
        return found;
    }

    private static void end(int exit, String words) {
        System.err.println(words);
        System.exit(exit);
    }
}
