package dev.ukur.metrics;

/** One step from the numbers of a question to the answer as it was asked for. Steps do not change numbers. */
interface AnswerStep {

    /** The answer after this step; the same one when the question does not ask for it. */
    Computed apply(MetricQuery query, Computed computed, Metrics metrics);
}
