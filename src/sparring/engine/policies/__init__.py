"""Every policy of the interviewer, one file each, in the order in which they are asked."""

from sparring.engine.decide import Policy
from sparring.engine.policies.about_us import AboutUs
from sparring.engine.policies.acknowledge import Acknowledge
from sparring.engine.policies.change import ChangeRequirement
from sparring.engine.policies.clarify import AnswerClarification
from sparring.engine.policies.clock import Opening, TimeIsUp
from sparring.engine.policies.deeper import TakeUp
from sparring.engine.policies.drawing import AskAboutDrawing
from sparring.engine.policies.drill import DrillTopic
from sparring.engine.policies.hint import GiveHint
from sparring.engine.policies.manners import Manners
from sparring.engine.policies.not_yet import NotYet
from sparring.engine.policies.openings import GoIntoIt
from sparring.engine.policies.phases import CodesAlready, NextPhase
from sparring.engine.policies.probe import FollowUp, ProbeUnseen
from sparring.engine.policies.promise import Promise
from sparring.engine.policies.push_back import PushBack
from sparring.engine.policies.red import RedCases
from sparring.engine.policies.silence import Silence
from sparring.engine.policies.stage import NextStage
from sparring.engine.policies.time_check import TimeCheck
from sparring.engine.policies.trap import SetTrap
from sparring.engine.policies.waved_away import WavedAway
from sparring.engine.policies.wrap import WrapUp
from sparring.engine.policies.wrong_hint import WrongHint

POLICIES: tuple[Policy, ...] = (
    Opening(),
    TimeIsUp(),
    AskAboutDrawing(),
    CodesAlready(),
    Silence(),
    NextStage(),
    Manners(),
    WavedAway(),
    AboutUs(),
    AnswerClarification(),
    GiveHint(),
    TimeCheck(),
    PushBack(),
    NotYet(),
    NextPhase(),
    ChangeRequirement(),
    WrongHint(),
    GoIntoIt(),
    Promise(),
    SetTrap(),
    RedCases(),
    Acknowledge(),
    FollowUp(),
    TakeUp(),
    DrillTopic(),
    ProbeUnseen(),
    WrapUp(),
)
"""Asked from first to last; to add a policy, write its file and give it its place here."""

__all__ = ["POLICIES"]
