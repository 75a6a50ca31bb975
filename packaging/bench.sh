#!/usr/bin/env bash
# Runs the benchmarks and prints their table. Arguments go to tests.benchmarks.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

set_up requirements-dev.txt "$qt_libraries" ""
cd "$root"
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
run_python -m tests.benchmarks "$@"
