"""What the window offers its pages beside the desk."""

from typing import NamedTuple

from ozj_desktop.ui.attention import Attention
from ozj_desktop.ui.file_actions import FileActions


class Tools(NamedTuple):
    """What asks attention, and what can be made of the dossier."""

    attention: Attention
    files: FileActions
