"""What makes a class a kind of record: `@kind(frozen=True, kw_only=True)`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

__all__ = ["kind"]

if TYPE_CHECKING:
    # To a type checker, and to whoever reads, a kind is a frozen dataclass like any other.
    from dataclasses import dataclass as kind
else:
    from dataclasses import dataclass

    def kind(**_: Any) -> Callable[[type], type]:
        """As `dataclass`, which would compile three functions for every kind: 10 ms of a start.

        What they do is done for all kinds by Record, which has all of it once.
        """
        return dataclass(init=False, repr=False, eq=False, kw_only=True)
