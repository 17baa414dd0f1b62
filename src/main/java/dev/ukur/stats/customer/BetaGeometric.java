package dev.ukur.stats.customer;

import dev.ukur.stats.Beta;
import dev.ukur.stats.Hypergeometric;
import dev.ukur.stats.fit.FitResult;
import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * The BG/NBD model: while alive a customer buys at a rate that differs between customers as Gamma(r, α); after each
 * repeat purchase he drops out with a probability that differs as Beta(a, b). The MBG/NBD model lets him drop out after
 * the first purchase too; it equals the other one with b + 1 in place of b in what follows the first purchase. With
 * β = b or b + 1 accordingly, and the last term left out for x = 0 in the BG/NBD:
 *
 * <pre>
 *   L(x, t_x, T) = Γ(r+x) α^r / Γ(r) · B(a, β+x) / B(a, b) · [(α+T)^-(r+x) + a / (β+x-1) (α+t_x)^-(r+x)]
 * </pre>
 *
 * Sources: Fader, Hardie and Lee 2005, Marketing Science 24:275; Batislam, Denizel and Filiztekin 2007, International
 * Journal of Research in Marketing 24:201.
 *
 * @param r shape of the buying rates
 * @param alpha scale of the buying rates, in units of time
 * @param a of the drop-out probabilities
 * @param b of the drop-out probabilities
 * @param kind which of the two models
 */
public record BetaGeometric(double r, double alpha, double a, double b, Kind kind) implements RepeatModel {

    /** Nearer to 1 than this, a is moved away: the formulas divide by a - 1 and lose their digits there. */
    private static final double SINGULAR = 1e-5;

    /** Whether a customer can drop out before a first repeat purchase. */
    public enum Kind {
        /** No: BG/NBD. */
        BG(0),
        /** Yes: MBG/NBD. */
        MBG(1);

        final int shift;

        Kind(int shift) {
            this.shift = shift;
        }
    }

    public BetaGeometric {
        if (!(r > 0 && alpha > 0 && a > 0 && b > 0)) {
            throw new IllegalArgumentException("parameters must be positive: %s %s %s %s".formatted(r, alpha, a, b));
        }
    }

    /** Fits by maximum likelihood; about 0.1 s for 100,000 customers. */
    public static FitResult<BetaGeometric> fit(List<History> histories, Kind kind) {
        return new BetaGeometricFit(Histories.of(histories), kind).fit();
    }

    @Override
    public List<Double> parameters() {
        return List.of(r, alpha, a, b);
    }

    @Override
    public double alive(History history) {
        int x = history.repeats();
        if (x == 0 && kind == Kind.BG) {
            return 1;
        }
        double log = (r + x) * Math.log((alpha + history.watched()) / (alpha + history.last()));
        return 1 / (1 + a / (later() + x - 1) * Math.exp(log));
    }

    @Override
    public double expected(History history, double time) {
        double age = alpha + history.watched();
        return alive(history) * whileAlive(history.repeats(), age, time);
    }

    @Override
    public double expected(double time) {
        double survivesFirst = kind == Kind.BG ? 1 : b / (a + b);
        return survivesFirst * whileAlive(0, alpha, time);
    }

    /**
     * The probability of exactly x repeat purchases of a new customer in a time, in the BG/NBD.
     *
     * @throws IllegalStateException in the MBG/NBD
     */
    public double probability(int x, double time) {
        if (kind == Kind.MBG) {
            throw new IllegalStateException("counts are given for the BG/NBD only");
        }
        double stays = Math.log(alpha / (alpha + time));
        double buys = Math.log(time / (alpha + time));
        double logNorm = Beta.logFunction(a, b);
        double alive = Math.exp(Beta.logFunction(a, b + x) - logNorm + logCount(x, stays, buys));
        if (x == 0) {
            return alive;
        }
        double fewer = 0;
        for (int j = 0; j < x; j++) {
            fewer += Math.exp(logCount(j, stays, buys));
        }
        return alive + Math.exp(Beta.logFunction(a + 1, b + x - 1) - logNorm) * (1 - fewer);
    }

    /** The logarithm of a negative binomial probability. */
    private double logCount(int x, double stays, double buys) {
        return Gamma.logGamma(r + x) - Gamma.logGamma(r) - Gamma.logGamma(x + 1.0) + r * stays + x * buys;
    }

    /** Purchases in the time to come of one who is alive after x repeats, at age = α + T. */
    private double whileAlive(int x, double age, double time) {
        double away = Math.abs(a - 1) < SINGULAR ? 1 + SINGULAR : a;
        double c = away + later() + x - 1;
        double z = time / (age + time);
        double power = (r + x) * Math.log(age / (age + time));
        double shrunk = c > 0
                ? Math.exp(power + Hypergeometric.log(r + x, later() + x, c, z))
                : Math.exp(power) * Hypergeometric.value(r + x, later() + x, c, z);
        return c / (away - 1) * (1 - shrunk);
    }

    private double later() {
        return b + kind.shift;
    }
}
