#!/usr/bin/env bash
# Makes a picture of every page and dialog: tour.sh OUTDIR [--dark] [--size 1280x720]
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ $# -gt 0 ] || fail "Gebruik: packaging/tour.sh UITVOERMAP [--dark] [--size 1280x720]"
set_up requirements-dev.txt "$qt_libraries" ""
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
run_python -m tests.tour "$@"
