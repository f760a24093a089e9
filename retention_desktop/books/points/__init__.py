"""Points, punches and credit: the only writer of the ledger. Each step reads an account, plans purely, and writes."""

from retention_desktop.books.points.award import Award, awards_for, is_paid, pay_award
from retention_desktop.books.points.bill import bill_of, earning_of, local_time, standing
from retention_desktop.books.points.by_hand import ByHand, give, take
from retention_desktop.books.points.filling import filled_cards
from retention_desktop.books.points.limit import limited_by, limits_on
from retention_desktop.books.points.merge import move_accounts
from retention_desktop.books.points.reading import balances, held, sums, today
from retention_desktop.books.points.redeem import (
    Due,
    Redemption,
    buy_reward,
    due,
    give_back_rewards,
    is_used_under,
    left_to_pay,
    spend_points,
    taken_off,
    use_reward,
)
from retention_desktop.books.points.settle import settle_later, settle_visit, together
from retention_desktop.books.points.undo import move_carry_back, take_award_back, take_back_operation

__all__ = [
    "Award", "ByHand", "Due", "Redemption", "awards_for", "balances", "bill_of", "buy_reward", "due", "earning_of",
    "filled_cards", "give", "give_back_rewards", "held", "is_paid", "is_used_under", "left_to_pay", "limited_by",
    "limits_on", "local_time", "move_accounts", "move_carry_back", "pay_award", "settle_later", "settle_visit",
    "spend_points", "standing", "sums", "take", "take_award_back", "take_back_operation", "taken_off", "today",
    "together", "use_reward",
]  # fmt: skip
