"""The shop's state as sorted text: what undo must restore, though the append-only tables only grow.

One line a fact: every customer's own fields, contact points, tags, consent in force, every visit not void with its
lines, open lots with remainder and date, rewards with state, balances, queued messages.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from retention_desktop.domain.expiry import add_months

if TYPE_CHECKING:
    from pathlib import Path

_QUERIES = {
    "customer": """
        SELECT uid, family, given, kana_family, kana_given, display_name, kana, kind, sex, birth_year, birth_month,
               birth_day, language, channel, postal_code, address, member_number, notes, pinned_note, sample,
               search_key, sort_key, last_visit_day, visit_count, spend, due_on, inactive_on, lost_on
        FROM customer WHERE deleted_at IS NULL""",
    "contact": """
        SELECT c.uid, p.channel, p.given, p.address, p.last_four, p.mobile, p.position, p.state
        FROM contact_point p JOIN customer c ON c.id = p.customer
        WHERE p.deleted_at IS NULL AND c.deleted_at IS NULL""",
    "tag": """
        SELECT c.uid, t.name FROM tag_link l JOIN tag t ON t.id = l.tag JOIN customer c ON c.id = l.customer
        WHERE l.removed_at IS NULL AND c.deleted_at IS NULL""",
    "consent": """
        SELECT p.uid, e.purpose, e.given FROM consent_event e
        JOIN contact_point p ON p.id = e.contact_point JOIN customer c ON c.id = p.customer
        WHERE p.deleted_at IS NULL AND c.deleted_at IS NULL
          AND e.id = (SELECT max(n.id) FROM consent_event n JOIN operation o ON o.id = n.operation
                      WHERE n.contact_point = e.contact_point AND n.purpose = e.purpose AND o.undoes IS NULL
                        AND NOT EXISTS (SELECT 1 FROM operation u WHERE u.undoes = o.id))""",
    "suppression": "SELECT digest FROM suppression WHERE lifted_at IS NULL",
    "visit": """
        SELECT v.uid, c.uid, v.day, v.at, v.amount, v.currency, v.note, v.tax, v.discount, v.code FROM visit v
        LEFT JOIN customer c ON c.id = v.customer WHERE v.voided_at IS NULL""",
    "line": """
        SELECT v.uid, l.item, l.category, l.quantity, l.unit_price FROM visit_line l
        JOIN visit v ON v.id = l.visit WHERE v.voided_at IS NULL""",
    "refund": """
        SELECT v.uid, r.amount FROM refund r JOIN visit v ON v.id = r.visit
        WHERE r.undone_at IS NULL AND v.voided_at IS NULL""",
    "coupon": """
        SELECT v.uid, u.coupon, u.discount FROM coupon_use u JOIN visit v ON v.id = u.visit
        WHERE u.given_back_at IS NULL AND v.voided_at IS NULL""",
    "carry": """
        SELECT k.uid, c.rule, sum(c.base), sum(c.granted) FROM carry c JOIN account k ON k.id = c.account
        GROUP BY k.uid, c.rule HAVING sum(c.base) <> 0 OR sum(c.granted) <> 0""",
    "referral": "SELECT referrer, friend FROM referral WHERE withdrawn_at IS NULL",
    "programme": "SELECT uid, unit, name, active FROM programme WHERE active",
    "lot": """
        SELECT c.uid, g.unit, e.occurred, e.expires_on, e.idle_months,
               e.amount - coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.lot = e.id), 0) AS left
        FROM ledger_entry e JOIN account k ON k.id = e.account JOIN customer c ON c.id = k.customer
        JOIN programme g ON g.id = k.programme
        WHERE e.kind IN ('earn', 'bonus', 'opening', 'adjust_in', 'merge_in', 'debt', 'forgiven')
          AND e.amount <> coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.lot = e.id), 0)""",
    "reward": """
        SELECT c.uid, r.name, r.state, r.gives, r.discount, r.used_visit FROM reward r
        JOIN account k ON k.id = r.account JOIN customer c ON c.id = k.customer WHERE r.state <> 'given_back'""",
    "balance": """
        SELECT c.uid, g.unit, k.posted FROM account k JOIN customer c ON c.id = k.customer
        JOIN programme g ON g.id = k.programme WHERE k.posted <> 0""",
    "message": "SELECT dedupe_key, address, text FROM outbox_message WHERE state = 'queued'",
}
_GROWING = ("ledger_entry", "allocation", "consent_event", "operation", "change")


_LOTS = """
    SELECT c.uid, g.unit, e.occurred, e.expires_on, e.idle_months, c.last_visit_day,
           e.amount - coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.lot = e.id), 0) AS left
    FROM ledger_entry e JOIN account k ON k.id = e.account JOIN customer c ON c.id = k.customer
    JOIN programme g ON g.id = k.programme
    WHERE e.kind IN ('earn', 'bonus', 'opening', 'adjust_in', 'merge_in', 'debt', 'forgiven') AND left <> 0"""


def state_dump(store: Path, day: date | None = None) -> str:
    """Every fact of the store's state, one a line, sorted.

    Args:
        day: leave out what has lapsed by this day, written down or not; by default what is written counts.
    """
    with closing(sqlite3.connect(store)) as connection:
        lines = [
            f"{kind} {_line(row)}"
            for kind, query in _QUERIES.items()
            if day is None or kind not in {"lot", "balance"}
            for row in connection.execute(query).fetchall()
        ]
        lots = connection.execute(_LOTS).fetchall() if day else []
    lines += [f"lot {_line(row)}" for row in lots if day and not _lapsed(row, day)]
    return "\n".join(sorted(lines))


def _lapsed(lot: tuple[Any, ...], day: date) -> bool:
    """Whether a lot has lapsed: on its day, or so many months after the last visit or the day it was given."""
    _, _, occurred, expires_on, idle, last, _ = lot
    if expires_on is not None:
        return date.fromisoformat(expires_on) <= day
    if idle is None:
        return False
    given = datetime.fromisoformat(occurred).replace(tzinfo=UTC).astimezone(ZoneInfo("Asia/Tokyo")).date()
    return add_months(max(given, date.fromisoformat(last)) if last else given, idle) <= day


def _line(row: tuple[Any, ...]) -> str:
    return " | ".join("" if value is None else str(value) for value in row)


def growing_rows(store: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of the append-only tables, oldest first."""
    with closing(sqlite3.connect(store)) as connection:
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in _GROWING}


def only_grew(before: dict[str, list[tuple[Any, ...]]], after: dict[str, list[tuple[Any, ...]]]) -> bool:
    """Whether every row that was there still is, unchanged and in its place."""
    return all(after[table][: len(rows)] == rows for table, rows in before.items())
