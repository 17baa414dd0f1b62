import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Writes a file of raw events: {@code java Events.java FILE MEGABYTES}. The same megabytes give the same file. */
final class Events {

    private static final String[] NAMES = {"page_view", "page_view", "page_view", "add_to_cart", "purchase"};
    private static final String[] TAGS = {"", "", "?utm_source=google&utm_medium=cpc&utm_campaign=lebaran_", "?fbclid="};
    private static final String[] DEVICES = {"mobile", "desktop", "tablet"};
    private static final long START = 1_735_689_600L;
    private static final long YEAR = 365L * 86_400;

    private Events() {}

    public static void main(String[] arguments) throws IOException {
        long bytes = Long.parseLong(arguments[1]) * 1_000_000;
        SplittableRandom random = new SplittableRandom(20261127);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[0]))) {
            out.write("event_id,event,time,visitor,customer,url,referrer,device,country,value,currency,order\n");
            long written = 0;
            long rows = bytes / 190;
            for (long row = 0; written < bytes; row++) {
                String line = line(random, row, Math.min(1, row / (double) rows));
                out.write(line);
                written += line.length();
            }
        }
    }

    private static String line(SplittableRandom random, long row, double share) {
        String name = NAMES[random.nextInt(NAMES.length)];
        boolean purchase = name.equals("purchase");
        String tag = TAGS[random.nextInt(TAGS.length)];
        String at = java.time.Instant.ofEpochSecond(START + (long) (share * YEAR), random.nextInt(1000) * 1_000_000L)
                .toString();
        return Long.toHexString(random.nextLong()) + Long.toHexString(row) + ',' + name + ',' + at + ",v"
                + random.nextInt(900_000) + ",," + "https://toko.example/produk/" + random.nextInt(20_000) + '/'
                + (tag.isEmpty() ? "" : tag + random.nextInt(48)) + ",https://www.google.com/,"
                + DEVICES[random.nextInt(3)] + ",ID," + (purchase ? random.nextInt(900_000) + ".50" : "") + ','
                + (purchase ? "IDR" : "") + ',' + (purchase ? "A" + row : "") + '\n';
    }
}
