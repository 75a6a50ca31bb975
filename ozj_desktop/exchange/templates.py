"""The templates there are: readable texts in resources/content/templates, known by their heads."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from ozj_desktop.model.areas import AreaKind
from ozj_desktop.paths import resource

TEMPLATE = "template"  # the table in which a text says that it is one


@dataclass(frozen=True)
class Template:
    """What the welcome tells of it; its text is read when it is chosen."""

    path: Path
    name: str
    about: str
    icon: str
    place: int
    area: AreaKind  # that it is mostly about
    opens: str  # the place where somebody begins to type

    @property
    def key(self) -> str:
        return self.path.stem


def templates() -> list[Template]:
    """All there are, in their order. Only the heads are read: this is on the way to a start."""
    found = [_head(path) for path in resource("content/templates").glob("*.toml")]
    return sorted(found, key=lambda template: template.place)


def _head(path: Path) -> Template:
    told = tomllib.loads(path.read_text(encoding="utf-8").split("\n[[")[0])[TEMPLATE]
    areas = {kind.value: kind for kind in AreaKind}
    return Template(path, **(told | {"area": areas[told["area"]]}))
