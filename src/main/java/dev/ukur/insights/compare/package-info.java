/**
 * Two groups compared while the comparison runs: tests that stay valid however often one looks, and how long to wait.
 */
@NullMarked
package dev.ukur.insights.compare;

import org.jspecify.annotations.NullMarked;
