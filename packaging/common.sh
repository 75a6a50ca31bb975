# Sets up everything the program needs. Sourced by the scripts beside it, never run by itself.
# Messages are Dutch: users see them. It keeps to bash 3.2, so that macOS can run it too.
# shellcheck shell=bash disable=SC2034  # the tables are used where this is sourced

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv="$root/.venv"
python="$venv/bin/python"
log="$root/build/setup.log"

# What stands here is "a file the loader must find" and the Debian package that brings it.
qt_libraries="
libGL.so.1                libgl1
libEGL.so.1               libegl1
libxkbcommon.so.0         libxkbcommon0
libglib-2.0.so.0          libglib2.0-0
libfontconfig.so.1        libfontconfig1
libdbus-1.so.3            libdbus-1-3
libgssapi_krb5.so.2       libgssapi-krb5-2
"
screen_libraries="
libxkbcommon-x11.so.0     libxkbcommon-x11-0
libxcb-cursor.so.0        libxcb-cursor0
libxcb-icccm.so.4         libxcb-icccm4
libxcb-keysyms.so.1       libxcb-keysyms1
libxcb-shape.so.0         libxcb-shape0
libwayland-client.so.0    libwayland-client0
libwayland-cursor.so.0    libwayland-cursor0
libwayland-egl.so.1       libwayland-egl1
"

# A user's own settings for Python and pip must not send the packages elsewhere.
unset PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE PYTHONOPTIMIZE
unset PIP_TARGET PIP_PREFIX PIP_ROOT PIP_NO_COMPILE PIP_REQUIREMENT PIP_CONSTRAINT
unset PIP_NO_BINARY PIP_ONLY_BINARY PIP_DRY_RUN PIP_PYTHON PIP_EDITABLE

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

fail_with_log() {
    say "$@"
    say "De laatste regels van $log:"
    tail -n 8 "$log" >&2
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

is_linux() { [ "$(uname -s)" = Linux ]; }

# --- Python -----------------------------------------------------------------------------------

is_usable_python() {
    "$1" -c 'import sys, ctypes, sqlite3, ssl; sys.exit(sys.version_info < (3, 11))' \
        >/dev/null 2>&1
}

has_venv() { "$1" -c 'import venv, ensurepip' >/dev/null 2>&1; }

# Every Python on PATH, the ordinary one first. A name that is found may still not run: it is tried.
candidate_pythons() {
    local name
    for name in python3 python3.13 python3.12 python3.11 python3.14; do
        type -aP "$name"
    done
}

# Sets base_python: the first Python that can make a venv, else the first that is new enough.
find_python() {
    local candidate
    base_python=
    while read -r candidate; do
        is_usable_python "$candidate" || continue
        if has_venv "$candidate"; then
            base_python=$candidate
            return
        fi
        base_python=${base_python:-$candidate}
    done < <(candidate_pythons)
    [ -n "$base_python" ] || fail "Er is geen Python 3.11 of nieuwer gevonden." \
        "Installeer Python (op Debian en Ubuntu: sudo apt-get install python3) en probeer het opnieuw."
}

# Debian leaves ensurepip out of its python3; the package that has it is named after the version.
venv_package() {
    has_venv "$base_python" && return
    "$base_python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

# --- System packages --------------------------------------------------------------------------

# Prints the packages of the table "$1" whose library the loader cannot load: that is the truth,
# whatever a package list says.
missing_libraries() {
    is_linux || return 0
    "$base_python" - "$1" <<'END'
import ctypes, sys

for line in sys.argv[1].split("\n"):
    if line:
        library, package = line.split()
        try:
            ctypes.CDLL(library)
        except OSError:
            print(package)
END
}

# Prints the packages of the table "$1" (command, package) whose command is not there.
missing_commands() {
    local name package
    while read -r name package; do
        [ -z "$name" ] || have "$name" || printf '%s\n' "$package"
    done <<<"$1"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

can_be_root() {
    [ "$(id -u)" = 0 ] && return
    have sudo || return
    [ -t 0 ] || sudo -n true 2>/dev/null
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@" >>"$log" 2>&1 </dev/null
}

# Installs the named packages; without names it does nothing at all.
install_packages() {
    [ $# -gt 0 ] || return 0
    have apt-get || fail "Er ontbreken systeempakketten en apt-get is er niet." \
        "Installeer zelf wat op uw systeem hetzelfde is als: $*"
    can_be_root || fail "Er ontbreken systeempakketten. Vraag uw beheerder om dit uit te voeren:" \
        "sudo apt-get install $*"
    say "Systeempakketten installeren: $*"
    # An update that fails is no reason to stop: the packages may be known already.
    apt_get update || true
    apt_get install --no-install-recommends "$@" || fail_with_log \
        "Het installeren van systeempakketten is niet gelukt. Controleer de internetverbinding" \
        "en probeer het opnieuw, of voer zelf uit: sudo apt-get install $*"
}

# --- The environment --------------------------------------------------------------------------

make_venv() {
    if is_usable_python "$python" && "$python" -m pip --version >/dev/null 2>&1; then
        return
    fi
    "$base_python" -m venv --clear "$venv" >>"$log" 2>&1 || fail_with_log \
        "Het maken van de map .venv is niet gelukt. Is er genoeg schijfruimte, en mag u hier schrijven?"
}

# pip compiles when told so, even where PYTHONDONTWRITEBYTECODE is set: a start is twice as fast.
pip_install() {
    PIP_USER=0 PIP_REQUIRE_VIRTUALENV=0 "$python" -m pip install --compile --no-input \
        --disable-pip-version-check --only-binary :all: --require-hashes -r "$1" >>"$log" 2>&1
}

# The stamp is a copy of the requirements that were installed.
is_up_to_date() { is_usable_python "$python" && cmp -s "$root/$1" "$venv/installed-$1"; }

install_requirements() {
    is_up_to_date "$1" && return
    make_venv
    say "De onderdelen van het programma ophalen. Dit gebeurt één keer en duurt een minuut of twee."
    pip_install "$root/$1" || fail_with_log \
        "Het ophalen van de onderdelen is niet gelukt. Controleer de internetverbinding (en zo nodig" \
        "de proxy) en de vrije schijfruimte (500 MB), en probeer het opnieuw."
    cp "$root/$1" "$venv/installed-$1"
    # The development set holds the other one whole.
    cp "$root/requirements.txt" "$venv/installed-requirements.txt"
}

# Two first starts at once would both fill the same folder: the second waits.
lock_setup() {
    if ! mkdir -p "$root/build" 2>/dev/null || ! touch "$log" 2>/dev/null; then
        fail "In de map $root kan niet worden geschreven. Zet het programma in een map van uzelf."
    fi
    exec 9>"$root/build/setup.lock"
    ! have flock || flock 9
    : >"$log"
}

unlock_setup() { exec 9>&-; }

# set_up REQUIREMENTS LIBRARIES COMMANDS: everything in place, or a sentence that says what to do.
set_up() {
    lock_setup
    local packages
    if is_up_to_date "$1"; then base_python=$python; else find_python; fi
    packages=$(missing_libraries "$2" && missing_commands "$3" && venv_package)
    # shellcheck disable=SC2086  # one word per package
    install_packages $packages
    install_requirements "$1"
    unlock_setup
}

# Runs Python with the project's code on the path, from wherever the user stands (-P: and nothing
# of what lies there).
run_python() { PYTHONPATH=$root exec "$python" -P "$@"; }
