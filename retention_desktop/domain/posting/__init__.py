"""What is written to an account, planned before it is written: pure functions from an account's state to a `Plan`."""

from retention_desktop.domain.posting.adding import one_more_lot
from retention_desktop.domain.posting.cards import fill_cards, lapsed_decides, reopen_cards
from retention_desktop.domain.posting.merging import Moved, move_lots
from retention_desktop.domain.posting.mirroring import LAPSING, Deed, mirror, stands_as_left
from retention_desktop.domain.posting.plan import PLANNED, Cause, NewEntry, NewReward, Plan, RewardMove
from retention_desktop.domain.posting.posting import Posting, lapse_day
from retention_desktop.domain.posting.settling import VisitEarned, settle
from retention_desktop.domain.posting.undoing import part, take_back, take_from

__all__ = [
    "LAPSING", "PLANNED", "Cause", "Deed", "Moved", "NewEntry", "NewReward", "Plan", "Posting", "RewardMove",
    "VisitEarned", "fill_cards", "lapse_day", "lapsed_decides", "mirror", "move_lots", "one_more_lot", "part",
    "reopen_cards", "settle", "stands_as_left", "take_back", "take_from",
]  # fmt: skip
