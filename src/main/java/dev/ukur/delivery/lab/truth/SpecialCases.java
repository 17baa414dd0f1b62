package dev.ukur.delivery.lab.truth;

import dev.ukur.stats.Beta;
import dev.ukur.stats.ChiSquare;
import dev.ukur.stats.Digamma;
import dev.ukur.stats.Hypergeometric;
import dev.ukur.stats.Normal;
import dev.ukur.stats.StudentT;
import java.util.Arrays;
import java.util.Map;
import org.hipparchus.special.Gamma;

/** Special functions and distributions. */
final class SpecialCases {

    private static final String[] HYPERGEOMETRIC = {
        "0.243,2.426;2.219;0.5",
        "2.243,4.426;4.219;0.4740258162",
        "26.243,28.426;28.219;0.5948703869",
        "0.243,2.426;2.219;0.95",
        "0.243,2.426;2.219;0.999",
        "1,11.806;12.474;0.9090909091",
        "60.5,62.3;62.1;0.9",
        "15.7,1.606;16.7;0.02",
        "3.2,1.5;3.7;-0.8"
    };

    private SpecialCases() {}

    static Map<String, double[]> compute() {
        Cases cases = new Cases();
        for (String text : HYPERGEOMETRIC) {
            double[] p = Arrays.stream(text.split("[,;]"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            cases.put("2F1(" + text + ")", Math.exp(Hypergeometric.log(p[0], p[1], p[2], p[3])));
        }
        Normal normal = Normal.standard();
        return cases.put("lgamma .001,.243,4.414,171.5,1e6", each(Gamma::logGamma, .001, .243, 4.414, 171.5, 1e6))
                .put("digamma .243,4.414", each(Digamma::of, .243, 4.414))
                .put(
                        "betainc(15.5,133.5,.1), (.5,20.5,.05)",
                        new Beta(15.5, 133.5).atMost(.1),
                        new Beta(.5, 20.5).atMost(.05))
                .put(
                        "beta quantile .025 at (15.5,133.5), (.5,20.5), (1e5,1e5)",
                        new Beta(15.5, 133.5).quantile(.025),
                        new Beta(.5, 20.5).quantile(.025),
                        new Beta(1e5, 1e5).quantile(.025))
                .put("norm ppf .975,.995,1e-9", each(normal::quantile, .975, .995, 1e-9))
                .put("norm sf 3, 8, 20", each(normal::atLeast, 3, 8, 20))
                .put("t ppf .975 at 1,4,30,1000.5", each(df -> new StudentT(df).quantile(.975), 1, 4, 30, 1000.5))
                .put("chi2 sf 3.84,1 ; 16.79,1 ; 260.47,1", each(new ChiSquare(1)::atLeast, 3.84, 16.79, 260.47))
                .all();
    }

    private static double[] each(java.util.function.DoubleUnaryOperator function, double... at) {
        return Arrays.stream(at).map(function).toArray();
    }
}
