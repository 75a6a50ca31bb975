"""The two kinds of errors: these sentences are for the user, everything else is a bug."""


class UserError(Exception):
    """Something the user can solve; the text is Dutch: what happened, what to do."""


class Refused(UserError):
    """A file that is foreign, newer or damaged; it was not written to."""


class InUse(UserError):
    """A dossier that somebody else has open for writing."""


class Cancelled(UserError):
    """The user stopped the work; nothing was left behind."""


class WrongUse(Exception):
    """Something on the command line that nobody can do; the text is Dutch."""
