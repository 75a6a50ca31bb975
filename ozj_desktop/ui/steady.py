"""Keeps PySide6 6.12 from ending the program on Python 3.11.

Calls into that PySide6 that give back None, and some that give back True or False, take one
reference to it too many. Since 3.12 Python does not count these. Before, the program aborts
("deallocating None") after as many calls as there were references: some minutes of painting.
"""

import sys


def keep_constants() -> None:
    """Give None, True and False more references than a year of painting can take."""
    if sys.version_info < (3, 12):
        import ctypes

        for constant in (None, True, False, NotImplemented):
            references = ctypes.c_ssize_t.from_address(id(constant))
            references.value = max(references.value, sys.maxsize // 4)
