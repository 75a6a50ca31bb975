"""What leaves the dossier as a file: the dossier itself, and what stood there, stay whole."""

from collections.abc import Callable
from email import message_from_bytes, policy
from email.utils import getaddresses
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from ozj_desktop.errors import InUse, UserError
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.assent import signatories
from ozj_desktop.model.documents import Document, Stage
from ozj_desktop.model.parties import Contact
from ozj_desktop.paths import own
from ozj_desktop.store import cleaned
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui import saving
from ozj_desktop.ui.mail_dialog import MailDialog
from ozj_desktop.ui.main_window import MainWindow
from tests.ui.answering import when_asked


def share_to(window: MainWindow, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "ask", lambda *_, **__: target)
    window.files.share_dossier()


def test_the_open_dossier_is_never_written_over(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = window.desk.dossier.path
    before = path.read_bytes()
    with pytest.raises(UserError, match="hier open"):
        share_to(window, path, monkeypatch)
    assert path.read_bytes() == before


def test_a_dossier_that_is_open_elsewhere_is_not_written_over(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Dossier.create(tmp_path / "ander.ozj", who="M. Yildiz")
    with pytest.raises(InUse, match="Yildiz"):
        share_to(window, other.path, monkeypatch)
    other.close()
    assert Dossier.read(other.path).history.last.label == "created"


def test_a_copy_to_give_away_takes_the_place_of_what_was_there(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "delen.ozj"
    target.write_text("oud")
    with qtbot.waitSignal(window.files.made, timeout=20_000):
        share_to(window, target, monkeypatch)
    assert Dossier.read(target).count(Agreement) > 0
    assert [p.name for p in tmp_path.glob("~*")] == []


def broken(*_: object) -> NoReturn:
    raise UserError("De schijf is vol.")


def half_written(_: Dossier, path: Path) -> NoReturn:
    path.write_bytes(b"de eerste helft")
    raise UserError(f"De schijf is vol: {path.name} kon niet worden bewaard.")


@pytest.mark.parametrize("was", ["oud", None])
@pytest.mark.parametrize("broken_at", ["cleaned", "publish"])
def test_what_was_there_stays_when_the_copy_fails(
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    broken_at: str,
    was: str | None,
) -> None:
    target = tmp_path / "uit" / "delen.ozj"
    target.parent.mkdir()
    if was:
        target.write_text(was)
    if broken_at == "cleaned":
        monkeypatch.setattr(cleaned, "cleaned", broken)
    else:
        monkeypatch.setattr(Dossier, "publish", lambda new: half_written(new, new.path))
    with qtbot.waitSignal(window.files.failed, timeout=20_000) as told:
        share_to(window, target, monkeypatch)
    assert "~ozj" not in str(told.args[0])
    assert (target.read_text() if target.exists() else None) == was
    assert [*target.parent.iterdir()] == ([target] if was else [])


def test_what_was_there_stays_when_the_copy_is_stopped(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, real = tmp_path / "delen.ozj", cleaned.cleaned
    target.write_text("oud")

    def stopped_halfway(dossier: Dossier, beside: Path) -> Dossier:
        window.files.jobs[0].stop()
        return real(dossier, beside)

    monkeypatch.setattr(cleaned, "cleaned", stopped_halfway)
    with qtbot.waitSignal(window.files.stopped, timeout=20_000):
        share_to(window, target, monkeypatch)
    assert target.read_text() == "oud"
    assert [*tmp_path.glob("*~ozj*")] == []


def test_a_link_to_the_open_dossier_is_the_open_dossier(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "een_ander.ozj"
    link.symlink_to(window.desk.dossier.path)
    with pytest.raises(UserError, match="hier open"):
        share_to(window, link, monkeypatch)


def test_a_whole_copy_is_not_written_over_the_open_dossier(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = window.desk.dossier.path
    monkeypatch.setattr(saving, "ask", lambda *_, **__: path)
    with pytest.raises(UserError, match="hier open"):
        window.files.copy_dossier()


def start_of(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the dialog opens in."""
    asked: list[Path] = []

    def ask(_: object, __: str, start: Path, *___: object, **____: object) -> None:
        asked.append(start.parent)

    monkeypatch.setattr(saving, "ask", ask)
    window.files.share_dossier()
    return asked[0]


def test_dialogs_start_where_the_dossier_is_and_then_where_one_was(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert start_of(window, monkeypatch) == window.desk.dossier.path.parent
    target = tmp_path / "elders" / "delen.ozj"
    target.parent.mkdir()
    with qtbot.waitSignal(window.files.made, timeout=20_000):
        share_to(window, target, monkeypatch)
    assert start_of(window, monkeypatch) == target.parent
    target.unlink()
    target.parent.rmdir()
    assert start_of(window, monkeypatch) == window.desk.dossier.path.parent


def test_a_second_copy_is_offered_a_name_of_its_own(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_: object, __: str, start: Path, *___: object, **____: object) -> None:
        asked.append(start.name)

    monkeypatch.setattr(saving, "ask", ask)
    folder = window.desk.dossier.path.parent
    for name in ("voorbeeldregio_2026-11-24.ozj", "voorbeeldregio_2026-11-24_2.ozj"):
        window.files.copy_dossier()
        (folder / name).write_text("een kopie")
    window.files.copy_dossier()
    assert asked == [
        "voorbeeldregio_2026-11-24.ozj",
        "voorbeeldregio_2026-11-24_2.ozj",
        "voorbeeldregio_2026-11-24_3.ozj",
    ]


def test_what_the_program_keeps_for_itself_is_no_place_to_begin() -> None:
    kept = own("voorbeeld") / "voorbeeldregio.ozj"
    assert saving.folder_for("export_folder", kept) == Path.home()


def test_a_mail_to_one_party_is_made_from_the_menu(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_: object, __: str, start: Path, *___: object, **____: object) -> Path:
        asked.append(start.name)
        return tmp_path / "mail.eml"

    monkeypatch.setattr(saving, "ask", ask)
    document = next(d for d in window.desk.dossier.all(Document) if d.stage is Stage.FROZEN)
    party = signatories(window.desk.facts, document)[0]
    menu = QMenu(window)
    window.files.fill_for(menu, document)
    one = next(a.menu() for a in menu.actions() if a.text() == "E-mail aan één partij")
    with qtbot.waitSignal(window.files.made, timeout=60_000) as made:
        next(a for a in one.actions() if a.text() == party.name).trigger()  # type: ignore[union-attr]
        dialog = the_mail(window)
        assert dialog.windowTitle() == f"E-mail aan {party.name}"
        assert not dialog._draft.tells
        dialog.keep.click()
    assert f"een mail aan {party.name}" in made.args[0]
    mail = message_from_bytes((tmp_path / "mail.eml").read_bytes())
    theirs = {c.email for c in window.desk.dossier.all(Contact, party=party.id)}
    assert {address for _, address in getaddresses(mail.get_all("To", []))} <= theirs
    assert asked[0].endswith(".eml")


def the_mail(window: MainWindow) -> MailDialog:
    """As it is shown before it is kept."""
    found = [d for d in window.findChildren(MailDialog) if d.isVisible()]
    assert len(found) == 1
    return found[0]


def submitted(window: MainWindow) -> Document:
    return next(d for d in window.desk.dossier.all(Document) if d.stage is Stage.FROZEN)


def test_before_a_mail_is_kept_it_shows_who_gets_what(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "ask", lambda *_, **__: tmp_path / "mail.eml")
    window.files.export("eml", submitted(window))
    dialog = the_mail(window)
    shown = "\n".join(x.text().replace("\u200b", "") for x in dialog.findChildren(QLabel))
    assert f"{len(dialog._draft.to)} mensen: " in shown
    assert "SWV VO Oevermark" in shown  # who has no address
    assert ".pdf" in shown and ".xlsx" in shown and ".docx" in shown
    assert "A. de Boer\nGemeente Lindebroek, namens" in dialog.text.toPlainText()
    assert "voorbehoud" not in dialog.text.toPlainText()
    telling = dialog.telling.parts()[1]
    qtbot.mouseClick(telling, Qt.MouseButton.LeftButton)
    assert "Akkoord onder voorbehoud: " in dialog.text.toPlainText()
    dialog.text.undo()
    assert "voorbehoud" not in dialog.text.toPlainText()
    dialog.text.append("Neem gerust een collega mee.")
    dialog.subject.setText("Ons convenant")
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(window.files.made, timeout=60_000) as made:
        qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    mail = message_from_bytes((tmp_path / "mail.eml").read_bytes(), policy=policy.default)
    assert mail["Subject"] == "Ons convenant"
    assert len(mail["To"].addresses) + len(mail["Cc"].addresses) == 16
    body = mail.get_body(("plain",))
    assert body is not None and "Neem gerust een collega mee." in body.get_content()
    assert made.args[0] == "mail.eml is gemaakt: een mail aan 16 mensen."
    assert window.status._date.isHidden()


def test_escape_leaves_a_mail_unmade(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "ask", never)
    window.files.export("eml", submitted(window))
    dialog = the_mail(window)
    qtbot.waitUntil(dialog.keep.hasFocus)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not [d for d in window.findChildren(MailDialog) if d.isVisible()]


def never(*_: object, **__: object) -> NoReturn:
    raise AssertionError("nobody asked for a file")


def typing(name: str, *, asked: bool = False) -> Callable[[QFileDialog], None]:
    """Type this name and press Save; where it is asked about overwriting, say no and leave."""

    def answer(dialog: QFileDialog) -> None:
        edit = dialog.findChild(QLineEdit)
        assert edit is not None
        edit.setText(name)
        if asked:
            when_asked(QMessageBox, refuse)
        dialog.accept()

    def refuse(box: QMessageBox) -> None:
        when_asked(QFileDialog, QFileDialog.reject)
        box.button(QMessageBox.StandardButton.No).click()

    return answer


@pytest.mark.parametrize(("typed", "gets"), [("plan", "plan.pdf"), ("plan.PDF", "plan.PDF")])
def test_a_name_gets_its_suffix_in_the_dialog(
    window: MainWindow, tmp_path: Path, typed: str, gets: str
) -> None:
    when_asked(QFileDialog, typing(str(tmp_path / typed)))
    found = saving.asked(window, "Waar?", tmp_path / "eerst.pdf", "pdf")
    assert found == tmp_path / gets


def test_the_dialog_asks_about_the_name_the_file_gets(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_text("oud")
    when_asked(QFileDialog, typing(str(tmp_path / "plan"), asked=True))
    assert saving.asked(window, "Waar?", tmp_path / "eerst.pdf", "pdf") is None


def test_a_name_with_another_suffix_is_asked_again_where_it_is_taken(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plan.v2.pdf").write_text("oud")
    given, starts = [tmp_path / "plan.v2", None], []

    def ask(_: object, __: str, start: Path, *___: object, **____: object) -> Path | None:
        starts.append(start.name)
        return given.pop(0)

    monkeypatch.setattr(saving, "ask", ask)
    assert saving.asked(window, "Waar?", tmp_path / "eerst.pdf", "pdf") is None
    assert starts == ["eerst.pdf", "plan.v2.pdf"]
