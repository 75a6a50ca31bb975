"""Keeps PySide6 6.12 from ending the program on Python 3.11.

Every call into that PySide6 that gives nothing back takes one reference to None too many. Since
3.12 Python does not count these. Before, the program aborts ("deallocating None") after as many
calls as there were references: some minutes of painting.
"""

import sys


def keep_none() -> None:
    """Give None more references than all painting in a year can take; where it counts them."""
    if sys.version_info < (3, 12):
        import ctypes

        references = ctypes.c_ssize_t.from_address(id(None))
        references.value = max(references.value, sys.maxsize // 4)
