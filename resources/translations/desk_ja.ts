<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
 <context>
  <name>BillDetails</name>
  <message>
   <source>Bill details</source>
   <translation>会計の内訳</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>分類</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>コード</translation>
  </message>
  <message>
   <source>Code for points</source>
   <translation>ポイント用のコード</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>品目</translation>
  </message>
  <message>
   <source>Items earn points where a rule asks for them.</source>
   <translation>品目は、ルールで決めているときにポイントの対象になります。</translation>
  </message>
  <message>
   <source>Price of one</source>
   <translation>単価</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>数量</translation>
  </message>
  <message>
   <source>Tax in the amount</source>
   <translation>金額のうち消費税</translation>
  </message>
  <message>
   <source>The items add up to {money}</source>
   <translation>品目の合計 {money}</translation>
  </message>
  <message>
   <source>Use as the amount</source>
   <translation>この金額にする</translation>
  </message>
 </context>
 <context>
  <name>BillFlow</name>
  <message>
   <source>Today's visit: {limit}.</source>
   <translation>今日の来店：{limit}。</translation>
  </message>
 </context>
 <context>
  <name>BillReading</name>
  <message>
   <source>Coupon {code}</source>
   <translation>クーポン {code}</translation>
  </message>
  <message>
   <source>It counted until {day}</source>
   <translation>{day}で期限切れ</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>{day}まで</translation>
  </message>
  <message>
   <source>{amount} off</source>
   <translation>{amount}引き</translation>
  </message>
 </context>
 <context>
  <name>BillStrip</name>
  <message>
   <source>To pay </source>
   <translation>お支払い </translation>
  </message>
 </context>
 <context>
  <name>CorrectVisit</name>
  <message>
   <source>11/21 or 2026-11-21</source>
   <translation>11/21 や 2026-11-21 のように</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>金額</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>やめる</translation>
  </message>
  <message>
   <source>Correct</source>
   <translation>直す</translation>
  </message>
  <message>
   <source>Correct the sale without a customer</source>
   <translation>お客様なしの会計を直す</translation>
  </message>
  <message>
   <source>Correct the visit of {who}</source>
   <translation>{who}の来店を直す</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>日付</translation>
  </message>
  <message>
   <source>Refund…</source>
   <translation>返金…</translation>
  </message>
  <message>
   <source>Take this visit back</source>
   <translation>この来店を取り消す</translation>
  </message>
  <message>
   <source>This is not a day. Write it like 11/21.</source>
   <translation>日付として読めません。11/21 のように書いてください。</translation>
  </message>
  <message>
   <source>This is not a time. Write it like 14:30.</source>
   <translation>時刻として読めません。14:30 のように書いてください。</translation>
  </message>
  <message>
   <source>This is not an amount. Write digits only.</source>
   <translation>金額として読めません。数字だけで書いてください。</translation>
  </message>
  <message>
   <source>This lies in the future. Choose a day and time up to now.</source>
   <translation>未来の日時です。今までの日時を入れてください。</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>時刻</translation>
  </message>
 </context>
 <context>
  <name>DeskFrame</name>
  <message>
   <source>Last 4 digits, kana, name, member no. or QR</source>
   <translation>下4桁・かな・お名前・会員番号・QR</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>新しいお客様</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今日</translation>
  </message>
 </context>
 <context>
  <name>DoneList</name>
  <message>
   <source>Close</source>
   <translation>閉じる</translation>
  </message>
  <message>
   <source>Done today</source>
   <translation>今日の操作</translation>
  </message>
  <message>
   <source>Nothing was done today yet.</source>
   <translation>今日の操作はまだありません。</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>元に戻す</translation>
  </message>
  <message>
   <source>Undo: {what}</source>
   <translation>元に戻す：{what}</translation>
  </message>
  <message>
   <source>taken back</source>
   <translation>取り消し済み</translation>
  </message>
 </context>
 <context>
  <name>Facts</name>
  <message>
   <source>Birthday</source>
   <translation>誕生日</translation>
  </message>
  <message>
   <source>First visit</source>
   <translation>初めて</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>メモ</translation>
  </message>
  <message>
   <source>Since last visit</source>
   <translation>前回から</translation>
  </message>
  <message>
   <source>in {days}</source>
   <translation>あと{days}</translation>
  </message>
  <message>
   <source>today</source>
   <translation>今日</translation>
  </message>
  <message>
   <source>usually {days}</source>
   <translation>いつもは{days}</translation>
  </message>
 </context>
 <context>
  <name>FindResults</name>
  <message numerus="yes">
   <source>%n person(s) fit “{query}”</source>
   <translation>
    <numerusform>「{query}」の方が%n人います</numerusform>
   </translation>
  </message>
  <message>
   <source>Ask for the name or the birth month</source>
   <translation>お名前か誕生月をお聞きください</translation>
  </message>
  <message>
   <source>Customers may see this screen: the desk shows only the last four digits</source>
   <translation>お客様の目に入ることがあるため、受付では電話番号の下4桁だけを表示します</translation>
  </message>
  <message>
   <source>Nobody fits “{query}”</source>
   <translation>「{query}」の方は見つかりません</translation>
  </message>
  <message>
   <source>choose</source>
   <translation>選ぶ</translation>
  </message>
  <message>
   <source>clear</source>
   <translation>消す</translation>
  </message>
  <message>
   <source>open at once</source>
   <translation>すぐ開く</translation>
  </message>
  <message>
   <source>open, again for the visit</source>
   <translation>開く、もう一度で来店</translation>
  </message>
 </context>
 <context>
  <name>FirstSteps</name>
  <message>
   <source>60 invented people with six months of visits, removed again in one step</source>
   <translation>架空の60人と半年分の来店。あとで一度に消せます</translation>
  </message>
  <message>
   <source>Bring in a list</source>
   <translation>リストを取り込む</translation>
  </message>
  <message>
   <source>Bring your customers</source>
   <translation>お客様を取り込む</translation>
  </message>
  <message>
   <source>Excel or CSV; you may also drop the file on this window</source>
   <translation>ExcelかCSV。ファイルをこの画面に落としても取り込めます</translation>
  </message>
  <message>
   <source>Name, number, consent: ten seconds</source>
   <translation>お名前・電話番号・同意だけ。10秒で済みます</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>新しいお客様</translation>
  </message>
  <message>
   <source>Or look round first</source>
   <translation>または、まず試してみる</translation>
  </message>
  <message>
   <source>Or register them as they come</source>
   <translation>または、来店のたびに登録する</translation>
  </message>
  <message>
   <source>There are no customers yet</source>
   <translation>まだお客様がいません</translation>
  </message>
  <message>
   <source>Try the sample shop</source>
   <translation>サンプルのお店を試す</translation>
  </message>
 </context>
 <context>
  <name>FormsFlow</name>
  <message>
   <source>Refund: {what}</source>
   <translation>返金：{what}</translation>
  </message>
  <message>
   <source>Without a customer</source>
   <translation>お客様なし</translation>
  </message>
 </context>
 <context>
  <name>HowToStart</name>
  <message>
   <source>An example of a punch card</source>
   <translation>スタンプカードの例</translation>
  </message>
  <message>
   <source>Find the first customer</source>
   <translation>最初のお客様を探しましょう</translation>
  </message>
  <message>
   <source>Find the next customer</source>
   <translation>次のお客様を探しましょう</translation>
  </message>
  <message>
   <source>Type the last four digits of the phone and press Enter. Enter again logs the visit.</source>
   <translation>電話番号の下4桁を入れて Enter。もう一度 Enter で来店とスタンプが記録されます。</translation>
  </message>
  <message>
   <source>e.g.</source>
   <translation>例</translation>
  </message>
 </context>
 <context>
  <name>ItemFields</name>
  <message>
   <source>Category {number}</source>
   <translation>分類 {number}</translation>
  </message>
  <message>
   <source>Empty item {number}</source>
   <translation>品目 {number} を消す</translation>
  </message>
  <message>
   <source>Item {number}</source>
   <translation>品目 {number}</translation>
  </message>
  <message>
   <source>Price of one, item {number}</source>
   <translation>品目 {number} の単価</translation>
  </message>
  <message>
   <source>Quantity {number}</source>
   <translation>数量 {number}</translation>
  </message>
 </context>
 <context>
  <name>NewCustomer</name>
  <message>
   <source>4/23 or 1990-04-23</source>
   <translation>4/23 や 1990-04-23、平成2年4月23日 のように</translation>
  </message>
  <message>
   <source>Birthday</source>
   <translation>誕生日</translation>
  </message>
  <message>
   <source>Brought by</source>
   <translation>ご紹介者</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>やめる</translation>
  </message>
  <message>
   <source>I agree to receive news and offers from {shop} by SMS. I can stop them any time.</source>
   <translation>{shop}からのお知らせや特典のSMSを受け取ることに同意します。いつでも停止できます。</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>お名前</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>新しいお客様</translation>
  </message>
  <message>
   <source>Phone number</source>
   <translation>電話番号</translation>
  </message>
  <message>
   <source>Reading (kana)</source>
   <translation>ふりがな</translation>
  </message>
  <message>
   <source>Register and open</source>
   <translation>登録して開く</translation>
  </message>
  <message>
   <source>the shop</source>
   <translation>当店</translation>
  </message>
 </context>
 <context>
  <name>NewRow</name>
  <message>
   <source>None of these</source>
   <translation>どの方でもない</translation>
  </message>
  <message>
   <source>Register</source>
   <translation>登録へ</translation>
  </message>
  <message>
   <source>Register “{query}” as a new customer</source>
   <translation>「{query}」で新しく登録する</translation>
  </message>
  <message>
   <source>register “{query}” as a new customer</source>
   <translation>「{query}」で新しく登録する</translation>
  </message>
 </context>
 <context>
  <name>OneThing</name>
  <message>
   <source>A reward is ready: {reward}</source>
   <translation>「{reward}」をお使いいただけます</translation>
  </message>
  <message>
   <source>An early happy birthday</source>
   <translation>もうすぐお誕生日ですね</translation>
  </message>
  <message>
   <source>Birthday {day}</source>
   <translation>誕生日 {day}</translation>
  </message>
  <message>
   <source>First visit</source>
   <translation>初めての来店</translation>
  </message>
  <message>
   <source>Happy birthday!</source>
   <translation>お誕生日おめでとうございます</translation>
  </message>
  <message>
   <source>It has been a while, nice to see you again</source>
   <translation>お久しぶりです。お待ちしていました</translation>
  </message>
  <message>
   <source>Last visit {days} ago</source>
   <translation>前回から{days}</translation>
  </message>
  <message>
   <source>Last visit {day}</source>
   <translation>前回 {day}</translation>
  </message>
  <message>
   <source>Nice to see you again</source>
   <translation>いつもありがとうございます</translation>
  </message>
  <message>
   <source>One more visit fills the card</source>
   <translation>次回でスタンプがいっぱいになります</translation>
  </message>
  <message>
   <source>Pinned note</source>
   <translation>メモより</translation>
  </message>
  <message>
   <source>Ready to use</source>
   <translation>使えます</translation>
  </message>
  <message>
   <source>Thank you for coming to us</source>
   <translation>はじめまして。ご来店ありがとうございます</translation>
  </message>
  <message>
   <source>{done} of {all} punches</source>
   <translation>スタンプ {done}/{all}</translation>
  </message>
 </context>
 <context>
  <name>PersonCard</name>
  <message>
   <source> · </source>
   <translation> ・ </translation>
  </message>
  <message numerus="yes">
   <source>%n visit(s)</source>
   <translation>
    <numerusform>来店%n回</numerusform>
   </translation>
  </message>
  <message>
   <source>Agreed to SMS</source>
   <translation>SMS 同意あり</translation>
  </message>
  <message>
   <source>Consent not asked</source>
   <translation>SMS 同意は未確認</translation>
  </message>
  <message>
   <source>Correct visit {time}</source>
   <translation>来店 {time} を直す</translation>
  </message>
  <message>
   <source>Ends {digits}</source>
   <translation>下4桁 {digits}</translation>
  </message>
  <message>
   <source>Member {number}</source>
   <translation>会員 {number}</translation>
  </message>
  <message>
   <source>No SMS to this number</source>
   <translation>SMSの届かない番号</translation>
  </message>
  <message>
   <source>No SMS wanted</source>
   <translation>SMS 配信停止</translation>
  </message>
  <message>
   <source>No phone number</source>
   <translation>電話番号なし</translation>
  </message>
  <message>
   <source>Open record</source>
   <translation>顧客を開く</translation>
  </message>
  <message>
   <source>Sample</source>
   <translation>サンプル</translation>
  </message>
  <message>
   <source>Saving…</source>
   <translation>保存しています…</translation>
  </message>
  <message>
   <source>Visit {time}</source>
   <translation>来店 {time}</translation>
  </message>
 </context>
 <context>
  <name>PersonName</name>
  <message>
   <source>Name not known</source>
   <translation>お名前未登録</translation>
  </message>
 </context>
 <context>
  <name>PointsCard</name>
  <message>
   <source>Points</source>
   <translation>ポイント</translation>
  </message>
  <message>
   <source>Points to the next reward</source>
   <translation>次の特典までのポイント</translation>
  </message>
  <message>
   <source>Ready to use</source>
   <translation>使える特典</translation>
  </message>
  <message>
   <source>Why these points and punches?</source>
   <translation>このポイントとスタンプの理由</translation>
  </message>
  <message>
   <source>pt</source>
   <translation>pt</translation>
  </message>
  <message>
   <source>{missing} to {tier}</source>
   <translation>あと{missing}で{tier}</translation>
  </message>
  <message>
   <source>{points} pt to {reward}</source>
   <translation>あと{points} pt で {reward}</translation>
  </message>
 </context>
 <context>
  <name>PunchLimit</name>
  <message>
   <source>Give the punch</source>
   <translation>スタンプを押す</translation>
  </message>
  <message>
   <source>Owner's PIN</source>
   <translation>オーナーのPIN</translation>
  </message>
 </context>
 <context>
  <name>ReadyStrip</name>
  <message>
   <source>None ready yet</source>
   <translation>まだありません</translation>
  </message>
  <message>
   <source>Redeem</source>
   <translation>使う</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>ほか%n件</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RedeemFlow</name>
  <message>
   <source>It comes off a bill: type the amount first, then press {keys} again.</source>
   <translation>会計から引く特典です。先に金額を入れてから、もう一度 {keys} を押してください。</translation>
  </message>
  <message>
   <source>“{reward}” was used on {day}.</source>
   <translation>「{reward}」は{day}に使用済みです。</translation>
  </message>
 </context>
 <context>
  <name>RedeemPanel</name>
  <message>
   <source>Close</source>
   <translation>閉じる</translation>
  </message>
  <message>
   <source>Coupon or reward code</source>
   <translation>クーポン・特典のコード</translation>
  </message>
  <message>
   <source>Coupon or reward code: type or scan</source>
   <translation>クーポン・特典のコードを入力または読み取り</translation>
  </message>
  <message>
   <source>Nothing can be redeemed yet.</source>
   <translation>いま使える特典はまだありません。</translation>
  </message>
  <message>
   <source>Redeem</source>
   <translation>特典を使う</translation>
  </message>
  <message>
   <source>close</source>
   <translation>閉じる</translation>
  </message>
  <message>
   <source>fewer or more points</source>
   <translation>ポイントを減らす・増やす</translation>
  </message>
  <message>
   <source>or a digit: choose</source>
   <translation>または数字で選ぶ</translation>
  </message>
  <message>
   <source>redeem</source>
   <translation>使う</translation>
  </message>
 </context>
 <context>
  <name>ResultRow</name>
  <message>
   <source>Birth month</source>
   <translation>誕生月</translation>
  </message>
  <message>
   <source>Last visit</source>
   <translation>前回の来店</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>開く</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>来店回数</translation>
  </message>
 </context>
 <context>
  <name>SaleBar</name>
  <message>
   <source>+{amount} credit</source>
   <translation>+{amount} 還元</translation>
  </message>
  <message>
   <source>+{amount} pt</source>
   <translation>+{amount} pt</translation>
  </message>
  <message>
   <source>+{amount} punch</source>
   <translation>+{amount}個</translation>
  </message>
  <message>
   <source>Amount of the sale</source>
   <translation>お会計の金額</translation>
  </message>
  <message>
   <source>Bill details</source>
   <translation>会計の内訳</translation>
  </message>
  <message>
   <source>Digits only</source>
   <translation>数字だけで</translation>
  </message>
  <message>
   <source>Log another visit</source>
   <translation>もう1回記録</translation>
  </message>
  <message>
   <source>Log visit</source>
   <translation>来店を記録</translation>
  </message>
  <message>
   <source>Log visit and sale</source>
   <translation>来店と会計を記録</translation>
  </message>
  <message>
   <source>Record sale</source>
   <translation>会計を記録</translation>
  </message>
  <message>
   <source>Sale</source>
   <translation>お会計</translation>
  </message>
 </context>
 <context>
  <name>SaleView</name>
  <message>
   <source>It counts for today's sales and earns no punch and no points. Esc goes back.</source>
   <translation>今日の会計に入ります。スタンプとポイントは付きません。Esc で戻ります。</translation>
  </message>
  <message>
   <source>Sale without a customer</source>
   <translation>お客様なしの会計</translation>
  </message>
 </context>
 <context>
  <name>SayStrip</name>
  <message>
   <source>One thing to say</source>
   <translation>ひとこと</translation>
  </message>
 </context>
 <context>
  <name>SecondPress</name>
  <message numerus="yes">
   <source>A visit of {who} was logged %n min ago. Was there really another one?</source>
   <translation>
    <numerusform>{who}の来店は%n分前に記録済みです。もう1回の来店ですか？</numerusform>
   </translation>
  </message>
  <message>
   <source>A visit of {who} was logged just now. Was there really another one?</source>
   <translation>{who}の来店は記録したばかりです。もう1回の来店ですか？</translation>
  </message>
  <message>
   <source>Log one more</source>
   <translation>もう1回記録する</translation>
  </message>
  <message>
   <source>No</source>
   <translation>いいえ</translation>
  </message>
 </context>
 <context>
  <name>StampCard</name>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>%n個</numerusform>
   </translation>
  </message>
  <message>
   <source>Full: {reward}</source>
   <translation>いっぱいです ・ {reward}</translation>
  </message>
  <message>
   <source>Punch card</source>
   <translation>スタンプカード</translation>
  </message>
  <message>
   <source>Reward</source>
   <translation>特典</translation>
  </message>
  <message>
   <source>This card was begun under older terms and keeps them until it is full.</source>
   <translation>このカードは以前の条件で始まったので、いっぱいになるまでその条件のままです。</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今日</translation>
  </message>
  <message>
   <source>Valid to {day}</source>
   <translation>有効期限 {day}</translation>
  </message>
  <message>
   <source>old terms</source>
   <translation>以前の条件</translation>
  </message>
  <message>
   <source>{more} for {reward}</source>
   <translation>あと {more} で {reward}</translation>
  </message>
 </context>
 <context>
  <name>StartView</name>
  <message>
   <source>all keys</source>
   <translation>キー一覧</translation>
  </message>
  <message>
   <source>new customer</source>
   <translation>新しいお客様</translation>
  </message>
  <message>
   <source>sale without a customer</source>
   <translation>お客様なしの会計</translation>
  </message>
  <message>
   <source>take the last thing back</source>
   <translation>元に戻す</translation>
  </message>
 </context>
 <context>
  <name>StepRow</name>
  <message>
   <source>Fewer points</source>
   <translation>ポイントを減らす</translation>
  </message>
  <message>
   <source>More points</source>
   <translation>ポイントを増やす</translation>
  </message>
 </context>
 <context>
  <name>TakenChip</name>
  <message>
   <source>Take off the bill: {what}</source>
   <translation>会計から外す：{what}</translation>
  </message>
 </context>
 <context>
  <name>TodayPanel</name>
  <message>
   <source>Done today, with undo</source>
   <translation>今日の操作（元に戻せます）</translation>
  </message>
  <message>
   <source>Find a customer and press Enter: today's visits line up here.</source>
   <translation>お客様を探して Enter を押すと、
