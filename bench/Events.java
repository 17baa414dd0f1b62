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

    private static final long BYTES_PER_ROW = 150;
    private static final int NEW_PERCENT = 68;

    private final SplittableRandom random;
    private final Visit[] underway;
    private int visitors;

    private Events(SplittableRandom random, long rows) {
        this.random = random;
        this.underway = new Visit[(int) Math.max(1, rows * 60 / YEAR)];
        for (int i = 0; i < underway.length; i++) {
            underway[i] = begin();
        }
    }

    public static void main(String[] arguments) throws IOException {
        long bytes = Long.parseLong(arguments[1]) * 1_000_000;
        long rows = bytes / BYTES_PER_ROW;
        Events events = new Events(new SplittableRandom(20261127), rows);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[0]))) {
            out.write("event_id,event,time,visitor,customer,url,referrer,device,country,value,currency,order\n");
            long written = 0;
            for (long row = 0; written < bytes; row++) {
                String line = events.line(row, Math.min(1, row / (double) rows));
                out.write(line);
                written += line.length();
            }
        }
    }

    /** A visit under way: four events on average, a minute apart. */
    private static final class Visit {
        private final String visitor;
        private final String device;
        private String landing;

        Visit(String visitor, String device, String landing) {
            this.visitor = visitor;
            this.device = device;
            this.landing = landing;
        }

        /** What the address says of the campaign: only once. */
        String takeLanding() {
            String tag = landing;
            landing = "";
            return tag;
        }
    }

    private Visit begin() {
        visitors += random.nextInt(100) < NEW_PERCENT ? 1 : 0;
        String tag = TAGS[random.nextInt(TAGS.length)];
        return new Visit(
                "v" + (random.nextInt(100) < NEW_PERCENT ? visitors : random.nextInt(visitors + 1)),
                DEVICES[random.nextInt(3)],
                tag.isEmpty() ? "" : tag + random.nextInt(48));
    }

    private String line(long row, double share) {
        int place = random.nextInt(underway.length);
        boolean first = random.nextInt(4) == 0;
        if (first) {
            underway[place] = begin();
        }
        Visit visit = underway[place];
        String name = NAMES[random.nextInt(NAMES.length)];
        boolean purchase = name.equals("purchase");
        String at = java.time.Instant.ofEpochSecond(START + (long) (share * YEAR), random.nextInt(1000) * 1_000_000L)
                .toString();
        return Long.toHexString(random.nextLong()) + Long.toHexString(row) + ',' + name + ',' + at + ',' + visit.visitor
                + ",,https://toko.example/produk/" + random.nextInt(20_000) + '/' + visit.takeLanding() + ','
                + (first ? "https://www.google.com/" : "https://toko.example/") + ',' + visit.device + ",ID,"
                + (purchase ? random.nextInt(900_000) + ".50" : "") + ',' + (purchase ? "IDR" : "") + ','
                + (purchase ? "A" + row : "") + '\n';
    }
}
