"""Every state has a shape and a word; every shape leaves ink."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from ozj_desktop.model.actions import ActionState
from ozj_desktop.model.agreements import Decision, Progress
from ozj_desktop.model.documents import Stage, TableAssent
from ozj_desktop.model.parties import Uptake
from ozj_desktop.model.record import Choice
from ozj_desktop.ui.status import Shape, Tone, paint_status, status_of
from ozj_desktop.ui.theme import DARK, LIGHT, Colors


@pytest.mark.parametrize("choice", [Decision, Progress, TableAssent, ActionState, Stage, Uptake])
def test_every_state_is_told_in_a_word_of_its_own(choice: type[Choice]) -> None:
    words = [status.word for member in choice if (status := status_of(member))]
    assert len(set(words)) == len([*choice])


def drawn(shape: Shape, colors: Colors, tone: Tone | None = None) -> QImage:
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(colors["surface"])
    painter = QPainter(image)
    paint_status(painter, QRectF(0, 0, 16, 16), shape, colors, tone)
    painter.end()
    return image


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_shapes_differ_without_their_colour(qapp: object, colors: Colors) -> None:
    images = [drawn(shape, colors, Tone.NEUTRAL) for shape in Shape]
    for n, image in enumerate(images):
        assert image not in images[:n], [*Shape][n]
