/**
 * The commands of {@code ukur}.
 *
 * <p>In: arguments, a console, and a way to open a workspace. Out: results on stdout, progress and problems on stderr,
 * an exit code of {@link dev.ukur.delivery.cli.Exit}. A command loads nothing that it does not need: {@code --help} and
 * {@code --version} touch no store, no YAML and no template.
 */
@NullMarked
package dev.ukur.delivery.cli;

import org.jspecify.annotations.NullMarked;
