"""The headings that shops' lists carry, by what their column holds.

Without blanks and marks; hiragana stands for katakana. The word that stands first wins where two columns of a list
claim one kind.
"""

from __future__ import annotations

from typing import Final

_CUSTOMERS: Final = """
display_name: 氏名 お名前 名前 ご氏名 姓名 顧客名 お客様名 会員名 顧客氏名 会員氏名 お客様氏名 利用者名 患者名 宛名
display_name: 氏名漢字 名前漢字 displayname fullname name customername clientname customer client
family: 姓 苗字 名字 姓漢字 familyname lastname surname last family
given: 名 名漢字 givenname firstname first given
kana: フリガナ カナ ヨミガナ ヨミ 読み 読み仮名 氏名カナ 氏名フリガナ 名前カナ 名前フリガナ お名前カナ
kana: お名前フリガナ 顧客名カナ お客様名カナ カナ氏名 カナ名 シメイ furigana kana phonetic phoneticname reading
kana: namekana
kana_family: セイ 姓カナ 姓フリガナ カナ姓 フリガナ姓 姓ヨミ familynamekana lastnamekana kanafamily phoneticlastname
kana_given: メイ 名カナ 名フリガナ カナ名前 フリガナ名 名ヨミ givennamekana firstnamekana kanagiven
kana_given: phoneticfirstname
phone: 携帯番号 携帯電話 携帯電話番号 携帯 電話番号 電話 ケータイ 連絡先 連絡先電話番号 自宅電話 自宅電話番号 tel
phone: 電話番号1 電話番号2 電話番号3 phone phonenumber mobile mobilephone mobilenumber cell cellphone telephone
phone: phone1 phone2 phone3
birthday: 生年月日 誕生日 お誕生日 ご生年月日 バースデー birthday birthdate dateofbirth dob bday
sex: 性別 sex gender
postal_code: 郵便番号 〒 郵便 postalcode postcode zipcode zip
address: 住所 ご住所 現住所 所在地 住所1 住所2 都道府県 市区町村 番地 建物名 address address1 address2 street city
email: メールアドレス eメール メール 電子メール email mail emailaddress メールアドレス2 email2
member_number: 会員番号 顧客番号 お客様番号 会員no 顧客no 会員id 顧客id お客様id カルテ番号 カルテno 診察券番号
member_number: membernumber memberno memberid customernumber customerno customerid 番号 no id number
notes: 備考 メモ 特記事項 コメント 備考欄 note notes memo remarks comment comments
tags: タグ ラベル グループ tag tags label labels group groups
kind: 種別 個人法人 kind
language: 言語 language
channel: 連絡方法 preferredchannel channel
pinned_note: 固定メモ pinnednote
"""
_VISITS: Final = """
customer: 会員番号 顧客番号 お客様番号 会員no 顧客no 会員id 顧客id カルテ番号 customerid customernumber customer
customer: memberid member membernumber 顧客 お客様 会員 電話番号 phone 番号 no id
day: 来店日 来店日時 日付 利用日 購入日 売上日 会計日 来院日 日時 年月日 date visitdate visitday day purchasedate
day: datetime
items: 点数 個数 数量 items quantity qty cds
amount: 金額 売上 売上金額 合計 合計金額 会計 会計金額 料金 支払金額 購入金額 税込金額 amount total price sales
amount: revenue dollars spend
note: メニュー 内容 備考 メモ 施術 商品 商品名 note notes memo menu item description
"""


def _words(table: str) -> dict[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for line in table.strip().splitlines():
        kind, _, more = line.partition(":")
        words[kind] = (*words.get(kind, ()), *more.split())
    return words


HEADINGS: Final = {"customers": _words(_CUSTOMERS), "visits": _words(_VISITS)}
