#!/usr/bin/env bash
# Runs the tests, without a screen; sets up first what is missing. Arguments go to pytest.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# Programs with which the tests read back what was made, or sit at a screen; their Debian packages.
test_commands="
pdftotext                 poppler-utils
Xvfb                      xvfb
xdotool                   xdotool
xclip                     xclip
"

set_up requirements-dev.txt "$qt_libraries$screen_libraries" "$test_commands"
cd "$root"
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
run_python -m pytest "$@"
