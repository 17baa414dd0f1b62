#!/bin/sh
# Imports a file of raw events and lets DuckDB read the same file, in one run: bench/throughput.sh [MEGABYTES]
# Needs the compiled program (./mvnw -Dfast package) and free disk of about five times the file.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch/ws/sources"
printf 'name: bench\ntime_zone: Asia/Jakarta\ncurrency: IDR\nlanguage: en\n' > "$scratch/ws/ukur.yaml"
cp "$here/events.profile.yaml" "$scratch/ws/sources/bench.events.yaml"
java "$here/Events.java" "$scratch/events.csv" "${1:-1000}"
"$here/../mvnw" -q -f "$here/../pom.xml" dependency:build-classpath -Dmdep.outputFile="$scratch/classpath"
# as the launcher has it for an import
launched='-XX:+UseSerialGC -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000
    -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000'
# shellcheck disable=SC2086 # options are meant to be split
java ${UKUR_BENCH_JAVA:--Xmx384m} $launched -cp "$here/../target/classes:$(cat "$scratch/classpath")" \
    "$here/Throughput.java" "$scratch/ws" "$scratch/events.csv"
