"""Journeys open windows as the tests of the window do."""

from tests.ui.conftest import (
    example,
    made_at_once,
    open_window,
    pytest_collection_modifyitems,
    qapp_args,
    steady,
    theme,
    tidied,
)

__all__ = [
    "example",
    "made_at_once",
    "open_window",
    "pytest_collection_modifyitems",
    "qapp_args",
    "steady",
    "theme",
    "tidied",
]
