"""What somebody decided to leave as it is, with the reason."""

from ozj_desktop.model.kind import kind
from ozj_desktop.model.record import Record, Text, labelled


@kind(frozen=True, kw_only=True)
class SetAside(Record):
    """A signal put aside; it comes back when `facts` are no longer the facts."""

    names = ("terzijde gelegd signaal", "terzijde gelegde signalen")
    article = "het"
    natural_key = ("signal", "about")
    searched = False

    reason: Text = labelled("Reden", "")  # by which it is called
    signal: str = labelled("Signaal")
    about: str = labelled("Waarover")
    facts: str = labelled("Bij deze feiten", "")
