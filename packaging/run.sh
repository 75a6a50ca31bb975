#!/usr/bin/env bash
# Starts OZJ Desktop; sets up first what is missing. See README.md.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

has_screen() {
    case "${QT_QPA_PLATFORM:-}" in
        offscreen* | minimal*) return 1 ;;
        ?*) return 0 ;;
    esac
    ! is_linux || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

# True for the commands that never show a window.
is_command() {
    case "${1:-}" in
        demo | build | dump | export | check | share | merge | -h | --help) return 0 ;;
        *) return 1 ;;
    esac
}

asks_for_window() {
    case "$#:${1:-}" in
        0: | 1:*.ozj | 1:--new | 1:--example) return 0 ;;
        *) return 1 ;;
    esac
}

libraries_for() {
    is_command "$@" && return
    printf '%s' "$qt_libraries"
    ! has_screen || printf '%s' "$screen_libraries"
}

showcase() {
    local out=build/demo
    say "Er is hier geen beeldscherm, dus het venster kan niet open."
    say "In plaats daarvan maakt OZJ Desktop het voorbeelddossier met alle stukken in $out."
    case "${1:-}" in
        *.ozj) say "Uw eigen dossier zonder venster: packaging/run.sh export \"$1\" STUK.pdf" ;;
    esac
    cd "$root"
    rm -rf "$out"
    mkdir -p "$out"
    export QT_QPA_PLATFORM=offscreen
    (run_python -m ozj_desktop demo "$out/voorbeeldregio.ozj")
    for ending in pdf docx xlsx eml; do
        (run_python -m ozj_desktop export "$out/voorbeeldregio.ozj" "$out/samen-naar-school.$ending")
    done
    (run_python -m tests.tour "$out/paginas")
    say ""
    find "$out" -type f -not -name '.*' | sort
    exit 0
}

main() {
    set_up requirements.txt "$(libraries_for "$@")" ""
    if asks_for_window "$@" && ! has_screen; then
        showcase "$@"
    fi
    run_python -m ozj_desktop "$@"
}

main "$@"
