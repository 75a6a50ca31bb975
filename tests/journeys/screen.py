"""A real screen (Xvfb) with the real program on it, used through mouse and keys (xdotool)."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

WIDE, HIGH = 1366, 768
PATIENCE = 30  # seconds in which anything must have happened
STILL = 6  # looks in a row at which nothing was done
NEEDED = ("Xvfb", "xdotool", "xclip")


def missing() -> list[str]:
    return [name for name in NEEDED if which(name) is None]


class Screen:
    """One screen, and what is started on it."""

    def __init__(self, display: str, home: Path) -> None:
        self._home = home
        self._environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "OZJ_HOME": str(home / "eigen"),
            "HOME": str(home),
        }
        self.program: subprocess.Popen[bytes] | None = None

    def start(self, *arguments: str) -> None:
        self.program = subprocess.Popen(
            [sys.executable, "-m", "ozj_desktop", *arguments], env=self._environment
        )

    def _do(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def windows(self, title: str) -> list[str]:
        """The windows in sight whose title holds this."""
        return self._do("xdotool", "search", "--onlyvisible", "--name", title).split()

    def come_to(self, title: str) -> None:
        """Wait for a window, and give it the keyboard: there is nobody who manages windows."""
        until(lambda: bool(self.windows(title)), f"een venster ‘{title}’")
        window = self.windows(title)[-1]
        self._do("xdotool", "windowmove", window, "0", "0")
        self._do("xdotool", "windowfocus", "--sync", window)
        self.rest()

    def keys(self, *names: str) -> None:
        """One after the other, each when the program has dealt with the one before."""
        for name in names:
            self._do("xdotool", "key", "--clearmodifiers", name)
            self.rest()

    def type(self, text: str) -> None:
        self._do("xdotool", "type", "--clearmodifiers", "--delay", "10", text)
        self.rest()

    def click(self, x: int, y: int) -> None:
        self._do("xdotool", "mousemove", "--sync", str(x), str(y), "click", "1")
        self.rest()

    def rest(self) -> None:
        """Until the program has nothing more to do: for some moments it uses no processor."""
        still, before = 0, self._used()
        end = time.monotonic() + PATIENCE
        while still < STILL and time.monotonic() < end:
            time.sleep(0.02)
            now = self._used()
            idle = now == before and not now.startswith("R")  # R: it waits for its turn
            still, before = (still + 1 if idle else 0), now

    def _used(self) -> str:
        """Whether it runs, and its processor time so far in ticks."""
        assert self.program is not None
        told = Path(f"/proc/{self.program.pid}/stat").read_text(encoding="ascii", errors="replace")
        fields = told.rpartition(")")[2].split()
        return " ".join((fields[0], *fields[11:13]))

    def paste(self, text: str) -> None:
        """As somebody does who copied it in another program."""
        subprocess.run(
            ["xclip", "-selection", "clipboard"],
            env=self._environment,
            input=text.encode(),
            check=True,
        )
        self.keys("ctrl+v")

    def stop(self) -> None:
        if self.program is not None and self.program.poll() is None:
            self.program.terminate()
            self.program.wait(PATIENCE)


def until(happened: Callable[[], bool], what: str) -> None:
    """Look again and again until it has happened."""
    end = time.monotonic() + PATIENCE
    while not happened():
        if time.monotonic() > end:
            raise AssertionError(f"niet gebeurd: {what}")
        time.sleep(0.05)


@contextmanager
def screen(home: Path) -> Iterator[Screen]:
    reading, writing = os.pipe()
    size = f"{WIDE}x{HIGH}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        made = Screen(f":{told.readline().strip()}", home)
    try:
        yield made
    finally:
        made.stop()
        server.terminate()
        server.wait()
