/**
 * YAML files to {@code model}, each value with its file, line and column, each mistake a problem.
 *
 * <p>In: a workspace folder and the built-in definitions of the program. Out: a {@code Workspace} and the problems found.
 * The only package that knows YAML.
 */
@NullMarked
package dev.ukur.workspace;

import org.jspecify.annotations.NullMarked;
