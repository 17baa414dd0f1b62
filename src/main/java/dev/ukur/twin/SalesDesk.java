package dev.ukur.twin;

import dev.ukur.twin.Lead.Stages;
import java.util.OptionalLong;

/** Sales to companies: every form becomes a CRM record at once; stages follow with delays, some are skipped. */
final class SalesDesk implements Witness {

    private static final long FIRST_RECORD = 50_000_001L;
    private static final double SKIPS_MQL = 0.06;

    private final Dice dice;
    private final Witness out;
    private final long end;
    private long next = FIRST_RECORD;

    SalesDesk(TwinOptions options, Witness out) {
        this.out = out;
        dice = Dice.of(options.seed(), "sales desk");
        end = Jakarta.midnight(options.lastDay().plusDays(1));
    }

    @Override
    public void visit(Visit visit) {
        for (Hit hit : visit.hits()) {
            if (hit.kind() == Hit.Kind.FORM_SUBMITTED) {
                long moment = visit.start() + hit.second() * Jakarta.SECOND;
                long minute = moment / Jakarta.MINUTE * Jakarta.MINUTE;
                out.lead(new Lead(next++, visit.visitor().person(), visit.channel(), minute, stages(visit, minute)));
            }
        }
    }

    private Stages stages(Visit visit, long created) {
        double fit = visit.channel() == Channel.PAID_SOCIAL ? 0.55 : 1;
        OptionalLong never = OptionalLong.empty();
        if (!dice.chance(0.6 * fit)) {
            return new Stages(never, never, never, never, dice.chance(0.5));
        }
        long qualified = created + dice.between(20, 4_000) * Jakarta.MINUTE;
        OptionalLong mql = dice.chance(SKIPS_MQL) ? never : until(qualified);
        if (!dice.chance(0.55)) {
            return new Stages(until(qualified), never, never, never, dice.chance(0.4));
        }
        long accepted = qualified + dice.between(1_000, 14_000) * Jakarta.MINUTE;
        if (!dice.chance(0.75)) {
            return new Stages(mql, until(accepted), never, never, dice.chance(0.4));
        }
        long offered = accepted + dice.between(1_000, 20_000) * Jakarta.MINUTE;
        long won = offered + dice.between(5_000, 55_000) * Jakarta.MINUTE;
        OptionalLong customer = dice.chance(0.5) ? until(won) : never;
        return new Stages(mql, until(accepted), until(offered), customer, false);
    }

    private OptionalLong until(long moment) {
        return moment < end ? OptionalLong.of(moment) : OptionalLong.empty();
    }
}
