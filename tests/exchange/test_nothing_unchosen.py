"""What nobody chose does not stand in a paper: no ground from a theme, no column without words."""

from typing import Any

from ozj_desktop.exchange.agreement_text import text_chapters
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.blocks import Entry, Table, plain, walk
from ozj_desktop.model.charter import Principle
from ozj_desktop.model.documents import Document, Inclusion
from ozj_desktop.model.forums import Forum, Topic
from ozj_desktop.model.parties import Party


def grounds(chapters: Any) -> list[str]:
    return [
        plain(entry.blocks[0].text)  # type: ignore[union-attr]
        for entry in walk(chapters)
        if isinstance(entry, Entry) and entry.label == "Grondslag"
    ]


def test_the_table_of_a_theme_alone_is_no_ground(know: Any) -> None:
    forum = Forum(name="Stuurgroep")
    topic = Topic(name="Wat wij doen", main_forum=forum.id)
    principle = Principle(text="Eerst luisteren")
    one = Agreement(title="a", topic=topic.id)
    two = Agreement(title="b", topic=topic.id, principles=frozenset([principle.id]))
    paper = Document(name="x")
    places = [Inclusion(document=paper.id, agreement=a.id) for a in (one, two)]
    facts = know(forum, topic, principle, one, two, paper, *places)
    assert grounds(text_chapters(facts, paper)) == ["leidend principe 1 · overlegtafel Stuurgroep"]


def test_a_column_in_which_nothing_is_told_is_left_out(know: Any) -> None:
    talks, paper = Party(name="Ouderraad", signs=False), Document(name="x")
    chapters = text_chapters(know(talks, paper), paper)
    (table,) = [t for t in walk(chapters) if isinstance(t, Table)]
    assert [column.title for column in table.columns] == ["Wie", "Hoe zij meepraten"]
    assert "zelfstandig" not in str(chapters)
