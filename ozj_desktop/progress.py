"""How long work tells whoever waits for it how far it is, and hears that it may stop."""

from collections.abc import Callable

Report = Callable[[int, int], None]  # done, of how many; raises Cancelled to stop


def unheard(done: int, total: int) -> None:
    """Progress that nobody follows."""
