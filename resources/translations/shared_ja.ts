<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
 <context>
  <name>Banner</name>
  <message>
   <source>Close</source>
   <translation>閉じる</translation>
  </message>
 </context>
 <context>
  <name>BroughtBy</name>
  <message>
   <source>Brought by {name}</source>
   <translation>ご紹介者：{name}</translation>
  </message>
  <message>
   <source>Code, number or name</source>
   <translation>コード・番号・名前</translation>
  </message>
  <message>
   <source>More than one person fits. Write the whole name, the number or the code.</source>
   <translation>当てはまるお客様が複数います。氏名全体か番号、コードを入力してください。</translation>
  </message>
 </context>
 <context>
  <name>BugDialog</name>
  <message>
   <source>Go on</source>
   <translation>続ける</translation>
  </message>
  <message>
   <source>Reference for support: {reference}</source>
   <translation>お問い合わせ番号：{reference}</translation>
  </message>
  <message>
   <source>Something went wrong</source>
   <translation>思わぬ不具合が起きました</translation>
  </message>
  <message>
   <source>Your data is safe. The last step may not have been done: look before you do it again.</source>
   <translation>データは無事です。直前の操作は済んでいないかもしれません。やり直す前に画面を確かめてください。</translation>
  </message>
 </context>
 <context>
  <name>ConfirmStrip</name>
  <message>
   <source>Cancel</source>
   <translation>やめる</translation>
  </message>
 </context>
 <context>
  <name>ErrorText</name>
  <message>
   <source>A PIN has 4 to 12 digits. Choose another.</source>
   <translation>暗証番号は4〜12桁の数字です。決め直してください。</translation>
  </message>
  <message>
   <source>An offer must say how to stop. Put the stop line in the text.</source>
   <translation>ご案内には配信停止の方法が必要です。文面に停止の案内を入れてください。</translation>
  </message>
  <message>
   <source>An offer must say who sends it. Put the shop's name in the text.</source>
   <translation>ご案内には送り主が必要です。文面に店名を入れてください。</translation>
  </message>
  <message>
   <source>An owner needs a PIN. Choose 4 to 12 digits.</source>
   <translation>オーナーには暗証番号が必要です。4〜12桁の数字を決めてください。</translation>
  </message>
  <message>
   <source>Another process is saving just now. Try again in a moment.</source>
   <translation>ほかの処理が保存中です。少し待ってからもう一度お試しください。</translation>
  </message>
  <message>
   <source>One of these two belongs to the sample shop: removing it would remove the real customer, too. Choose two real customers.</source>
   <translation>片方はサンプルのお客様です。まとめると、サンプルのお店を消すときに実際のお客様まで消えてしまいます。実際のお客様どうしを選んでください。</translation>
  </message>
  <message>
   <source>Choose another customer: these two are the same.</source>
   <translation>同じお客様です。ほかのお客様を選んでください。</translation>
  </message>
  <message>
   <source>Choose whether this is an offer or a service message.</source>
   <translation>ご案内か、ご連絡かを選んでください。</translation>
  </message>
  <message>
   <source>Enter the amount first: points are taken off a bill.</source>
   <translation>先に金額を入れてください。ポイントは会計から値引きします。</translation>
  </message>
  <message>
   <source>It is already known what became of this message. Nothing has to be decided.</source>
   <translation>このメッセージの結果はもう分かっています。決めることはありません。</translation>
  </message>
  <message>
   <source>Messages are already being sent by another process. Wait until it has finished.</source>
   <translation>ほかの処理がメッセージを送信中です。終わるまでお待ちください。</translation>
  </message>
  <message>
   <source>No one was found for “{query}”. Try the last four digits or the kana.</source>
   <translation>「{query}」に当てはまる方が見つかりません。電話の下4桁か、かなで探してみてください。</translation>
  </message>
  <message>
   <source>No one would get this message. Choose other people.</source>
   <translation>このメッセージが届く方がいません。宛先を選び直してください。</translation>
  </message>
  <message>
   <source>Nobody can refer themselves, or somebody with the same number.</source>
   <translation>ご自身や、同じ電話番号の方は紹介できません。</translation>
  </message>
  <message>
   <source>Nobody has the code or the name “{text}”. Check it.</source>
   <translation>「{text}」というコードや名前のお客様はいません。確かめてください。</translation>
  </message>
  <message>
   <source>Nothing can be written in the folder {folder}. Allow writing there, or choose another folder.</source>
   <translation>フォルダー {folder} に書き込めません。書き込みを許可するか、別のフォルダーを選んでください。</translation>
  </message>
  <message>
   <source>Only somebody new can be referred, and only once.</source>
   <translation>紹介できるのは、初めてのお客様だけで、一度だけです。</translation>
  </message>
  <message>
   <source>Only the owner may do this. Sign in as the owner, or ask for the owner's PIN.</source>
   <translation>これができるのはオーナーだけです。オーナーとして入るか、オーナーの暗証番号をもらってください。</translation>
  </message>
  <message>
   <source>Only {left} of this visit can still be given back.</source>
   <translation>この会計で返金できるのは残り {left} です。</translation>
  </message>
  <message>
   <source>Someone is called “{name}” already. Add a letter to tell them apart.</source>
   <translation>「{name}」という人がすでにいます。見分けられるように書き足してください。</translation>
  </message>
  <message>
   <source>Something else is using the data. Close the other windows and commands, then restore again.</source>
   <translation>ほかのウィンドウかコマンドがデータを使っています。閉じてから、もう一度復元してください。</translation>
  </message>
  <message>
   <source>Start with the owner; the others can follow.</source>
   <translation>最初にオーナーを登録してください。ほかの人はそのあとです。</translation>
  </message>
  <message>
   <source>Stopped. Nothing was changed.</source>
   <translation>中止しました。何も変わっていません。</translation>
  </message>
  <message>
   <source>That is not the PIN. Tries left: {tries}.</source>
   <translation>暗証番号が違います。あと{tries}回試せます。</translation>
  </message>
  <message>
   <source>The address {address} is not safe. Use one that begins with https.</source>
   <translation>アドレス {address} は安全ではありません。https で始まるものを使ってください。</translation>
  </message>
  <message>
   <source>The coupon {coupon} asks for a bill of {minimum} or more.</source>
   <translation>クーポン {coupon} は {minimum} 以上の会計で使えます。</translation>
  </message>
  <message>
   <source>The coupon {coupon} belongs to another customer. Take it off this bill.</source>
   <translation>クーポン {coupon} はほかのお客様のものです。この会計からは外してください。</translation>
  </message>
  <message>
   <source>The coupon {coupon} counted until {day}. Take it off the bill.</source>
   <translation>クーポン {coupon} の期限は {day} まででした。会計から外してください。</translation>
  </message>
  <message>
   <source>The coupon {coupon} counts from the next bill on, once the sale that gave it is paid.</source>
   <translation>クーポン {coupon} は、お渡しした会計が済んだあと、次の会計から使えます。</translation>
  </message>
  <message>
   <source>The coupon {coupon} counts from {day}. Take it off this bill.</source>
   <translation>クーポン {coupon} が使えるのは {day} からです。この会計からは外してください。</translation>
  </message>
  <message>
   <source>The coupon {coupon} has been used as often as it may be ({limit}). Take it off the bill.</source>
   <translation>クーポン {coupon} は使える回数（{limit}回）に達しました。会計から外してください。</translation>
  </message>
  <message>
   <source>The coupon {coupon} has been withdrawn. Take it off the bill.</source>
   <translation>クーポン {coupon} は取り下げられました。会計から外してください。</translation>
  </message>
  <message>
   <source>The coupon {coupon} needs a customer. Choose who it is for.</source>
   <translation>クーポン {coupon} にはお客様の指定が必要です。どなたの会計かを選んでください。</translation>
  </message>
  <message>
   <source>The coupon {coupon} takes nothing off this bill. What it is for is not on it.</source>
   <translation>クーポン {coupon} で引けるものがこの会計にはありません。対象の品を確かめてください。</translation>
  </message>
  <message>
   <source>The data file {file} is damaged. Restore the last backup; the damaged file is kept.</source>
   <translation>データファイル {file} が壊れています。最後のバックアップから復元してください。壊れたファイルは残しておきます。</translation>
  </message>
  <message>
   <source>The data was written by a newer version of this app. Install the newest version; nothing was changed.</source>
   <translation>データは、このアプリの新しい版で書かれています。最新版を入れてください。何も変わっていません。</translation>
  </message>
  <message>
   <source>The disk with {folder} is full. Make room and try again; nothing was lost.</source>
   <translation>{folder} のあるディスクがいっぱいです。空きを作ってもう一度お試しください。失われたものはありません。</translation>
  </message>
  <message>
   <source>The file {file} can't be read. Close it in other programs and try again.</source>
   <translation>ファイル {file} を読めません。ほかのアプリで閉じてから、もう一度お試しください。</translation>
  </message>
  <message>
   <source>The file {file} can't be written. Close it if it is open, or choose another folder.</source>
   <translation>ファイル {file} に書き込めません。開いている場合は閉じるか、別のフォルダーを選んでください。</translation>
  </message>
  <message>
   <source>The file {file} has {megabytes} MB; up to {limit} MB can be read. Split it and bring in the parts.</source>
   <translation>ファイル {file} は {megabytes} MB あります。読めるのは {limit} MB までです。分けて取り込んでください。</translation>
  </message>
  <message>
   <source>The file {file} is empty. Export the list again.</source>
   <translation>ファイル {file} は空です。名簿をもう一度書き出してください。</translation>
  </message>
  <message>
   <source>The file {file} is not a list. Save it as CSV or Excel and try again.</source>
   <translation>ファイル {file} は名簿ではありません。CSV か Excel で保存して、もう一度お試しください。</translation>
  </message>
  <message>
   <source>The file {file} is not there. Choose it again.</source>
   <translation>ファイル {file} が見つかりません。選び直してください。</translation>
  </message>
  <message>
   <source>The last owner must stay. Make someone else an owner first.</source>
   <translation>最後のオーナーは外せません。先にほかの人をオーナーにしてください。</translation>
  </message>
  <message>
   <source>The letters in {file} can't be read. Save it as “CSV UTF-8” and try again.</source>
   <translation>{file} の文字を読めません。「CSV UTF-8」で保存して、もう一度お試しください。</translation>
  </message>
  <message>
   <source>The message was held back while data was being saved. Try again.</source>
   <translation>保存中だったため、メッセージを送りませんでした。もう一度お試しください。</translation>
  </message>
  <message>
   <source>The shop is set up with {kept} already. Change it in the settings.</source>
   <translation>お店はすでに{kept}で設定されています。設定画面で変えてください。</translation>
  </message>
  <message>
   <source>There is a coupon “{coupon}” already. Choose another code.</source>
   <translation>クーポン「{coupon}」はすでにあります。ほかのコードにしてください。</translation>
  </message>
  <message>
   <source>There is no coupon “{coupon}”. Check its letters.</source>
   <translation>クーポン「{coupon}」はありません。文字を確かめてください。</translation>
  </message>
  <message>
   <source>There is no reward “{reward}”. Check its code.</source>
   <translation>特典「{reward}」は見つかりません。コードを確かめてください。</translation>
  </message>
  <message>
   <source>There is nothing to undo.</source>
   <translation>元に戻すものがありません。</translation>
  </message>
  <message>
   <source>These rules can't be kept. Correct the marked fields; nothing was changed.</source>
   <translation>この内容では保存できません。印の付いた欄を直してください。何も変更していません。</translation>
  </message>
  <message>
   <source>This PC's key store can't be used ({reason}). The key is kept until the app closes.</source>
   <translation>このパソコンの鍵の保管場所が使えません（{reason}）。キーはアプリを閉じるまで覚えておきます。</translation>
  </message>
  <message>
   <source>This campaign is no longer there. Reload the page.</source>
   <translation>この配信はもうありません。画面を開き直してください。</translation>
  </message>
  <message>
   <source>This can't be undone, for later entries build on it. Correct it by hand instead.</source>
   <translation>あとの記録がこれに続いているため、元に戻せません。手で訂正してください。</translation>
  </message>
  <message>
   <source>This customer has used the coupon {coupon} as often as one may ({limit}).</source>
   <translation>このお客様はクーポン {coupon} を使える回数（{limit}回）まで使いました。</translation>
  </message>
  <message>
   <source>This entry is no longer in the history. Reload the page.</source>
   <translation>この記録はもう履歴にありません。画面を開き直してください。</translation>
  </message>
  <message>
   <source>This entry is no longer there. Reload the page.</source>
   <translation>この記録はもうありません。ページを読み込み直してください。</translation>
  </message>
  <message>
   <source>This has already been undone.</source>
   <translation>これはもう元に戻してあります。</translation>
  </message>
  <message>
   <source>This is not possible for a coupon ({field}). Choose another value.</source>
   <translation>クーポンではこの値は使えません（{field}）。ほかの値にしてください。</translation>
  </message>
  <message>
   <source>This message is no longer there. Reload the page.</source>
   <translation>このメッセージはもうありません。画面を開き直してください。</translation>
  </message>
  <message>
   <source>This person does not work here any more. Choose another.</source>
   <translation>この人はもうスタッフではありません。ほかの人を選んでください。</translation>
  </message>
  <message>
   <source>This programme is no longer there. Reload the page.</source>
   <translation>この特典プログラムは見つかりません。ページを開き直してください。</translation>
  </message>
  <message>
   <source>This reward belongs to another customer. Choose one of this customer's.</source>
   <translation>この特典はほかのお客様のものです。このお客様の特典を選んでください。</translation>
  </message>
  <message>
   <source>This reward has been used already.</source>
   <translation>この特典はもう使われています。</translation>
  </message>
  <message>
   <source>This reward no longer counts: its last day is over, or it was given back.</source>
   <translation>この特典は期限が過ぎたか、取り消されています。</translation>
  </message>
  <message>
   <source>This shop is already open in another window. Go on there, or close it first. ({folder})</source>
   <translation>このお店は別のウィンドウで開いています。そちらで続けるか、先に閉じてください。（{folder}）</translation>
  </message>
  <message>
   <source>This text takes {parts} parts; at most {limit} are allowed. Shorten it.</source>
   <translation>この文面は {parts} 通ぶんです。{limit} 通までに短くしてください。</translation>
  </message>
  <message>
   <source>This very file was brought in on {day}. Bring it in again only if you mean it.</source>
   <translation>同じファイルを {day} に取り込んでいます。本当に必要なときだけ、もう一度取り込んでください。</translation>
  </message>
  <message>
   <source>This visit already has an amount. Correct it in the customer's history.</source>
   <translation>この来店にはもう会計があります。お客様のこれまでの記録で訂正してください。</translation>
  </message>
  <message>
   <source>This visit has been taken back. Log a new one.</source>
   <translation>この来店は取り消されています。新しく記録してください。</translation>
  </message>
  <message>
   <source>This visit is no longer there. It may have been undone.</source>
   <translation>この来店はもうありません。取り消されたのかもしれません。</translation>
  </message>
  <message>
   <source>Too many wrong PINs. Try again in {seconds} seconds.</source>
   <translation>暗証番号の間違いが続きました。{seconds}秒たってからもう一度試してください。</translation>
  </message>
  <message>
   <source>Who works here doesn't collect on their own card. Log a sale without a customer.</source>
   <translation>スタッフは自分のカードにためられません。お客様なしの会計として記録してください。</translation>
  </message>
  <message>
   <source>Write a name of up to 60 letters.</source>
   <translation>名前を60字以内で入れてください。</translation>
  </message>
  <message>
   <source>Write a name or a phone number.</source>
   <translation>お名前か電話番号を入れてください。</translation>
  </message>
  <message>
   <source>Write a reason: points by hand need one.</source>
   <translation>理由を入れてください。手入力には理由が必要です。</translation>
  </message>
  <message>
   <source>Write a text first.</source>
   <translation>先に文面を書いてください。</translation>
  </message>
  <message>
   <source>Write a word for the tag.</source>
   <translation>タグの言葉を入れてください。</translation>
  </message>
  <message>
   <source>You may add or take up to {limit} at a time. Ask the owner.</source>
   <translation>一度に増減できるのは{limit}までです。オーナーに頼んでください。</translation>
  </message>
  <message>
   <source>{asked} are too few. The least that can be used is {minimum}.</source>
   <translation>{asked} では使えません。{minimum} から使えます。</translation>
  </message>
  <message>
   <source>{customer} was logged {minutes} min ago. Log another visit only if there really was one.</source>
   <translation>{customer} の来店は {minutes} 分前に記録しました。本当にもう一度いらしたときだけ記録してください。</translation>
  </message>
  <message>
   <source>{file} is not a backup of this app. Choose another file.</source>
   <translation>{file} はこのアプリのバックアップではありません。別のファイルを選んでください。</translation>
  </message>
  <message>
   <source>{file} is of an unknown kind. Use CSV or Excel (.xlsx).</source>
   <translation>{file} の形式が分かりません。CSV か Excel（.xlsx）を使ってください。</translation>
  </message>
  <message>
   <source>{file} lacks a column for {columns}. Add a heading row, or choose the columns by hand.</source>
   <translation>{file} に {columns} の列がありません。見出しの行を足すか、列を手で選んでください。</translation>
  </message>
  <message>
   <source>{matches} people fit “{query}”. Choose one of them in the list.</source>
   <translation>「{query}」に当てはまる方が {matches} 人います。一覧から選んでください。</translation>
  </message>
  <message>
   <source>{needed} are needed and only {held} are there. Nothing was taken.</source>
   <translation>{needed} 必要ですが、残りは {held} です。何も引かれていません。</translation>
  </message>
  <message>
   <source>{provider} can't be reached. Check the network; what is left goes out later.</source>
   <translation>{provider} につながりません。ネットワークを確かめてください。残りはあとで送ります。</translation>
  </message>
  <message>
   <source>{provider} does not accept the key. Check it in Settings; nothing was sent.</source>
   <translation>{provider} がキーを受け付けません。設定で確かめてください。何も送っていません。</translation>
  </message>
  <message>
   <source>{provider} is not set up completely: {missing} is missing. Fill it in in Settings.</source>
   <translation>{provider} の設定が済んでいません（足りないもの：{missing}）。設定で入れてください。</translation>
  </message>
  <message>
   <source>{provider} refused the message (code {reason}). Nothing was sent to this number.</source>
   <translation>{provider} がメッセージを断りました（コード {reason}）。この番号には送っていません。</translation>
  </message>
  <message>
   <source>“{coupon}” can't be a code. Use 4 to 24 letters, digits or hyphens.</source>
   <translation>「{coupon}」はコードにできません。英数字とハイフンで4〜24字にしてください。</translation>
  </message>
  <message>
   <source>“{currency}” is not a currency code. Write one like JPY or EUR.</source>
   <translation>「{currency}」は通貨コードではありません。JPY や EUR のように入れてください。</translation>
  </message>
  <message>
   <source>“{phone}” is not a phone number. Check its digits.</source>
   <translation>「{phone}」は電話番号ではありません。桁を確かめてください。</translation>
  </message>
  <message>
   <source>“{placeholder}” is no field that can be filled in. Take it out or choose one of the chips.</source>
   <translation>「{placeholder}」は差し込めません。消すか、差し込みの札から選んでください。</translation>
  </message>
  <message>
   <source>“{text}” can't be given back of this visit. Check the amount.</source>
   <translation>「{text}」は返金できません。金額を確かめてください。</translation>
  </message>
  <message>
   <source>“{text}” is not a day and time. Write it like 2026-11-21 14:30.</source>
   <translation>「{text}」は日時ではありません。2026-11-21 14:30 のように入れてください。</translation>
  </message>
  <message>
   <source>“{text}” is not a day. Write it like 1990-04-23 or 4/23.</source>
   <translation>「{text}」は日付ではありません。1990-04-23 か 4/23 のように入れてください。</translation>
  </message>
  <message>
   <source>“{text}” is not a limit. Write a whole number from 0.</source>
   <translation>「{text}」は上限にできません。0以上の整数を入れてください。</translation>
  </message>
  <message>
   <source>This bill is of another day, or money of it was given back: nothing can join it any more.</source>
   <translation>この会計は別の日のものか、返金済みです。もう何も加えられません。</translation>
  </message>
  <message>
   <source>At most {limit} punches in one entry. Check the number, or make another entry for the rest.</source>
   <translation>1回に押せるスタンプは{limit}個までです。数を確かめるか、残りはもう一度入力してください。</translation>
  </message>
  <message>
   <source>“{text}” is not a number of points. Write a whole number other than 0.</source>
   <translation>「{text}」はポイント数ではありません。0以外の整数を入れてください。</translation>
  </message>
  <message>
   <source>“{text}” is not an amount. Write digits only.</source>
   <translation>「{text}」は金額ではありません。数字だけを入れてください。</translation>
  </message>
  <message>
   <source>“{text}” lies in the future. Choose a day up to today.</source>
   <translation>「{text}」は先の日時です。今日までの日を選んでください。</translation>
  </message>
  <message>
   <source>“{value}” is not possible for {name}. Choose another value.</source>
   <translation>{name} に「{value}」は使えません。別の値を選んでください。</translation>
  </message>
  <message>
   <source>This picture can't be read. Choose a photo (JPEG or PNG).</source>
   <translation>この画像は読めません。写真（JPEGかPNG）を選んでください。</translation>
  </message>
 </context>
 <context>
  <name>Formats</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n日</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) ago</source>
   <translation>
    <numerusform>%n日前</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n min</source>
   <translation>
    <numerusform>%n分</numerusform>
   </translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今日</translation>
  </message>
  <message>
   <source>Yesterday</source>
   <translation>昨日</translation>
  </message>
  <message>
   <source>less than a minute</source>
   <translation>1分以内</translation>
  </message>
 </context>
 <context>
  <name>LimitWords</name>
  <message numerus="yes">
   <source>%n h</source>
   <translation>
    <numerusform>%n時間</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n min</source>
   <translation>
    <numerusform>%n分</numerusform>
   </translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>No punch: {why}</source>
   <translation>スタンプなし（{why}）</translation>
  </message>
  <message>
   <source>The next one {left} after this visit.</source>
   <translation>次に押せるのは、この来店から{left}後です。</translation>
  </message>
  <message numerus="yes">
   <source>at most %n a day</source>
   <translation>
    <numerusform>1日%n回まで</numerusform>
   </translation>
  </message>
  <message>
   <source>{card}: {why}</source>
   <translation>{card}は{why}</translation>
  </message>
  <message>
   <source>{hours} h {minutes} min</source>
   <translation>{hours}時間{minutes}分</translation>
  </message>
  <message>
   <source>{time} apart</source>
   <translation>{time}以上あけて</translation>
  </message>
 </context>
 <context>
  <name>Navigation</name>
  <message>
   <source>Rooms</source>
   <translation>画面の切り替え</translation>
  </message>
 </context>
 <context>
  <name>OpeningFailed</name>
  <message>
   <source>Close the app</source>
   <translation>アプリを閉じる</translation>
  </message>
  <message>
   <source>Restore a backup…</source>
   <translation>バックアップから復元…</translation>
  </message>
  <message>
   <source>The shop can't be opened</source>
   <translation>お店のデータを開けません</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>もう一度</translation>
  </message>
 </context>
 <context>
  <name>OperationText</name>
  <message>
   <source>amount of a visit</source>
   <translation>来店の会計</translation>
  </message>
  <message>
   <source>birthday points</source>
   <translation>誕生日ポイント</translation>
  </message>
  <message>
   <source>campaign</source>
   <translation>配信</translation>
  </message>
  <message>
   <source>change of a contact</source>
   <translation>連絡先の変更</translation>
  </message>
  <message>
   <source>change of a customer</source>
   <translation>お客様の変更</translation>
  </message>
  <message>
   <source>change of a programme</source>
   <translation>特典プログラムの変更</translation>
  </message>
  <message>
   <source>consent</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>correction of a visit</source>
   <translation>来店の訂正</translation>
  </message>
  <message>
   <source>correction of points</source>
   <translation>ポイントの修正</translation>
  </message>
  <message>
   <source>deletion of a customer</source>
   <translation>お客様の削除</translation>
  </message>
  <message>
   <source>import of a list</source>
   <translation>名簿の取り込み</translation>
  </message>
  <message>
   <source>merge of two customers</source>
   <translation>お客様の統合</translation>
  </message>
  <message>
   <source>new contact</source>
   <translation>連絡先の追加</translation>
  </message>
  <message>
   <source>new coupon</source>
   <translation>クーポンの追加</translation>
  </message>
  <message>
   <source>new customer</source>
   <translation>お客様の追加</translation>
  </message>
  <message>
   <source>new programme</source>
   <translation>特典プログラムの追加</translation>
  </message>
  <message>
   <source>one-time award</source>
   <translation>ボーナス</translation>
  </message>
  <message>
   <source>opt-out</source>
   <translation>配信停止</translation>
  </message>
  <message>
   <source>points brought over</source>
   <translation>ポイントの引き継ぎ</translation>
  </message>
  <message>
   <source>punch past the limit</source>
   <translation>制限を超えたスタンプ</translation>
  </message>
  <message>
   <source>redemption</source>
   <translation>特典の利用</translation>
  </message>
  <message>
   <source>referral</source>
   <translation>紹介</translation>
  </message>
  <message>
   <source>refund</source>
   <translation>返金</translation>
  </message>
  <message>
   <source>removal of a contact</source>
   <translation>連絡先の削除</translation>
  </message>
  <message>
   <source>removal of the sample shop</source>
   <translation>サンプルのお店の削除</translation>
  </message>
  <message>
   <source>removal of a tag</source>
   <translation>タグの取り外し</translation>
  </message>
  <message>
   <source>removal of a visit</source>
   <translation>来店の取り消し</translation>
  </message>
  <message>
   <source>rules of a trade</source>
   <translation>業種のおすすめ設定</translation>
  </message>
  <message>
   <source>sale</source>
   <translation>会計</translation>
  </message>
  <message>
   <source>tag</source>
   <translation>タグ</translation>
  </message>
  <message>
   <source>visit</source>
   <translation>来店</translation>
  </message>
  <message>
   <source>coupon on a bill</source>
   <translation>会計へのクーポン</translation>
  </message>
  <message>
   <source>withdrawal of a coupon</source>
   <translation>クーポンの取り下げ</translation>
  </message>
 </context>
 <context>
  <name>OwnerPin</name>
  <message>
   <source>Allow this once</source>
   <translation>今回だけ許可</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>やめる</translation>
  </message>
  <message>
   <source>The owner's &amp;PIN</source>
   <translation>オーナーの暗証番号</translation>
  </message>
  <message>
   <source>The owner's PIN</source>
   <translation>オーナーの暗証番号</translation>
  </message>
 </context>
 <context>
  <name>Paper</name>
  <message numerus="yes">
   <source>%n point(s) for every visit</source>
   <translation>
    <numerusform>ご来店ごとに%nポイント</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n point(s) for every {per}</source>
   <translation>
    <numerusform>{per}ごとに%nポイント</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n reward(s) ready</source>
   <translation>
    <numerusform>特典%n件</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n stamp(s):</source>
   <translation>
    <numerusform>スタンプ%n個で</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n stamp(s): {gift}</source>
   <translation>
    <numerusform>スタンプ%n個で {gift}</numerusform>
   </translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>Added by the shop</source>
   <translation>お店による追加</translation>
  </message>
  <message>
   <source>As of {day}</source>
   <translation>{day}現在</translation>
  </message>
  <message>
   <source>Ask us for your card. It costs nothing.</source>
   <translation>カードはスタッフまで。無料でお作りします。</translation>
  </message>
  <message>
   <source>Balance</source>
   <translation>残高</translation>
  </message>
  <message>
   <source>Bonus</source>
   <translation>ボーナス</translation>
  </message>
  <message>
   <source>Brought over from paper</source>
   <translation>紙のカードから引き継ぎ</translation>
  </message>
  <message>
   <source>Card full</source>
   <translation>カード満了</translation>
  </message>
  <message>
   <source>Card no.</source>
   <translation>カード番号</translation>
  </message>
  <message>
   <source>Card open again</source>
   <translation>満了の取り消し</translation>
  </message>
  <message>
   <source>Carried over</source>
   <translation>繰越</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>増減</translation>
  </message>
  <message>
   <source>Come again!</source>
   <translation>またのご来店をお待ちしています</translation>
  </message>
  <message>
   <source>Correction</source>
   <translation>訂正</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>日付</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>失効</translation>
  </message>
  <message>
   <source>From the other record</source>
   <translation>別の登録から統合</translation>
  </message>
  <message>
   <source>Given back</source>
   <translation>お戻し</translation>
  </message>
  <message>
   <source>MEMBER CARD</source>
   <translation>メンバーズカード</translation>
  </message>
  <message>
   <source>Member no.</source>
   <translation>会員番号</translation>
  </message>
  <message>
   <source>Page {page} of {pages}</source>
   <translation>{page} / {pages} ページ</translation>
  </message>
  <message>
   <source>Please show this card before you pay.</source>
   <translation>お会計の前にご提示ください。</translation>
  </message>
  <message>
   <source>Ready to use</source>
   <translation>お使いいただける特典</translation>
  </message>
  <message>
   <source>Taken off by the shop</source>
   <translation>お店による減算</translation>
  </message>
  <message>
   <source>To the other record</source>
   <translation>別の登録へ統合</translation>
  </message>
  <message>
   <source>Used</source>
   <translation>ご利用</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>ご来店</translation>
  </message>
  <message>
   <source>Visit corrected</source>
   <translation>ご来店の訂正</translation>
  </message>
  <message>
   <source>Visit restored</source>
   <translation>ご来店の復元</translation>
  </message>
  <message>
   <source>What</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>Your balance and history</source>
   <translation>残高とご利用履歴</translation>
  </message>
  <message>
   <source>before {day}</source>
   <translation>{day}より前</translation>
  </message>
  <message>
   <source>{back} back for every {per}</source>
   <translation>{per}ごとに{back}還元</translation>
  </message>
  <message>
   <source>{rule} (bills from {least})</source>
   <translation>{rule}（{least}以上のお会計）</translation>
  </message>
  <message>
   <source>{shop}: {said} ({day})</source>
   <translation>{shop}：{said}（{day}）</translation>
  </message>
 </context>
 <context>
  <name>Preview</name>
  <message>
   <source>Preview</source>
   <translation>プレビュー</translation>
  </message>
 </context>
 <context>
  <name>PrintDialog</name>
  <message>
   <source>Close</source>
   <translation>閉じる</translation>
  </message>
  <message>
   <source>Copy as a short text</source>
   <translation>短い文面をコピー</translation>
  </message>
  <message>
   <source>Drawing page {page} of {pages} …</source>
   <translation>{pages}ページ中{page}ページを作成中…</translation>
  </message>
  <message>
   <source>Next page</source>
   <translation>次のページ</translation>
  </message>
  <message>
   <source>Page before</source>
   <translation>前のページ</translation>
  </message>
  <message>
   <source>Page {page} of {pages}</source>
   <translation>{page} / {pages} ページ</translation>
  </message>
  <message>
   <source>Print …</source>
   <translation>印刷…</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>PDFで保存</translation>
  </message>
  <message>
   <source>Save as PDF …</source>
   <translation>PDFで保存…</translation>
  </message>
  <message>
   <source>What to print</source>
   <translation>印刷するもの</translation>
  </message>
 </context>
 <context>
  <name>Printables</name>
  <message>
   <source>Balance and history</source>
   <translation>残高と履歴</translation>
  </message>
  <message>
   <source>Member card on A4</source>
   <translation>会員カード（A4）</translation>
  </message>
  <message>
   <source>Member card, each on a slip of its size</source>
   <translation>会員カード（カードサイズ1枚ずつ）</translation>
  </message>
  <message>
   <source>Member cards, 8 on A4</source>
   <translation>会員カード（A4に8枚）</translation>
  </message>
  <message>
   <source>Notice for the shop</source>
   <translation>店頭の掲示</translation>
  </message>
  <message>
   <source>Stamp card on A4</source>
   <translation>スタンプカード（A4）</translation>
  </message>
  <message>
   <source>Stamp card, each on a slip of its size</source>
   <translation>スタンプカード（カードサイズ1枚ずつ）</translation>
  </message>
  <message>
   <source>Stamp cards, 8 on A4</source>
   <translation>スタンプカード（A4に8枚）</translation>
  </message>
 </context>
 <context>
  <name>RefundForm</name>
  <message>
   <source>Amount to give back</source>
   <translation>返金する金額</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>やめる</translation>
  </message>
  <message>
   <source>Correct the amount</source>
   <translation>金額を直してください</translation>
  </message>
  <message>
   <source>Give back {amount}</source>
   <translation>{amount}を返金する</translation>
  </message>
  <message>
   <source>Type an amount</source>
   <translation>金額を入れてください</translation>
  </message>
  <message>
   <source>What goes back with it</source>
   <translation>一緒に戻るもの</translation>
  </message>
 </context>
 <context>
  <name>RefundWords</name>
  <message>
   <source>No points or punches change.</source>
   <translation>ポイントとスタンプは変わりません。</translation>
  </message>
  <message>
   <source>{name}: {change} ({before} → {after})</source>
   <translation>{name}：{change}（{before} → {after}）</translation>
  </message>
  <message>
   <source>“{reward}” can be used again</source>
   <translation>「{reward}」がまた使えるようになります</translation>
  </message>
 </context>
 <context>
  <name>RuleWords</name>
  <message>
   <source> · </source>
   <translation> ・ </translation>
  </message>
  <message numerus="yes">
   <source>%n punch(es)</source>
   <translation>
    <numerusform>スタンプ%n個</numerusform>
   </translation>
  </message>
  <message>
   <source>+{points}</source>
   <translation>+{points}</translation>
  </message>
  <message>
   <source>free: {item}</source>
   <translation>{item}無料</translation>
  </message>
  <message>
   <source>{amount} off</source>
   <translation>{amount}引き</translation>
  </message>
  <message>
   <source>{percent}% off</source>
   <translation>{percent}%引き</translation>
  </message>
  <message>
   <source>{points} per {per}</source>
   <translation>{per}で{points}</translation>
  </message>
  <message>
   <source>{points} per {per}, from {least}</source>
   <translation>{per}で{points} ・ {least}から</translation>
  </message>
  <message>
   <source>{points} pt</source>
   <translation>{points} pt</translation>
  </message>
  <message>
   <source>{what} until {end}</source>
   <translation>{what} {end}まで</translation>
  </message>
 </context>
 <context>
  <name>Shortcuts</name>
  <message>
   <source>Anywhere</source>
   <translation>どこでも</translation>
  </message>
  <message>
   <source>Bill details: code, items, tax</source>
   <translation>会計の内訳：コード・品目・消費税</translation>
  </message>
  <message>
   <source>Close, clear or go back</source>
   <translation>閉じる・消す・戻る</translation>
  </message>
  <message>
   <source>Desk</source>
   <translation>受付</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>探す</translation>
  </message>
  <message>
   <source>Messages</source>
   <translation>配信</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>新しいお客様</translation>
  </message>
  <message>
   <source>Next pane</source>
   <translation>次の枠</translation>
  </message>
  <message>
   <source>Open a room</source>
   <translation>画面を開く</translation>
  </message>
  <message>
   <source>Open that person (Alt+1 to Alt+9)</source>
   <translation>その方を開く（Alt+1〜Alt+9）</translation>
  </message>
  <message>
   <source>Open, check in, record the amount</source>
   <translation>開く・来店・会計を記録</translation>
  </message>
  <message>
   <source>Previous pane</source>
   <translation>前の枠</translation>
  </message>
  <message>
   <source>Redeem a reward or a coupon</source>
   <translation>特典・クーポンを使う</translation>
  </message>
  <message>
   <source>Sale without a customer</source>
   <translation>お客様を選ばずに会計</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>送る</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>設定</translation>
  </message>
  <message>
   <source>Test to myself</source>
   <translation>自分にテスト</translation>
  </message>
  <message>
   <source>This table</source>
   <translation>この一覧</translation>
  </message>
  <message>
   <source>Undo the last thing</source>
   <translation>直前の操作を元に戻す</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsDialog</name>
  <message>
   <source>Close</source>
   <translation>閉じる</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>キーの一覧</translation>
  </message>
 </context>
 <context>
  <name>SignInPanel</name>
  <message>
   <source>&amp;PIN</source>
   <translation>暗証番号</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>やめる</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>サインイン</translation>
  </message>
  <message>
   <source>Sign out</source>
   <translation>サインアウト</translation>
  </message>
  <message>
   <source>Who is at the desk?</source>
   <translation>受付にいるのはだれですか</translation>
  </message>
 </context>
 <context>
  <name>SignedIn</name>
  <message>
   <source>Nobody yet</source>
   <translation>未サインイン</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>サインイン</translation>
  </message>
  <message>
   <source>{name}, {role}. Change who is here</source>
   <translation>{name}、{role}。受付の人を替える</translation>
  </message>
 </context>
 <context>
  <name>StaffText</name>
  <message>
   <source>Desk staff</source>
   <translation>受付担当</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>オーナー</translation>
  </message>
 </context>
 <context>
  <name>StepBadge</name>
  <message>
   <source>ahead</source>
   <translation>これから</translation>
  </message>
  <message>
   <source>current step</source>
   <translation>今の手順</translation>
  </message>
  <message>
   <source>done</source>
   <translation>済み</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>失敗</translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message numerus="yes">
   <source>%n s</source>
   <translation>
    <numerusform>%n秒</numerusform>
   </translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>元に戻す</translation>
  </message>
 </context>
 <context>
  <name>Undo</name>
  <message>
   <source>Take back the last step for everyone it touched: {what}?</source>
   <translation>直前の「{what}」を、関わった全員ぶん取り消しますか。</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>取り消す</translation>
  </message>
  <message>
   <source>Taken back: {what}</source>
   <translation>「{what}」を取り消しました</translation>
  </message>
  <message>
   <source>There is nothing to undo</source>
   <translation>元に戻すものがありません</translation>
  </message>
 </context>
 <context>
  <name>WhyWords</name>
  <message>
   <source>; </source>
   <translation>、</translation>
  </message>
  <message>
   <source>Punches {change}</source>
   <translation>スタンプ {change}</translation>
  </message>
  <message numerus="yes">
   <source>a new card starts with %n punch(es)</source>
   <translation>
    <numerusform>新しいカードは%n個から始まります</numerusform>
   </translation>
  </message>
  <message>
   <source>added by hand</source>
   <translation>手動で追加</translation>
  </message>
  <message>
   <source>after {off} off</source>
   <translation>{off}引いた後</translation>
  </message>
  <message>
   <source>allowed by {owner}</source>
   <translation>{owner}の許可</translation>
  </message>
  <message>
   <source>bonus</source>
   <translation>ボーナス</translation>
  </message>
  <message>
   <source>brought over</source>
   <translation>引き継ぎ</translation>
  </message>
  <message>
   <source>by {staff}</source>
   <translation>担当 {staff}</translation>
  </message>
  <message>
   <source>counts until {day}</source>
   <translation>{day}まで有効</translation>
  </message>
  <message>
   <source>earned</source>
   <translation>獲得</translation>
  </message>
  <message>
   <source>for a mission</source>
   <translation>ミッション達成</translation>
  </message>
  <message>
   <source>for an answered survey</source>
   <translation>アンケートのお礼</translation>
  </message>
  <message>
   <source>for bringing a friend</source>
   <translation>お友達の紹介</translation>
  </message>
  <message>
   <source>for joining</source>
   <translation>入会のお礼</translation>
  </message>
  <message>
   <source>for the birthday</source>
   <translation>誕生日のお祝い</translation>
  </message>
  <message>
   <source>for “{reward}”</source>
   <translation>「{reward}」のため</translation>
  </message>
  <message>
   <source>forgiven: it was already spent when it was taken back</source>
   <translation>取り消したときにはもう使われていたため、差し引きなし</translation>
  </message>
  <message>
   <source>from {moment}</source>
   <translation>{moment}から</translation>
  </message>
  <message>
   <source>given again</source>
   <translation>再び付与</translation>
  </message>
  <message>
   <source>given again, the bill stands again</source>
   <translation>会計が戻ったので再び付与</translation>
  </message>
  <message>
   <source>given back</source>
   <translation>返却</translation>
  </message>
  <message>
   <source>given back to where it was taken from, with its old date</source>
   <translation>元の期限のまま元に戻しました</translation>
  </message>
  <message>
   <source>held to the customer's limit, else {uncapped}</source>
   <translation>お一人の上限まで（本来は{uncapped}）</translation>
  </message>
  <message>
   <source>held to the day's limit, else {uncapped}</source>
   <translation>1日の上限まで（本来は{uncapped}）</translation>
  </message>
  <message>
   <source>lapsed, its time was over</source>
   <translation>期限切れ</translation>
  </message>
  <message>
   <source>moved here from a merged customer, with its date</source>
   <translation>統合したお客様から期限ごと移動</translation>
  </message>
  <message>
   <source>moved to the customer it was merged with</source>
   <translation>統合先のお客様へ移動</translation>
  </message>
  <message>
   <source>owed: it was already spent when it was taken back</source>
   <translation>取り消したときにはもう使われていたため、不足分</translation>
  </message>
  <message>
   <source>redeemed</source>
   <translation>利用</translation>
  </message>
  <message>
   <source>rounded down</source>
   <translation>端数切り捨て</translation>
  </message>
  <message>
   <source>rounded to the nearest</source>
   <translation>四捨五入</translation>
  </message>
  <message>
   <source>rounded up</source>
   <translation>端数切り上げ</translation>
  </message>
  <message>
   <source>rules version {number}</source>
   <translation>ルール第{number}版</translation>
  </message>
  <message>
   <source>taken back</source>
   <translation>取り消し</translation>
  </message>
  <message>
   <source>taken back with the bill</source>
   <translation>会計と一緒に取り消し</translation>
  </message>
  <message>
   <source>taken by hand</source>
   <translation>手動で減算</translation>
  </message>
  <message>
   <source>the card was full and became a reward</source>
   <translation>カードがいっぱいになり特典になりました</translation>
  </message>
  <message>
   <source>the reward was taken back, the card runs again</source>
   <translation>特典を取り消し、カードに戻りました</translation>
  </message>
  <message>
   <source>until {moment}</source>
   <translation>{moment}まで</translation>
  </message>
  <message>
   <source>with what earlier bills left over</source>
   <translation>前回までの端数を含む</translation>
  </message>
  <message>
   <source>{amount}: {why}.</source>
   <translation>{amount}：{why}。</translation>
  </message>
  <message>
   <source>{percent}% by the level</source>
   <translation>ランクで{percent}%</translation>
  </message>
  <message>
   <source>{points} a visit</source>
   <translation>来店ごとに{points}</translation>
  </message>
  <message>
   <source>{points} for each full {per}</source>
   <translation>{per}ごとに{points}（端数なし）</translation>
  </message>
  <message>
   <source>{points} for each item that counts</source>
   <translation>対象の品目1点ごとに{points}</translation>
  </message>
  <message>
   <source>{points} per {per}</source>
   <translation>{per}で{points}</translation>
  </message>
  <message>
   <source>{rule} on {amount}</source>
   <translation>{amount}に対し{rule}</translation>
  </message>
  <message>
   <source>{said} ({window})</source>
   <translation>{said}（{window}）</translation>
  </message>
  <message>
   <source>{what} by “{name}”</source>
   <translation>「{name}」で{what}</translation>
  </message>
  <message>
   <source>“{reason}”</source>
   <translation>「{reason}」</translation>
  </message>
  <message>
   <source>with a photo of the card</source>
   <translation>カードの写真つき</translation>
  </message>
 </context>
 <context>
  <name>GoodsRow</name>
  <message>
   <source>Fewer: {item}</source>
   <translation>{item}を減らす</translation>
  </message>
  <message>
   <source>More: {item}</source>
   <translation>{item}を増やす</translation>
  </message>
  <message>
   <source>{units} of {all}</source>
   <translation>{units} / {all}</translation>
  </message>
 </context>
 <context>
  <name>RefundGoods</name>
  <message>
   <source>What comes back</source>
   <translation>戻ってくる品</translation>
  </message>
 </context>
 <context>
  <name>PhotoLabel</name>
  <message>
   <source>Photo of the paper card</source>
   <translation>紙のカードの写真</translation>
  </message>
 </context>
</TS>
