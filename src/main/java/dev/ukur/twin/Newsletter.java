package dev.ukur.twin;

import dev.ukur.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The newsletter: every Tuesday, and on the morning of twin dates. Its clicks bring visits on three days. */
final class Newsletter implements Witness {

    private static final double CLICKS = 0.021;
    private static final double[] BY_AGE = {0.66, 0.24, 0.1};
    private static final double RECIPIENTS_PER_VISIT = 17;

    private final TwinOptions options;
    private final Season season;
    private final Dice dice;
    private final Witness out;
    private final Map<String, Sending> sendings = new LinkedHashMap<>();

    Newsletter(TwinOptions options, Season season, Witness out) {
        this.options = options;
        this.season = season;
        this.out = out;
        dice = Dice.of(options.seed(), "newsletter");
        Crowd.each(options.days()).stream().filter(Newsletter::goesOut).forEach(this::plan);
    }

    private static boolean goesOut(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.TUESDAY || Season.twinDate(day);
    }

    private void plan(LocalDate day) {
        double months = ChronoUnit.DAYS.between(options.days().first(), day) / 30.4;
        double size = options.visitsPerDay() * RECIPIENTS_PER_VISIT * (1 + 0.022 * months);
        sendings.put("kabar-" + day, new Sending(day, Math.max(20, Math.round(size * dice.between(0.98, 1.0)))));
    }

    /** Where the clicks of a day lead from: one touch a click. */
    List<Touch> clicks(LocalDate day, Dice chance) {
        List<Touch> clicks = new ArrayList<>();
        for (int age = 0; age < BY_AGE.length; age++) {
            String campaign = "kabar-" + day.minusDays(age);
            Sending sending = sendings.get(campaign);
            if (sending != null) {
                double lift = season.promotion(sending.day).isPresent() ? 1.5 : 1;
                int count = chance.poisson(sending.recipients * CLICKS * BY_AGE[age] * lift);
                for (int i = 0; i < count; i++) {
                    clicks.add(new Touch(Lanes.EMAIL, campaign, "", ""));
                }
            }
        }
        return clicks;
    }

    @Override
    public void visit(Visit visit) {
        Sending sending = sendings.get(visit.touch().campaign());
        if (sending != null) {
            sending.clicks++;
        }
    }

    @Override
    public void order(WebOrder order, Visit visit, boolean firstOfPerson) {
        Sending sending = sendings.get(visit.touch().campaign());
        if (sending != null) {
            sending.orders++;
            sending.revenue += order.total();
        }
    }

    @Override
    public void finish(Period days) {
        sendings.forEach((campaign, sending) -> out.mailing(report(campaign, sending)));
    }

    private Mailing report(String campaign, Sending sending) {
        int recipients = (int) sending.recipients;
        Mailing.Sent sent =
                new Mailing.Sent(recipients, dice.binomial(recipients, 0.006), dice.binomial(recipients, 0.002));
        long uniqueClicks = Math.min(sent.delivered(), sending.clicks + dice.binomial(sending.clicks, 0.05));
        long uniqueOpens = Math.min(
                sent.delivered(), uniqueClicks + dice.binomial((int) sent.delivered(), dice.between(0.19, 0.25)));
        Mailing.Response response = new Mailing.Response(
                uniqueOpens,
                uniqueOpens + dice.binomial((int) uniqueOpens, 0.35),
                uniqueClicks,
                uniqueClicks + dice.binomial((int) uniqueClicks, 0.16),
                dice.binomial((int) sent.delivered(), 0.0018),
                dice.binomial((int) sent.delivered(), 0.0001));
        String subject =
                season.promotion(sending.day).map(code -> "Promo " + code).orElse("Kabar minggu ini");
        return new Mailing(
                campaign, subject, sending.day, sent, response, new Mailing.Sales(sending.orders, sending.revenue));
    }

    /** One mailing on its way. */
    private static final class Sending {
        private final LocalDate day;
        private final long recipients;
        private int clicks;
        private long orders;
        private long revenue;

        Sending(LocalDate day, long recipients) {
            this.day = day;
            this.recipients = recipients;
        }
    }
}