ここに今日の来店が並びます。</translation>
  </message>
  <message>
   <source>No visits yet</source>
   <translation>まだ来店がありません</translation>
  </message>
  <message>
   <source>Rewards</source>
   <translation>特典</translation>
  </message>
  <message>
   <source>Sale without a customer</source>
   <translation>お客様なしの会計</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>会計</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今日</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>来店</translation>
  </message>
 </context>
 <context>
  <name>TodayRow</name>
  <message>
   <source>Correct this visit</source>
   <translation>この来店を直す</translation>
  </message>
  <message>
   <source>No amount</source>
   <translation>金額なし</translation>
  </message>
  <message>
   <source>Visit · sale to enter</source>
   <translation>来店 ・ お会計待ち</translation>
  </message>
  <message>
   <source>Without a customer</source>
   <translation>お客様なし</translation>
  </message>
 </context>
 <context>
  <name>VisitFlow</name>
  <message>
   <source> · +{points} pt</source>
   <translation> ・ ＋{points} pt</translation>
  </message>
  <message>
   <source> · punch {done} of {all}</source>
   <translation> ・ スタンプ {done}/{all}</translation>
  </message>
  <message>
   <source> · the card is full</source>
   <translation> ・ スタンプがいっぱいになりました</translation>
  </message>
  <message>
   <source> · {limit}</source>
   <translation>・{limit}</translation>
  </message>
  <message>
   <source> · {off} off, {left} to pay</source>
   <translation> ・ {off}引き、お支払い {left}</translation>
  </message>
  <message>
   <source> · {points} pt</source>
   <translation> ・ {points} pt</translation>
  </message>
  <message>
   <source>Punch given</source>
   <translation>スタンプを押しました</translation>
  </message>
  <message>
   <source>Taken back: {what}</source>
   <translation>取り消しました：{what}</translation>
  </message>
  <message>
   <source>Visit corrected</source>
   <translation>来店を直しました</translation>
  </message>
  <message>
   <source>Visit of {who} logged</source>
   <translation>{who}の来店を記録しました</translation>
  </message>
  <message>
   <source>Visit taken back</source>
   <translation>来店を取り消しました</translation>
  </message>
  <message>
   <source>{amount} given back</source>
   <translation>{amount}を返金しました</translation>
  </message>
  <message>
   <source>{amount} recorded</source>
   <translation>{amount} を記録しました</translation>
  </message>
  <message>
   <source>{reward} redeemed</source>
   <translation>「{reward}」を使いました</translation>
  </message>
  <message>
   <source>{who} registered</source>
   <translation>{who}を登録しました</translation>
  </message>
  <message>
   <source>Coupon used · {left} to pay</source>
   <translation>クーポンを使いました ・ お支払い {left}</translation>
  </message>
  <message>
   <source> · {card}: full</source>
   <translation> ・ {card}がいっぱいになりました</translation>
  </message>
  <message>
   <source> · {card} {done}/{all}</source>
   <translation> ・ {card} {done}/{all}</translation>
  </message>
 </context>
 <context>
  <name>WhyPanel</name>
  <message>
   <source>Close</source>
   <translation>閉じる</translation>
  </message>
  <message>
   <source>Nothing yet.</source>
   <translation>まだ何もありません。</translation>
  </message>
  <message>
   <source>Why these points and punches</source>
   <translation>ポイントとスタンプの理由</translation>
  </message>
 </context>
</TS>
