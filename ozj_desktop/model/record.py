"""What all records share: a typed id, Dutch labels, and fields that know their form."""

from collections.abc import Iterator
from dataclasses import MISSING, FrozenInstanceError, field, fields
from datetime import date
from enum import Enum, StrEnum, auto
from functools import cache
from types import NoneType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Generic,
    NamedTuple,
    Self,
    TypeVar,
    cast,
    get_args,
    get_type_hints,
)

from ozj_desktop.model.ids import natural_id, new_id
from ozj_desktop.model.kind import kind

K = TypeVar("K", bound="Record")


class Id(str, Generic[K]):
    """The id of a record of kind K; to everybody but the type checker plain text."""


class Form(Enum):
    """How a field is edited, shown and stored."""

    LINE, TEXT, DATE, WHEN, NUMBER, MONEY, FLAG, CHOICE, FILE = (auto() for _ in range(9))
    REF, PART_OF, REFS, FIGURE, PERIOD = (auto() for _ in range(5))


Text = Annotated[str, Form.TEXT]
When = Annotated[date | str, Form.WHEN]  # a day, or words where there is none
Number = Annotated[int, Form.NUMBER]
Money = Annotated[int, Form.MONEY]  # whole cents
Figure = Annotated[str, Form.FIGURE]  # as `figures.py` writes it: "12.9", "<5", "" for none
PeriodCode = Annotated[str, Form.PERIOD]  # as `periods.py` writes it: "2026-1"; "" for none
File = Annotated[str, Form.FILE]  # the SHA-256 of bytes kept in the dossier
Ref = Annotated[Id[K], Form.REF]  # points to a record, which cannot go while this stands
PartOf = Annotated[Id[K], Form.PART_OF]  # the owner: this record dies with it
Refs = Annotated[frozenset[Id[K]], Form.REFS]


class Choice(StrEnum):
    """A closed list: `DRAFT = "draft", "concept"` is stored as the first, shown as the second."""

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


def labelled(label: str, default: Any = MISSING, help: str = "") -> Any:
    """A field that the user knows as `label`; without a default it must be given."""
    return field(default=default, metadata={"label": label, "help": help})


@kind(frozen=True, kw_only=True)
class Record:
    """One thing in the dossier. Where a kind has a natural key, equal keys are the same thing."""

    names: ClassVar[tuple[str, str]]  # one, many
    article: ClassVar[str] = "de"
    searched: ClassVar[bool] = True  # whether its texts are found by searching in everything
    implied: ClassVar[bool] = False  # there for every key, and stored once it is filled in
    natural_key: ClassVar[tuple[str, ...] | None] = None  # () is: one in a dossier

    id: Id[Self] = cast("Id[Self]", "")

    def __init__(self, **given: Any) -> None:
        defaults = _defaults(cast(Any, type(self)))
        values = defaults | given
        if len(values) > len(defaults):
            raise TypeError(f"{type(self).__name__} has no {', '.join(given.keys() - defaults)}")
        if missing := [name for name, value in values.items() if value is MISSING]:
            raise TypeError(f"{type(self).__name__} needs {', '.join(missing)}")
        self.__dict__.update(values)
        if not self.id:
            self.__dict__["id"] = new_id() if self.natural_key is None else self.own_id()

    def own_id(self) -> str:
        """The id that goes with the natural key."""
        values = [str(getattr(self, name)) for name in self.natural_key or ()]
        return natural_id(type(self).__name__, *values)

    def __setattr__(self, name: str, value: Any) -> None:
        raise FrozenInstanceError(f"cannot assign to {name}: use replace()")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete {name}")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({told})"

    def __hash__(self) -> int:
        return hash(self.id)

    def __str__(self) -> str:
        texts = (f.name for f in fields_of(type(self)) if f.form in (Form.LINE, Form.TEXT))
        return getattr(self, next(texts, ""), "") or f"{self.names[0]} zonder naam"


@cache
def _defaults(kind: Any) -> dict[str, Any]:
    """What each field is when it is not given; MISSING where it must be."""
    return {f.name: f.default for f in fields(kind)}


class Field(NamedTuple):
    """What form, table, export and store need to know of one field."""

    name: str
    label: str
    help: str
    form: Form
    type: Any  # the kind it points to, the Choice, or the plain type
    list: str  # the list of items it is chosen from, if it is
    optional: bool
    default: Any  # None where it must be given

    @property
    def required(self) -> bool:
        """Whether a record cannot exist without it: an owner, or part of a natural key."""
        return self.default is None and not self.optional


def fields_of(kind: type[Record]) -> tuple[Field, ...]:
    """The labelled fields of `kind`, in the order declared."""
    return _parsed(cast(Any, kind))


def field_of(kind: type[Record], name: str) -> Field:
    """Raise KeyError where `kind` has no such field."""
    for found in fields_of(kind):
        if found.name == name:
            return found
    raise KeyError(name)


@cache
def _parsed(kind: Any) -> tuple[Field, ...]:
    return tuple(_fields(kind))


def _fields(kind: type[Record]) -> Iterator[Field]:
    hints = get_type_hints(kind, include_extras=True)
    for f in fields(kind):
        if "label" in f.metadata:
            hint = hints[f.name]
            optional = NoneType in get_args(hint)
            form, plain, chosen = _form(get_args(hint)[0] if optional else hint)
            default = None if f.default is MISSING else f.default
            told = f.metadata["label"], f.metadata["help"]
            yield Field(f.name, *told, form, plain, chosen, optional, default)


_PLAIN = {str: Form.LINE, date: Form.DATE, bool: Form.FLAG}


def _form(hint: Any) -> tuple[Form, Any, str]:
    if hint in _PLAIN:
        return _PLAIN[hint], hint, ""
    if isinstance(hint, type) and issubclass(hint, Choice):
        return Form.CHOICE, hint, ""
    plain, form, *chosen = get_args(hint)
    while get_args(plain):  # frozenset[Id[Party]] -> Id[Party] -> Party
        plain = get_args(plain)[0]
    return form, plain, chosen[0] if chosen else ""
