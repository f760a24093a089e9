"""Plain English for every code of `errors.CODES`: what happened and what to do; the command line's half."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from retention_desktop.errors import ShopError

SENTENCES: Final[dict[str, str]] = {
    "customer_not_found": "No customer matches {query}. Name a uid, a member number or a whole phone number.",
    "customer_ambiguous": "{matches} customers match {query}. Name a uid or a member number.",
    "name_or_phone_missing": "A customer needs a name or a phone number.",
    "phone_invalid": "{phone} is not a phone number. Check its digits.",
    "birthday_invalid": "{text} is not a birthday. Write it as 1988-04-01 or 04-01.",
    "tag_empty": "A tag needs a name.",
    "visit_not_found": "There is no visit {visit}.",
    "visit_voided": "The visit {visit} was taken back already.",
    "visited_recently": "This customer visited {minutes} minutes ago. Say again if it is another visit.",
    "amount_invalid": "{text} is not an amount.",
    "amount_already_known": "The visit {visit} has an amount already. Correct it instead.",
    "instant_invalid": "{text} is not an instant. Write it as 2026-11-21T14:32:00Z.",
    "instant_in_future": "{text} has not come yet. A visit can't be logged ahead.",
    "nothing_to_undo": "There is nothing to undo.",
    "operation_not_found": "There is no operation {operation}.",
    "already_undone": "The operation {operation} was taken back already.",
    "cannot_undo": "An operation of the kind {kind} can't be taken back.",
    "file_not_found": "There is no file {file}.",
    "file_unreadable": "{file} can't be read. Close it in other programs, or check its permissions.",
    "file_empty": "{file} is empty.",
    "file_too_large": "{file} has {megabytes} MB; up to {limit} MB can be read. Split it.",
    "file_not_text": "{file} is not a list: it holds neither text nor a sheet. Save the list as CSV or XLSX.",
    "file_not_written": "{file} can't be written. Close it where it is open, or choose another folder.",
    "encoding_unknown": "The characters of {file} can't be read. Save it as CSV UTF-8.",
    "format_unknown": "{file} has an ending that is not known. Use .csv, .xlsx or .vcf.",
    "columns_missing": "{file} lacks columns for: {columns}. Give them a heading.",
    "already_imported": "{file} was imported on {day}. Add --again to import it once more.",
    "currency_unknown": "{currency} is not a currency code such as JPY or EUR.",
    "stopped": "Stopped. Nothing was written.",
    "text_empty": "The message has no text.",
    "purpose_missing": "Choose whether the message is a promotion or a service message.",
    "placeholder_unknown": "Nothing is known to fill {placeholder} with. Remove it or choose another.",
    "sender_name_missing": "A promotion must say whose it is. Set the shop's name.",
    "opt_out_missing": "A promotion must say how to stop it.",
    "too_many_parts": "The message takes {parts} parts; {limit} is the most. Shorten it.",
    "audience_empty": "Nobody would receive this message.",
    "campaign_not_found": "There is no message {campaign}.",
    "message_not_found": "There is no message {message}.",
    "message_not_unknown": "The message {message} is {state}; there is nothing to decide.",
    "sending_busy": "Another program ({owner}) is sending just now. Nothing was sent twice.",
    "gateway_in_transaction": "A message was about to leave while the store was being written. Nothing was sent.",
    "gateway_unauthorised": "{provider} refused the key. Check account and key in Settings.",
    "gateway_unreachable": "{provider} can't be reached. Check the network; nothing is lost.",
    "gateway_refused": "{provider} refused the message ({reason}).",
    "sender_incomplete": "{provider} still needs: {missing}. Fill it in under Settings.",
    "address_not_https": "{address} is not a https address. Only https is used.",
    "keyring_unavailable": "The system's keyring can't be used ({reason}). Choose another place for the key.",
    "store_busy": "The store is busy. Try again in a moment; nothing was lost.",
    "store_open_elsewhere": "The shop in {folder} is open in another window. Use that one, or close it first.",
    "store_newer": "The store is of revision {found}, this program knows {known}. Install the newer program.",
    "store_corrupt": "{file} is damaged. Restore a backup; the damaged file is left as it is.",
    "store_read_only": "{folder} can't be written to. Check its permissions, or choose another folder.",
    "disk_full": "The disk of {folder} is full. Nothing was lost; free some space and try again.",
    "not_a_backup": "{file} is not a whole backup. Choose another.",
    "restore_needs_store_alone": "The shop is open in a window or in use by another command. Close it, then restore.",
    "setting_invalid": "{value} can't be set as {name}.",
}


def sentence(error: ShopError) -> str:
    """The sentence for an error."""
    template = SENTENCES.get(error.code, error.code)
    for name, value in error.facts.items():
        template = template.replace("{" + name + "}", str(value))
    return template
