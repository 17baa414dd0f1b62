package dev.ukur.delivery.lab;

/** What numbers of a column may be. */
enum Range {
    ANY("stats-cell-not-a-number") {
        @Override
        boolean holds(double number) {
            return true;
        }
    },
    NOT_NEGATIVE("stats-cell-negative") {
        @Override
        boolean holds(double number) {
            return number >= 0;
        }
    },
    POSITIVE("stats-cell-not-positive") {
        @Override
        boolean holds(double number) {
            return number > 0;
        }
    },
    COUNT("stats-cell-no-count") {
        @Override
        boolean holds(double number) {
            return number >= 0 && number == Math.rint(number) && number <= Integer.MAX_VALUE;
        }
    },
    SHARE("stats-cell-no-share") {
        @Override
        boolean holds(double number) {
            return number >= 0 && number <= 1;
        }
    };

    private final String code;

    Range(String code) {
        this.code = code;
    }

    abstract boolean holds(double number);

    /** The problem of a number outside. */
    String code() {
        return code;
    }
}
