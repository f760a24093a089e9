"""A made-up list of customers, the same at every run; no number in it was asked for or looked up."""

from __future__ import annotations

import csv
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADER = ("会員番号", "氏名", "フリガナ", "携帯番号", "生年月日", "性別", "郵便番号", "備考")
FAMILY = (
    "佐藤 サトウ", "鈴木 スズキ", "高橋 タカハシ", "田中 タナカ", "伊藤 イトウ", "渡辺 ワタナベ",
    "山本 ヤマモト", "中村 ナカムラ", "小林 コバヤシ", "加藤 カトウ", "吉田 ヨシダ", "山田 ヤマダ",
    "佐々木 ササキ", "山口 ヤマグチ", "松本 マツモト", "井上 イノウエ", "木村 キムラ", "林 ハヤシ",
    "斎藤 サイトウ", "清水 シミズ", "山崎 ヤマザキ", "森 モリ", "池田 イケダ", "橋本 ハシモト",
    "阿部 アベ", "石川 イシカワ", "前田 マエダ", "藤田 フジタ", "岡田 オカダ", "長谷川 ハセガワ",
    "村上 ムラカミ", "近藤 コンドウ", "石井 イシイ", "坂本 サカモト", "遠藤 エンドウ", "青木 アオキ",
    "藤井 フジイ", "西村 ニシムラ", "福田 フクダ", "太田 オオタ",
)  # fmt: skip
GIVEN = (
    "陽菜 ヒナ", "結衣 ユイ", "美咲 ミサキ", "花子 ハナコ", "さくら サクラ", "葵 アオイ", "凛 リン",
    "陽子 ヨウコ", "恵子 ケイコ", "由美 ユミ", "真由美 マユミ", "久美子 クミコ", "智子 トモコ",
    "幸子 サチコ", "和子 カズコ", "太郎 タロウ", "健一 ケンイチ", "蓮 レン", "翔太 ショウタ",
    "大輔 ダイスケ", "誠 マコト", "浩 ヒロシ", "隆 タカシ", "直樹 ナオキ", "達也 タツヤ", "拓也 タクヤ",
    "悠真 ユウマ", "湊 ミナト", "樹 イツキ", "一郎 イチロウ",
)  # fmt: skip


def people(count: int, seed: int = 1) -> Iterator[tuple[str, ...]]:
    """Rows under `HEADER`: most numbers in the common form, one in twenty in another; each number once."""
    random = Random(seed)
    numbers = random.sample(range(10_000_000, 99_999_999), count)
    for index, number in enumerate(numbers):
        family, given = random.choice(FAMILY).split(), random.choice(GIVEN).split()
        yield (
            str(100_000 + index),
            f"{family[0]}　{given[0]}",
            f"{family[1]} {given[1]}",
            _written(f"0{random.choice((70, 80, 90))}{number}", random),
            f"{random.randrange(1940, 2010)}/{random.randrange(1, 13)}/{random.randrange(1, 29)}",
            random.choice(("女", "女", "男", "")),
            f"{random.randrange(100, 999)}-{random.randrange(1000, 9999)}",
            random.choice(("", "", "", "カラー、パーマ", "紹介", "駐車場")),
        )


def _written(number: str, random: Random) -> str:
    """A number as lists write it."""
    parts = f"{number[:3]}-{number[3:7]}-{number[7:]}"
    if random.random() < 0.95:
        return parts if random.random() < 0.8 else number
    wide = number.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    return random.choice((wide, parts.replace("-", "ー"), f"+81 {number[1:3]} {number[3:7]} {number[7:]}"))


def write_list(path: Path, count: int) -> Path:
    """Write the list as a CSV file in UTF-8; returns its path."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(people(count))
    return path
