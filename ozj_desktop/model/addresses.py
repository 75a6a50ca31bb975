"""What an e-mail address is: one rule for what is typed, what asks attention and what is mailed."""

import re

# What every mail server takes. A name with letters beyond ASCII before the @ is not among it.
_ADDRESS = re.compile(
    r"(?=.{6,254}$)(?=[^@]{1,64}@)[A-Za-z0-9_+&-]+(?:[.'][A-Za-z0-9_+&-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]"
)
_BETWEEN = re.compile(r"[;,\n]")


def addresses_in(text: str) -> list[str]:
    """The parts of a field that holds one address or several, good or not."""
    return [part for raw in _BETWEEN.split(text) if (part := " ".join(raw.split()))]


def is_address(text: str) -> bool:
    """Whether mail to this can be delivered, as far as can be seen."""
    return bool(_ADDRESS.fullmatch(as_the_network_knows_it(text)))


def as_the_network_knows_it(text: str) -> str:
    """With a domain of other letters, such as gemeente-één.nl, in its plain form.

    Empty where it has none. The part before the @ is left as it is.
    """
    address = text.removeprefix("mailto:")
    if address.isascii():
        return address
    user, at, domain = address.rpartition("@")
    try:
        return f"{user}{at}{domain.encode('idna').decode()}" if at else address
    except UnicodeError:
        return ""
