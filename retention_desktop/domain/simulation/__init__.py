"""What a draft of rules would have done to the shop's own past visits: a pure replay."""

from retention_desktop.domain.simulation.replay import Replay
from retention_desktop.domain.simulation.values import (
    BillDetail,
    MonthLine,
    ProgrammeOutcome,
    RewardLine,
    Simulation,
)

__all__ = ["BillDetail", "MonthLine", "ProgrammeOutcome", "Replay", "RewardLine", "Simulation"]
