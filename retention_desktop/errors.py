"""What can go wrong in a shop, as codes with facts; sentences are made where they are shown.

`CODES` lists every code with the names of its facts. The window (`ui/shared/error_text.py`) and the
command line (`plain_text.py`) each turn every code into a sentence with what to do next.
"""

from __future__ import annotations

from typing import Final

CODES: Final[dict[str, tuple[str, ...]]] = {
    # customers and finding them
    "customer_not_found": ("query",),
    "customer_ambiguous": ("query", "matches"),
    "name_or_phone_missing": (),
    "phone_invalid": ("phone",),
    "birthday_invalid": ("text",),
    "tag_empty": (),
    # visits
    "visit_not_found": ("visit",),
    "visit_voided": ("visit",),
    "visited_recently": ("customer", "minutes"),
    "amount_invalid": ("text",),
    "amount_already_known": ("visit",),
    "instant_invalid": ("text",),
    "instant_in_future": ("text",),
    # undo
    "nothing_to_undo": (),
    "operation_not_found": ("operation",),
    "already_undone": ("operation",),
    "cannot_undo": ("operation", "kind"),
    # files in and out
    "file_not_found": ("file",),
    "file_unreadable": ("file",),
    "file_empty": ("file",),
    "file_too_large": ("file", "megabytes", "limit"),
    "file_not_text": ("file",),
    "file_not_written": ("file",),
    "encoding_unknown": ("file",),
    "format_unknown": ("file",),
    "columns_missing": ("file", "columns"),
    "already_imported": ("file", "day"),
    "currency_unknown": ("currency",),
    "stopped": (),
    # messages
    "text_empty": (),
    "purpose_missing": (),
    "placeholder_unknown": ("placeholder",),
    "sender_name_missing": (),
    "opt_out_missing": (),
    "too_many_parts": ("parts", "limit"),
    "audience_empty": (),
    "campaign_not_found": ("campaign",),
    "message_not_found": ("message",),
    "message_not_unknown": ("message", "state"),
    # sending
    "sending_busy": ("owner",),
    "gateway_in_transaction": (),
    "gateway_unauthorised": ("provider",),
    "gateway_unreachable": ("provider",),
    "gateway_refused": ("provider", "reason"),
    "sender_incomplete": ("provider", "missing"),
    "address_not_https": ("address",),
    "keyring_unavailable": ("reason",),
    # staff
    "needs_owner": ("deed",),
    "over_limit": ("limit",),
    "pin_wrong": ("tries",),
    "pin_locked": ("seconds",),
    "pin_missing": (),
    "pin_invalid": (),
    "first_staff_owner": (),
    "last_owner": (),
    "staff_not_found": (),
    "staff_name_missing": (),
    "staff_name_taken": ("name",),
    "staff_own_card": (),
    "limit_invalid": ("text",),
    # coupons
    "coupon_not_found": ("coupon",),
    "coupon_code_taken": ("coupon",),
    "coupon_code_invalid": ("coupon",),
    "coupon_invalid": ("field",),
    "coupon_withdrawn": ("coupon",),
    "coupon_not_yet": ("coupon", "day"),
    "coupon_over": ("coupon", "day"),
    "coupon_other_person": ("coupon",),
    "coupon_person_missing": ("coupon",),
    "coupon_reserved": ("coupon",),
    "coupon_minimum": ("coupon", "minimum"),
    "coupon_used_up": ("coupon", "limit"),
    "coupon_used_by_person": ("coupon", "limit"),
    "coupon_gives_nothing": ("coupon",),
    # the rules of loyalty
    "programme_not_found": ("programme",),
    "terms_invalid": ("problems",),
    # redeeming, refunds, points by hand
    "points_short": ("needed", "held"),
    "points_too_few": ("asked", "minimum"),
    "points_invalid": ("text",),
    "punches_too_many": ("limit",),
    "photo_invalid": (),
    "reason_missing": (),
    "entry_not_found": ("entry",),
    "reward_not_found": ("reward",),
    "reward_of_another": ("reward",),
    "reward_used": ("reward",),
    "reward_expired": ("reward",),
    "redeem_needs_bill": (),
    "bill_closed": ("visit",),
    "refund_invalid": ("text",),
    "refund_too_much": ("left",),
    "merge_same": (),
    "merge_sample": (),
    "referral_unknown": ("text",),
    "referral_own": (),
    "referral_late": (),
    # the store
    "store_busy": (),
    "store_open_elsewhere": ("folder",),
    "store_newer": ("found", "known"),
    "store_corrupt": ("file",),
    "store_read_only": ("folder",),
    "disk_full": ("folder",),
    "not_a_backup": ("file",),
    "restore_needs_store_alone": (),
    "store_set_up": ("name", "kept", "value"),
    "setting_invalid": ("name", "value"),
}


class ShopError(Exception):
    """Something a person can understand and act on; anything else raised by the core is a bug.

    Attributes:
        code: a key of `CODES`.
        facts: what the sentence needs; the names are those of `CODES[code]`.
    """

    def __init__(self, code: str, **facts: str | int | None) -> None:
        if set(facts) != set(CODES[code]):
            raise TypeError(code, sorted(facts), CODES[code])
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        """The code alone: facts may hold a phone number, and exceptions end up in logs."""
        return self.code
