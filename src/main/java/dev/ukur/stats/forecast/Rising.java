package dev.ukur.stats.forecast;

import java.util.Arrays;

/**
 * Numbers that never fall. Source: pool adjacent violators, Ayer, Brunk, Ewing, Reid and Silverman 1955, Annals of
 * Mathematical Statistics 26:641.
 */
final class Rising {

    private Rising() {}

    /** The never falling numbers that lie nearest to some others by least squares: those that fall are levelled. */
    static double[] nearest(double[] values) {
        double[] level = new double[values.length];
        int[] from = new int[values.length];
        int blocks = 0;
        for (int i = 0; i < values.length; i++) {
            level[blocks] = values[i];
            from[blocks] = i;
            blocks++;
            while (blocks > 1 && level[blocks - 2] > level[blocks - 1]) {
                int left = from[blocks - 1] - from[blocks - 2];
                int right = i + 1 - from[blocks - 1];
                level[blocks - 2] = (left * level[blocks - 2] + right * level[blocks - 1]) / (left + right);
                blocks--;
            }
        }
        double[] rising = new double[values.length];
        for (int block = 0; block < blocks; block++) {
            int end = block + 1 < blocks ? from[block + 1] : values.length;
            Arrays.fill(rising, from[block], end, level[block]);
        }
        return rising;
    }
}
