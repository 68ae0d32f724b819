#!/usr/bin/env bash
# The demonstration: a hub, a terminal with simulated devices and a public station on this machine, with keys of their own.
#   demo.sh             starts them, prints the pages' addresses, runs until Ctrl-C
#   demo.sh --scenario  plays a marriage referral end to end and exits 0 only if the hub's receipt was verified
set -euo pipefail
cd "$(dirname "$0")/.."
. provisioning/jdk.sh
find_jdk
build
run_java org.waypost.trials.Demonstration "$@"
