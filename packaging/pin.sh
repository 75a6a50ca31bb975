#!/usr/bin/env bash
# Makes requirements.txt and requirements-dev.txt anew from pyproject.toml: every package, exact,
# with the hashes of its files for Linux, Windows and macOS. Needs uv (pip install uv).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

pin() {
    local target=$1
    shift
    echo "# Made by packaging/pin.sh from pyproject.toml; do not edit." >"$target"
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
        --no-annotate --no-emit-index-url --no-emit-find-links pyproject.toml "$@" >>"$target"
}

pin requirements.txt
pin requirements-dev.txt --extra dev
