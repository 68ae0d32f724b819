#!/usr/bin/env bash
# Every measurement: without a name lists the trials, with one runs it; exit 0 only if every figure was reached.
set -euo pipefail
cd "$(dirname "$0")/.."
. provisioning/jdk.sh
find_jdk
build
run_java org.waypost.trials.Trials "$@"
