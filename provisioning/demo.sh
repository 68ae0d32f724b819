#!/usr/bin/env bash
# The demonstration: a hub and a terminal with simulated devices on this machine, with keys of their own.
#   demo.sh             starts both, prints the pages' addresses, runs until Ctrl-C
#   demo.sh --scenario  plays a marriage referral end to end and exits 0 only if the hub's receipt was verified
set -euo pipefail
cd "$(dirname "$0")/.."
. provisioning/jdk.sh
find_jdk
build
run_java org.waypost.trials.Demonstration "$@"
