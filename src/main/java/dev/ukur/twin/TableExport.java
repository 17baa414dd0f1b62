package dev.ukur.twin;

import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.OptionalLong;

/** The exports that are one plain table each: CRM, mailings, memberships, costs, rates of exchange. */
final class TableExport implements Witness {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MAIL_DAY = DateTimeFormatter.ofPattern("MMM dd, uuuu", Locale.ENGLISH);

    private final TextFile contacts;
    private final TextFile mailings;
    private final TextFile memberships;
    private final TextFile costs;
    private final TextFile rates;
    private final long end;

    TableExport(Path exports, Period days) {
        end = Jakarta.midnight(days.last().plusDays(1));
        String month = days.last().toString().substring(0, 7);
        contacts = TextFile.create(exports.resolve("hubspot/hubspot-crm-exports-all-contacts-" + month + ".csv"), ',')
                .line("Record ID,First Name,Last Name,Email,Lifecycle Stage,Lead Status,Original Source,"
                        + "Original Source Drill-Down 1,Original Source Drill-Down 2,Contact owner,Create Date,"
                        + "Became a Lead Date,Became a Marketing Qualified Lead Date,Became a Sales Qualified Lead Date,"
                        + "Became an Opportunity Date,Became a Customer Date");
        mailings = TextFile.create(exports.resolve("mailchimp/campaigns.csv"), ',')
                .line("Title,Subject,List,Send Date,Send Weekday,Total Recipients,Successful Deliveries,Soft Bounces,"
                        + "Hard Bounces,Total Bounces,Times Forwarded,Forwarded Opens,Unique Opens,Open Rate,Total Opens,"
                        + "Unique Clicks,Click Rate,Total Clicks,Unsubscribes,Abuse Complaints,Total Orders,"
                        + "Total Gross Sales,Total Revenue");
        memberships = TextFile.create(exports.resolve("stripe/subscriptions.csv"), ',')
                .line("id,Customer ID,Customer Email,Plan,Quantity,Currency,Interval,Amount,Status,Created (UTC),"
                        + "Start (UTC),Current Period Start (UTC),Current Period End (UTC),Trial Start (UTC),"
                        + "Trial End (UTC),Canceled At (UTC),Ended At (UTC)");
        costs = TextFile.create(exports.resolve("ukur/biaya.csv"), ',')
                .line("item,category,channel,amount,currency,period_start,period_end,note");
        rates = TextFile.create(exports.resolve("ukur/kurs.csv"), ',').line("date,base,quote,rate,provider");
    }

    @Override
    public void lead(Lead lead) {
        Lead.Stages stages = lead.stages();
        String created = MINUTE.format(Jakarta.wall(lead.created()));
        contacts.row(
                Long.toString(lead.number()),
                lead.person().firstName(),
                lead.person().lastName(),
                lead.person().email(),
                lead.stage(),
                stages.lost() ? "Unqualified" : "Open",
                originalSource(lead.channel()),
                "",
                "",
                lead.number() % 2 == 0 ? "Dimas" : "Tia",
                created,
                created,
                local(stages.mql()),
                local(stages.sql()),
                local(stages.opportunity()),
                local(stages.customer()));
    }

    /** The CRM's words for channels; it has none of its own for messengers. */
    private static String originalSource(Channel channel) {
        return switch (channel) {
            case DIRECT -> "Direct Traffic";
            case ORGANIC_SEARCH -> "Organic Search";
            case PAID_SEARCH, PAID_SHOPPING -> "Paid Search";
            case ORGANIC_SOCIAL -> "Social Media";
            case PAID_SOCIAL -> "Paid Social";
            case EMAIL -> "Email Marketing";
            case REFERRAL -> "Referrals";
            case WHATSAPP, MARKETPLACE, UNASSIGNED -> "Other Campaigns";
        };
    }

    @Override
    public void mailing(Mailing mailing) {
        Mailing.Sent sent = mailing.sent();
        Mailing.Response response = mailing.opens();
        mailings.row(
                mailing.campaign(),
                mailing.subject(),
                "Pelanggan kabar",
                MAIL_DAY.format(mailing.day()) + " 10:00 am",
                mailing.day().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                Long.toString(sent.recipients()),
                Long.toString(sent.delivered()),
                Long.toString(sent.softBounces()),
                Long.toString(sent.hardBounces()),
                Long.toString(sent.softBounces() + sent.hardBounces()),
                "0",
                "0",
                Long.toString(response.uniqueOpens()),
                Figures.percent(response.uniqueOpens(), sent.delivered(), 1),
                Long.toString(response.totalOpens()),
                Long.toString(response.uniqueClicks()),
                Figures.percent(response.uniqueClicks(), sent.delivered(), 1),
                Long.toString(response.totalClicks()),
                Long.toString(response.unsubscribes()),
                Long.toString(response.complaints()),
                Long.toString(mailing.sales().orders()),
                Figures.plain(mailing.sales().revenue() * 100),
                Figures.plain(mailing.sales().revenue() * 100));
    }

    @Override
    public void membership(Membership membership) {
        Membership.Plan plan = membership.plan();
        String start = utc(membership.started());
        long until = membership.ended().orElse(end);
        int periods = 0;
        while (Club.runsOut(membership.started(), (periods + 1) * plan.months()) < until) {
            periods++;
        }
        memberships.row(
                "sub_" + membership.number(),
                "cus_" + membership.number(),
                membership.person().email(),
                plan.title(),
                "1",
                "idr",
                plan.interval(),
                Figures.plain(plan.amount() * 100),
                status(membership),
                start,
                start,
                utc(Club.runsOut(membership.started(), periods * plan.months())),
                utc(Club.runsOut(membership.started(), (periods + 1) * plan.months())),
                membership.trialEnd().isPresent() ? start : "",
                membership.trialEnd().isPresent() ? utc(membership.trialEnd().getAsLong()) : "",
                membership.cancelled().isPresent() ? utc(membership.cancelled().getAsLong()) : "",
                membership.ended().isPresent() ? utc(membership.ended().getAsLong()) : "");
    }

    private String status(Membership membership) {
        if (membership.ended().isPresent()) {
            return "canceled";
        }
        return membership.trialEnd().orElse(0) >= end ? "trialing" : "active";
    }

    @Override
    public void cost(Cost cost) {
        costs.row(
                cost.item(),
                cost.category(),
                cost.channel(),
                Figures.plain(cost.amountHundredths()),
                cost.currency(),
                cost.days().first().toString(),
                cost.days().last().toString(),
                "");
    }

    @Override
    public void rate(ExchangeRate rate) {
        rates.row(rate.day().toString(), "USD", "IDR", Figures.plain(rate.rateHundredths()), "BI");
    }

    @Override
    public void finish(Period days) {
        contacts.close();
        mailings.close();
        memberships.close();
        costs.close();
        rates.close();
    }

    private static String local(OptionalLong moment) {
        return moment.isPresent() ? MINUTE.format(Jakarta.wall(moment.getAsLong())) : "";
    }

    private static String utc(long moment) {
        LocalDateTime time = Jakarta.utc(moment);
        return MINUTE.format(time);
    }
}
