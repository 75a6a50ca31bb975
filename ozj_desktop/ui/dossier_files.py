"""A dossier as a file beside the one that is open: a whole copy, or a cleaned one to give away."""

from collections.abc import Callable
from pathlib import Path

from ozj_desktop.errors import UserError
from ozj_desktop.progress import Report
from ozj_desktop.store.dossier import Dossier

Work = Callable[[Report], str]


def copying(dossier: Dossier, target: Path) -> Work:
    """Work that writes all of it, history too: a copy that can be merged back."""
    return _writing(target, dossier.copy_to, dossier)


def cleaning(dossier: Dossier, target: Path) -> Work:
    """Work that leaves out history, remarks and what is confidential."""

    def write(beside: Path) -> None:
        from ozj_desktop.store.cleaned import cleaned

        cleaned(dossier, beside).publish()

    return _writing(target, write, dossier)


def _writing(target: Path, write: Callable[[Path], None], copy: Dossier) -> Work:
    """What stands at `target` stays until all of the new is there; `copy` is closed at the end."""

    def work(progress: Report) -> str:
        from ozj_desktop.exchange.swap import writing

        try:
            with writing(target) as beside:
                _in_its_own_name(write, beside, target)
                progress(1, 1)  # the last moment to stop
            return f"{target.name} is gemaakt."
        finally:
            copy.close()

    return work


def _in_its_own_name(write: Callable[[Path], None], beside: Path, target: Path) -> None:
    """A full disk is told of the name that the user chose."""
    try:
        write(beside)
    except UserError as error:
        raise type(error)(str(error).replace(beside.name, target.name)) from error
