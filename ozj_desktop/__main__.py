"""Start the program: the window, or one of the jobs that need none."""

import sys


def main() -> int:
    try:
        from ozj_desktop.cli import run

        return run(sys.argv[1:], alone=True)
    except KeyboardInterrupt:  # before there was anything to stop
        return 1


if __name__ == "__main__":
    sys.exit(main())
