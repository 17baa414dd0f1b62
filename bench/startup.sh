#!/bin/sh
# CPU seconds (user + system, all processes) that short commands need, median of 10 runs.
# Usage: bench/startup.sh [JAVA_HOME]     Budgets: 0.30 without the store, 0.60 with it.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
ukur=$here/../ukur
[ $# -gt 0 ] && export JAVA_HOME="$1"
command -v /usr/bin/time >/dev/null || { echo "needs GNU time (Debian package: time)" >&2; exit 2; }

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
printf 'name: kosong\n' >"$place/ukur.yaml"

# measure LABEL BUDGET ARGUMENT...; with $forget set, that folder is emptied before every run
forget=
measure() {
    label=$1
    budget=$2
    shift 2
    "$ukur" "$@" >"$place/out" 2>&1 || true # builds, and archives classes, before anything is counted
    : >"$place/seconds"
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        code=0
        [ -z "$forget" ] || rm -rf "$forget"
        /usr/bin/time -o "$place/one" -f '%U %S' "$ukur" "$@" >"$place/out" 2>&1 || code=$?
        [ "$code" -le 1 ] || { cat "$place/out" >&2; echo "$label ended with $code: nothing measured" >&2; exit 70; }
        tail -n 1 "$place/one" | awk '{ printf "%.2f\n", $1 + $2 }' >>"$place/seconds"
    done
    sort -n "$place/seconds" | awk -v label="$label" -v budget="$budget" '
        { cpu[NR] = $1 }
        END {
            median = (cpu[5] + cpu[6]) / 2
            printf "%-28s %5.3f s CPU (%.2f to %.2f)   budget %.2f   %s\n",
                label, median, cpu[1], cpu[10], budget, median <= budget ? "ok" : "OVER"
        }'
}

measure 'ukur --version' 0.30 --version
measure 'ukur --help' 0.30 --help
measure 'ukur -w EMPTY catalog' 0.60 -w "$place" catalog
if [ -n "${UKUR_BENCH_WORKSPACE:-}" ]; then
    measure 'ukur -w WORKSPACE query' 0.60 -w "$UKUR_BENCH_WORKSPACE" query visits --grain month
    measure 'ukur -w WORKSPACE scorecard' 0.60 -w "$UKUR_BENCH_WORKSPACE" scorecard
    # The same without what it printed before: what a new question costs. No budget is set for it.
    forget=$UKUR_BENCH_WORKSPACE/.ukur/outputs
    measure 'the same query, anew' 9.99 -w "$UKUR_BENCH_WORKSPACE" query visits --grain month
    measure 'the same scorecard, anew' 9.99 -w "$UKUR_BENCH_WORKSPACE" scorecard
fi
