"""All kinds of things a dossier holds, in the order in which they may point at each other."""

from ozj_desktop.model.actions import Action
from ozj_desktop.model.activities import (
    Activity,
    ActivityResult,
    ActivityTest,
    TheoryOfChange,
)
from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.areas import Area
from ozj_desktop.model.attention import SetAside
from ozj_desktop.model.charter import ExistingWork, Principle, Term, Vision
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.compass import BlockWork, Cycle, LearningCard
from ozj_desktop.model.documents import Achterban, Assent, Deviation, Document, Inclusion, Version
from ozj_desktop.model.forums import Forum, Topic
from ozj_desktop.model.goals import (
    Ambition,
    BaselineChange,
    Indicator,
    Measurement,
    Outcome,
    OutcomeContribution,
    YouthFinding,
)
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Contact, Party, PolicyUptake, RouteStep
from ozj_desktop.model.record import Record
from ozj_desktop.model.reviews import FigureStory, ReviewDecision, ReviewMoment, ToldStory

KINDS: tuple[type[Record], ...] = (
    *(ListItem, Area, Party, RouteStep, Contact, PolicyUptake, Collaboration),
    *(Vision, Principle, Term, ExistingWork, Forum, Topic),
    *(Cycle, BlockWork, YouthFinding, Ambition, Outcome, OutcomeContribution, Indicator),
    *(BaselineChange, Measurement, TheoryOfChange, Activity, ActivityTest, ActivityResult),
    *(Agreement, Contribution),
    *(Document, Inclusion, Version, Assent, Deviation, Achterban),
    *(ReviewMoment, FigureStory, ToldStory, ReviewDecision, LearningCard, Action, SetAside),
)
