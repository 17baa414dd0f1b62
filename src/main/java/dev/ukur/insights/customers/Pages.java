package dev.ukur.insights.customers;

import dev.ukur.insights.Desk;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Rate;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.stats.compare.ManyTests;
import dev.ukur.store.Sql;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Where visits begin and end, and whether they are bounced or buy there. */
final class Pages {

    static final int DAYS = 90;
    private static final int SHOWN = 12;
    private static final int FEW = 30;
    private static final double FALSE_DISCOVERIES = 0.05;

    private final Desk desk;

    private record Page(String path, Rate bounced, Rate bought, Rate others) {}

    Pages(Desk desk) {
        this.desk = desk;
    }

    void tell(Finding.Draft draft, Period days) {
        List<Page> entries = pages("landing_page", days);
        List<Page> exits = pages("exit_page", days);
        draft.evidence(table("behaviour_entries", entries)).evidence(table("behaviour_exits", exits));
        double[] q = ManyTests.benjaminiHochberg(entries.stream()
                .mapToDouble(page -> page.bounced().pAgainst(page.others()))
                .toArray());
        for (int i = 0; i < entries.size(); i++) {
            Page page = entries.get(i);
            if (q[i] <= FALSE_DISCOVERIES
                    && page.bounced().share() > page.others().share()) {
                draft.reason(Sentence.of("behaviour-bounces")
                        .with("page", page.path())
                        .with("share", page.bounced().term())
                        .with("others", page.others().term()));
            }
        }
    }

    private List<Page> pages(String column, Period days) {
        String sql = """
                select coalesce(%s, '-') as page, count(*) as visits, count(*) filter (where bounced) as bounces,
                    count(*) filter (where purchases > 0) as bought, sum(count(*)) over () as all_visits,
                    sum(count(*) filter (where bounced)) over () as all_bounces
                from visits
                where superseded_by is null and period_start between ? and ?
                group by 1
                order by 2 desc, 1
                limit %d""".formatted(column, SHOWN);
        List<Page> pages = new ArrayList<>();
        for (List<?> row :
                desk.engine().query(Sql.of(sql, days.first(), days.last())).rows()) {
            long visits = count(row.get(1));
            long bounces = count(row.get(2));
            if (visits >= FEW) {
                pages.add(new Page(
                        String.valueOf(row.get(0)),
                        new Rate(bounces, visits),
                        new Rate(count(row.get(3)), visits),
                        new Rate(count(row.get(5)) - bounces, count(row.get(4)) - visits)));
            }
        }
        return pages;
    }

    private static Evidence table(String name, List<Page> pages) {
        Evidence table = Evidence.of(name)
                .words("page")
                .number("visits")
                .number("bounced")
                .number("bought");
        for (Page page : pages) {
            table = table.row(
                    new Term.Text(page.path()),
                    Term.count(page.bounced().of()),
                    page.bounced().term(),
                    page.bought().term());
        }
        return table;
    }

    private static long count(@org.jspecify.annotations.Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }
}
