"""A region in small: parties, agreements, one document and what is said of it."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.documents import (
    Assent,
    Deviation,
    Document,
    Inclusion,
    Stage,
    TableAssent,
    Version,
)
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Id, Record

ASKED, DECIDED = date(2026, 10, 29), date(2026, 11, 10)


@dataclass
class Region:
    """Two parties and two agreements, in a document that was submitted once."""

    town: Party = field(default_factory=lambda: Party(name="Gemeente Lindebroek", position=1))
    school: Party = field(default_factory=lambda: Party(name="Schoolbestuur", position=2))
    plan: Agreement = field(default_factory=lambda: Agreement(title="Eén plan"))
    desk: Agreement = field(default_factory=lambda: Agreement(title="Eén loket"))
    document: Document = field(
        default_factory=lambda: Document(name="Samen naar school", stage=Stage.FROZEN)
    )

    ids: dict[tuple[int, int], Id[Version]] = field(default_factory=dict)

    @property
    def version(self) -> Version:
        return self.numbered(1)

    def numbered(self, major: int, minor: int = 0, *agreements: Agreement) -> Version:
        chosen = agreements or (self.plan, self.desk)
        made = Version(
            id=self.ids.setdefault(
                (major, minor), Version(document=self.document.id, major=0, minor=0).id
            ),
            document=self.document.id,
            major=major,
            minor=minor,
            submitted_on=ASKED,
            agreements=frozenset(a.id for a in chosen),
        )
        return replace(made, mends=self.numbered(major).id) if minor else made

    @property
    def people(self) -> list[Record]:
        return [self.town, self.school]

    @property
    def text(self) -> list[Record]:
        """Everything but what the parties say."""
        places = [
            Inclusion(document=self.document.id, agreement=a.id, position=n)
            for n, a in enumerate((self.plan, self.desk))
        ]
        return [*self.people, self.plan, self.desk, self.document, *places, self.version]

    def says(
        self,
        party: Party,
        table: TableAssent = TableAssent.AGREED,
        *,
        decided_on: date | None = DECIDED,
        version: Version | None = None,
        **more: Any,
    ) -> Assent:
        version = version or self.version
        return Assent(
            version=version.id, party=party.id, table=table, decided_on=decided_on, **more
        )

    def agreed(self, **more: Any) -> list[Record]:
        """Both parties agree with all of it, and both boards have decided."""
        return [*self.text, self.says(self.town, **more), self.says(self.school, **more)]


def except_for(
    assent: Assent, agreement: Agreement, table: TableAssent = TableAssent.REFUSED, **more: Any
) -> Deviation:
    return Deviation(assent=assent.id, agreement=agreement.id, table=table, **more)


def leads(agreement: Agreement, party: Party, **more: Any) -> Contribution:
    return Contribution(agreement=agreement.id, party=party.id, role=Role.LEADS, **more)
