"""What the window offers its pages beside the desk."""

from dataclasses import dataclass

from ozj_desktop.ui.attention import Attention
from ozj_desktop.ui.file_actions import FileActions


@dataclass(frozen=True)
class Tools:
    """What asks attention, and what can be made of the dossier."""

    attention: Attention
    files: FileActions
