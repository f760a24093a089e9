"""A sentence with what to do next for every code of `retention_desktop.errors.CODES`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.shared.language import mark, tr

if TYPE_CHECKING:
    from retention_desktop.errors import ShopError

SENTENCES: Final[dict[str, str]] = {
    # customers and finding them
    "customer_not_found": mark("ErrorText", "No one was found for “{query}”. Try the last four digits or the kana."),
    "customer_ambiguous": mark("ErrorText", "{matches} people fit “{query}”. Choose one of them in the list."),
    "name_or_phone_missing": mark("ErrorText", "Write a name or a phone number."),
    "phone_invalid": mark("ErrorText", "“{phone}” is not a phone number. Check its digits."),
    "birthday_invalid": mark("ErrorText", "“{text}” is not a day. Write it like 1990-04-23 or 4/23."),
    "tag_empty": mark("ErrorText", "Write a word for the tag."),
    # visits
    "visit_not_found": mark("ErrorText", "This visit is no longer there. It may have been undone."),
    "visit_voided": mark("ErrorText", "This visit has been taken back. Log a new one."),
    "visited_recently": mark(
        "ErrorText", "{customer} was logged {minutes} min ago. Log another visit only if there really was one."
    ),
    "amount_invalid": mark("ErrorText", "“{text}” is not an amount. Write digits only."),
    "amount_already_known": mark(
        "ErrorText", "This visit already has an amount. Correct it in the customer's history."
    ),
    "instant_invalid": mark("ErrorText", "“{text}” is not a day and time. Write it like 2026-11-21 14:30."),
    "instant_in_future": mark("ErrorText", "“{text}” lies in the future. Choose a day up to today."),
    # undo
    "nothing_to_undo": mark("ErrorText", "There is nothing to undo."),
    "operation_not_found": mark("ErrorText", "This entry is no longer in the history. Reload the page."),
    "already_undone": mark("ErrorText", "This has already been undone."),
    "cannot_undo": mark(
        "ErrorText", "This can't be undone, for later entries build on it. Correct it by hand instead."
    ),
    # files in and out
    "file_not_found": mark("ErrorText", "The file {file} is not there. Choose it again."),
    "file_unreadable": mark("ErrorText", "The file {file} can't be read. Close it in other programs and try again."),
    "file_empty": mark("ErrorText", "The file {file} is empty. Export the list again."),
    "file_too_large": mark(
        "ErrorText",
        "The file {file} has {megabytes} MB; up to {limit} MB can be read. Split it and bring in the parts.",
    ),
    "file_not_text": mark("ErrorText", "The file {file} is not a list. Save it as CSV or Excel and try again."),
    "file_not_written": mark(
        "ErrorText", "The file {file} can't be written. Close it if it is open, or choose another folder."
    ),
    "encoding_unknown": mark("ErrorText", "The letters in {file} can't be read. Save it as “CSV UTF-8” and try again."),
    "format_unknown": mark("ErrorText", "{file} is of an unknown kind. Use CSV or Excel (.xlsx)."),
    "columns_missing": mark(
        "ErrorText", "{file} lacks a column for {columns}. Add a heading row, or choose the columns by hand."
    ),
    "already_imported": mark(
        "ErrorText", "This very file was brought in on {day}. Bring it in again only if you mean it."
    ),
    "currency_unknown": mark("ErrorText", "“{currency}” is not a currency code. Write one like JPY or EUR."),
    "stopped": mark("ErrorText", "Stopped. Nothing was changed."),
    # messages
    "text_empty": mark("ErrorText", "Write a text first."),
    "purpose_missing": mark("ErrorText", "Choose whether this is an offer or a service message."),
    "placeholder_unknown": mark(
        "ErrorText", "“{placeholder}” is no field that can be filled in. Take it out or choose one of the chips."
    ),
    "sender_name_missing": mark("ErrorText", "An offer must say who sends it. Put the shop's name in the text."),
    "opt_out_missing": mark("ErrorText", "An offer must say how to stop. Put the stop line in the text."),
    "too_many_parts": mark("ErrorText", "This text takes {parts} parts; at most {limit} are allowed. Shorten it."),
    "audience_empty": mark("ErrorText", "No one would get this message. Choose other people."),
    "campaign_not_found": mark("ErrorText", "This campaign is no longer there. Reload the page."),
    "message_not_found": mark("ErrorText", "This message is no longer there. Reload the page."),
    "message_not_unknown": mark(
        "ErrorText", "It is already known what became of this message. Nothing has to be decided."
    ),
    # sending
    "sending_busy": mark(
        "ErrorText", "Messages are already being sent by another process. Wait until it has finished."
    ),
    "gateway_in_transaction": mark("ErrorText", "The message was held back while data was being saved. Try again."),
    "gateway_unauthorised": mark(
        "ErrorText", "{provider} does not accept the key. Check it in Settings; nothing was sent."
    ),
    "gateway_unreachable": mark(
        "ErrorText", "{provider} can't be reached. Check the network; what is left goes out later."
    ),
    "gateway_refused": mark(
        "ErrorText", "{provider} refused the message (code {reason}). Nothing was sent to this number."
    ),
    "sender_incomplete": mark(
        "ErrorText", "{provider} is not set up completely: {missing} is missing. Fill it in in Settings."
    ),
    "address_not_https": mark("ErrorText", "The address {address} is not safe. Use one that begins with https."),
    "keyring_unavailable": mark(
        "ErrorText", "This PC's key store can't be used ({reason}). The key is kept until the app closes."
    ),
    # staff and coupons
    "needs_owner": mark("ErrorText", "Only the owner may do this. Sign in as the owner, or ask for the owner's PIN."),
    "over_limit": mark("ErrorText", "You may add or take up to {limit} at a time. Ask the owner."),
    "pin_wrong": mark("ErrorText", "That is not the PIN. Tries left: {tries}."),
    "pin_locked": mark("ErrorText", "Too many wrong PINs. Try again in {seconds} seconds."),
    "pin_missing": mark("ErrorText", "An owner needs a PIN. Choose 4 to 12 digits."),
    "pin_invalid": mark("ErrorText", "A PIN has 4 to 12 digits. Choose another."),
    "first_staff_owner": mark("ErrorText", "Start with the owner; the others can follow."),
    "last_owner": mark("ErrorText", "The last owner must stay. Make someone else an owner first."),
    "staff_not_found": mark("ErrorText", "This person does not work here any more. Choose another."),
    "staff_name_missing": mark("ErrorText", "Write a name of up to 60 letters."),
    "staff_name_taken": mark("ErrorText", "Someone is called “{name}” already. Add a letter to tell them apart."),
    "staff_own_card": mark(
        "ErrorText", "Who works here doesn't collect on their own card. Log a sale without a customer."
    ),
    "limit_invalid": mark("ErrorText", "“{text}” is not a limit. Write a whole number from 0."),
    "coupon_not_found": mark("ErrorText", "There is no coupon “{coupon}”. Check its letters."),
    "coupon_code_taken": mark("ErrorText", "There is a coupon “{coupon}” already. Choose another code."),
    "coupon_code_invalid": mark("ErrorText", "“{coupon}” can't be a code. Use 4 to 24 letters, digits or hyphens."),
    "coupon_invalid": mark("ErrorText", "This is not possible for a coupon ({field}). Choose another value."),
    "coupon_withdrawn": mark("ErrorText", "The coupon {coupon} has been withdrawn. Take it off the bill."),
    "coupon_not_yet": mark("ErrorText", "The coupon {coupon} counts from {day}. Take it off this bill."),
    "coupon_over": mark("ErrorText", "The coupon {coupon} counted until {day}. Take it off the bill."),
    "coupon_other_person": mark("ErrorText", "The coupon {coupon} belongs to another customer. Take it off this bill."),
    "coupon_person_missing": mark("ErrorText", "The coupon {coupon} needs a customer. Choose who it is for."),
    "coupon_reserved": mark(
        "ErrorText", "The coupon {coupon} counts from the next bill on, once the sale that gave it is paid."
    ),
    "coupon_minimum": mark("ErrorText", "The coupon {coupon} asks for a bill of {minimum} or more."),
    "coupon_used_up": mark(
        "ErrorText", "The coupon {coupon} has been used as often as it may be ({limit}). Take it off the bill."
    ),
    "coupon_used_by_person": mark(
        "ErrorText", "This customer has used the coupon {coupon} as often as one may ({limit})."
    ),
    "coupon_gives_nothing": mark(
        "ErrorText", "The coupon {coupon} takes nothing off this bill. What it is for is not on it."
    ),
    # the rules of loyalty
    "programme_not_found": mark("ErrorText", "This programme is no longer there. Reload the page."),
    "terms_invalid": mark("ErrorText", "These rules can't be kept. Correct the marked fields; nothing was changed."),
    # redeeming, refunds, points by hand
    "points_short": mark("ErrorText", "{needed} are needed and only {held} are there. Nothing was taken."),
    "points_too_few": mark("ErrorText", "{asked} are too few. The least that can be used is {minimum}."),
    "photo_invalid": mark("ErrorText", "This picture can't be read. Choose a photo (JPEG or PNG)."),
    "punches_too_many": mark(
        "ErrorText", "At most {limit} punches in one entry. Check the number, or make another entry for the rest."
    ),
    "points_invalid": mark("ErrorText", "“{text}” is not a number of points. Write a whole number other than 0."),
    "reason_missing": mark("ErrorText", "Write a reason: points by hand need one."),
    "entry_not_found": mark("ErrorText", "This entry is no longer there. Reload the page."),
    "reward_not_found": mark("ErrorText", "There is no reward “{reward}”. Check its code."),
    "reward_of_another": mark("ErrorText", "This reward belongs to another customer. Choose one of this customer's."),
    "reward_used": mark("ErrorText", "This reward has been used already."),
    "reward_expired": mark("ErrorText", "This reward no longer counts: its last day is over, or it was given back."),
    "redeem_needs_bill": mark("ErrorText", "Enter the amount first: points are taken off a bill."),
    "bill_closed": mark(
        "ErrorText", "This bill is of another day, or money of it was given back: nothing can join it any more."
    ),
    "refund_invalid": mark("ErrorText", "“{text}” can't be given back of this visit. Check the amount."),
    "refund_too_much": mark("ErrorText", "Only {left} of this visit can still be given back."),
    "merge_same": mark("ErrorText", "Choose another customer: these two are the same."),
    "merge_sample": mark(
        "ErrorText",
        "One of these two belongs to the sample shop: removing it would remove the real customer, too."
        " Choose two real customers.",
    ),
    "referral_unknown": mark("ErrorText", "Nobody has the code or the name “{text}”. Check it."),
    "referral_own": mark("ErrorText", "Nobody can refer themselves, or somebody with the same number."),
    "referral_late": mark("ErrorText", "Only somebody new can be referred, and only once."),
    # the store
    "store_busy": mark("ErrorText", "Another process is saving just now. Try again in a moment."),
    "store_open_elsewhere": mark(
        "ErrorText", "This shop is already open in another window. Go on there, or close it first. ({folder})"
    ),
    "store_newer": mark(
        "ErrorText",
        "The data was written by a newer version of this app. Install the newest version; nothing was changed.",
    ),
    "store_corrupt": mark(
        "ErrorText", "The data file {file} is damaged. Restore the last backup; the damaged file is kept."
    ),
    "store_read_only": mark(
        "ErrorText", "Nothing can be written in the folder {folder}. Allow writing there, or choose another folder."
    ),
    "disk_full": mark("ErrorText", "The disk with {folder} is full. Make room and try again; nothing was lost."),
    "not_a_backup": mark("ErrorText", "{file} is not a backup of this app. Choose another file."),
    "restore_needs_store_alone": mark(
        "ErrorText", "Something else is using the data. Close the other windows and commands, then restore again."
    ),
    "store_set_up": mark("ErrorText", "The shop is set up with {kept} already. Change it in the settings."),
    "setting_invalid": mark("ErrorText", "“{value}” is not possible for {name}. Choose another value."),
}
"""Code -> English sentence with the names of the code's facts in braces."""


def error_sentence(error: ShopError) -> str:
    """What happened and what to do next, in the reader's language."""
    facts = {name: "" if value is None else value for name, value in error.facts.items()}
    return tr("ErrorText", SENTENCES[error.code]).format(**facts)
