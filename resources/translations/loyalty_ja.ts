<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
 <context>
  <name>BonusRules</name>
  <message>
   <source>1 March</source>
   <translation>3月1日</translation>
  </message>
  <message>
   <source>28 February</source>
   <translation>2月28日</translation>
  </message>
  <message>
   <source>A further amount</source>
   <translation>別の金額ルール</translation>
  </message>
  <message>
   <source>A new customer gets {points} once</source>
   <translation>新しいお客様に一度だけ {points} 付けます。</translation>
  </message>
  <message>
   <source>A task</source>
   <translation>ミッション</translation>
  </message>
  <message>
   <source>An answered survey gives {points}</source>
   <translation>アンケートに答えると {points} 付きます。</translation>
  </message>
  <message>
   <source>Answered survey</source>
   <translation>アンケート回答</translation>
  </message>
  <message>
   <source>Birthday</source>
   <translation>誕生日</translation>
  </message>
  <message>
   <source>Bringing a friend</source>
   <translation>お友だち紹介</translation>
  </message>
  <message>
   <source>Certain goods</source>
   <translation>対象の商品・メニュー</translation>
  </message>
  <message>
   <source>Cut, Colour</source>
   <translation>カット、カラー</translation>
  </message>
  <message>
   <source>Every visit</source>
   <translation>来店ごと</translation>
  </message>
  <message>
   <source>Every visit gives {points} if the bill is at least {minimum}</source>
   <translation>来店ごとに {points} 付けます。お会計が {minimum} 以上のとき。</translation>
  </message>
  <message>
   <source>Every {per} spent gives {points} on bills from {minimum} on</source>
   <translation>{per} ごとに {points} 付けます。お会計 {minimum} から。</translation>
  </message>
  <message>
   <source>It counts from {start} until {until} with the code {code}</source>
   <translation>期間は {start} から {until} まで、合言葉は {code}</translation>
  </message>
  <message>
   <source>It {alone} and has the rank {priority} (the highest wins).</source>
   <translation>このルールは {alone} 優先度は {priority} （大きいほど優先）。</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>新規登録</translation>
  </message>
  <message>
   <source>On their birthday they get {points} and 29 February counts as {feb29}</source>
   <translation>誕生日に {points} 付けます。2月29日生まれは {feb29}</translation>
  </message>
  <message>
   <source>Only {items} and the groups {categories} but never {but} nor the groups {but_groups}</source>
   <translation>対象は {items} と分類 {categories} 、対象外は {but} と分類 {but_groups}</translation>
  </message>
  <message>
   <source>Remove {rule}</source>
   <translation>{rule}を削除</translation>
  </message>
  <message>
   <source>Whoever brings a friend gets {points} and the friend {friend_points}</source>
   <translation>紹介した方に {points} 、お友だちに {friend_points} 付けます。</translation>
  </message>
  <message>
   <source>Write a review</source>
   <translation>口コミを書く</translation>
  </message>
  <message>
   <source>adds to the other rules</source>
   <translation>ほかのルールに足します</translation>
  </message>
  <message>
   <source>replaces the other rules</source>
   <translation>ほかのルールの代わりです</translation>
  </message>
  <message>
   <source>{items} give {points} each.</source>
   <translation>{items} 1つにつき {points} 付けます。</translation>
  </message>
  <message>
   <source>{name} gives {points} once for each person</source>
   <translation>{name} で {points} 付けます。お一人一度だけ。</translation>
  </message>
  <message>
   <source>{rule} in use</source>
   <translation>{rule}を使う</translation>
  </message>
  <message>
   <source>{rule} – {programme}</source>
   <translation>{rule}（{programme}）</translation>
  </message>
  <message>
   <source>{rule}: 29 February</source>
   <translation>{rule}：2月29日</translation>
  </message>
  <message>
   <source>{rule}: beside others</source>
   <translation>{rule}：ほかのルールとの関係</translation>
  </message>
  <message>
   <source>{rule}: code</source>
   <translation>{rule}：合言葉</translation>
  </message>
  <message>
   <source>{rule}: for each</source>
   <translation>{rule}：いくらごと</translation>
  </message>
  <message>
   <source>{rule}: for the friend</source>
   <translation>{rule}：お友だちの分</translation>
  </message>
  <message>
   <source>{rule}: from</source>
   <translation>{rule}：開始</translation>
  </message>
  <message>
   <source>{rule}: groups</source>
   <translation>{rule}：分類</translation>
  </message>
  <message>
   <source>{rule}: never these</source>
   <translation>{rule}：対象外</translation>
  </message>
  <message>
   <source>{rule}: never these groups</source>
   <translation>{rule}：対象外の分類</translation>
  </message>
  <message>
   <source>{rule}: only these goods</source>
   <translation>{rule}：対象</translation>
  </message>
  <message>
   <source>{rule}: rank</source>
   <translation>{rule}：優先度</translation>
  </message>
  <message>
   <source>{rule}: smallest bill</source>
   <translation>{rule}：最低のお会計</translation>
  </message>
  <message>
   <source>{rule}: until</source>
   <translation>{rule}：終了</translation>
  </message>
  <message>
   <source>{rule}: what it gives</source>
   <translation>{rule}：付ける数</translation>
  </message>
  <message>
   <source>{rule}: what to do</source>
   <translation>{rule}：内容</translation>
  </message>
  <message>
   <source>{rule}: which</source>
   <translation>{rule}：どれ</translation>
  </message>
 </context>
 <context>
  <name>CodeCard</name>
  <message>
   <source>Close</source>
   <translation>閉じる</translation>
  </message>
  <message>
   <source>Codes of {name}</source>
   <translation>{name}のコード</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>コピーしました</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>コピー</translation>
  </message>
  <message numerus="yes">
   <source>Copy %n code(s)</source>
   <translation>
    <numerusform>%n件のコードをコピー</numerusform>
   </translation>
  </message>
  <message>
   <source>QR code: {code}</source>
   <translation>QRコード：{code}</translation>
  </message>
 </context>
 <context>
  <name>CouponForm</name>
  <message>
   <source>An empty field sets no limit; an empty code is made for you.</source>
   <translation>空欄は制限なしです。コードが空欄なら自動で作ります。</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>やめる</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>コード</translation>
  </message>
  <message>
   <source>Coupon</source>
   <translation>クーポン</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>開始日</translation>
  </message>
  <message>
   <source>How many codes</source>
   <translation>コードの数</translation>
  </message>
  <message>
   <source>It counts from {first} to {last} (both days included).</source>
   <translation>期間は {first} から {last} まで（両日を含む）。</translation>
  </message>
  <message>
   <source>It is for bills from {minimum} {money} on and may be used {person} times by one person</source>
   <translation>お会計 {minimum} {money}から使えます。お一人 {person} 回まで。</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>終了日</translation>
  </message>
  <message numerus="yes">
   <source>Make %n code(s)</source>
   <translation>
    <numerusform>コードを%n件作る</numerusform>
   </translation>
  </message>
  <message>
   <source>Make this coupon</source>
   <translation>このクーポンを作る</translation>
  </message>
  <message>
   <source>Make {count} codes.</source>
   <translation>{count} 件のコードを作ります。</translation>
  </message>
  <message>
   <source>Name of the coupon</source>
   <translation>クーポンの名前</translation>
  </message>
  <message>
   <source>New coupon</source>
   <translation>新しいクーポン</translation>
  </message>
  <message>
   <source>Smallest bill for the coupon</source>
   <translation>クーポンの最低お会計</translation>
  </message>
  <message>
   <source>The code is {code} and may be used {total} times in all</source>
   <translation>コードは {code} 、全部で {total} 回まで。</translation>
  </message>
  <message>
   <source>Uses by one person</source>
   <translation>お一人の回数</translation>
  </message>
  <message>
   <source>Uses in all</source>
   <translation>全体の回数</translation>
  </message>
  <message>
   <source>Which codes</source>
   <translation>コードの種類</translation>
  </message>
  <message>
   <source>Write what customers know it by.</source>
   <translation>お客様に分かる名前を書いてください。</translation>
  </message>
  <message>
   <source>many codes for one use each</source>
   <translation>1回ずつ使えるコードをたくさん</translation>
  </message>
  <message>
   <source>one code for everybody</source>
   <translation>全員に同じコードを1つ</translation>
  </message>
  <message>
   <source>{name} has {way}</source>
   <translation>{name} は {way}</translation>
  </message>
  <message>
   <source>“{value}” is not a day. Write it like 2026-11-21.</source>
   <translation>「{value}」は日付ではありません。2026-11-21 のように書いてください。</translation>
  </message>
  <message>
   <source>“{value}” is not a number. Write digits only.</source>
   <translation>「{value}」は数ではありません。数字だけで書いてください。</translation>
  </message>
 </context>
 <context>
  <name>CouponRow</name>
  <message>
   <source> · </source>
   <translation> ・ </translation>
  </message>
  <message numerus="yes">
   <source>%n code(s)</source>
   <translation>
    <numerusform>コード%n件</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n time(s) used</source>
   <translation>
    <numerusform>%n回使用</numerusform>
   </translation>
  </message>
  <message>
   <source>Show</source>
   <translation>表示</translation>
  </message>
  <message>
   <source>Show the code of {name}</source>
   <translation>{name}のコードを表示</translation>
  </message>
  <message>
   <source>Withdraw {name}</source>
   <translation>{name}を取り下げる</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>取り下げ済み</translation>
  </message>
  <message>
   <source>a gift</source>
   <translation>プレゼント</translation>
  </message>
  <message>
   <source>for {person}</source>
   <translation>{person} 様用</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>{day}まで</translation>
  </message>
  <message>
   <source>{amount} taken off</source>
   <translation>値引き計 {amount}</translation>
  </message>
  <message>
   <source>{used} of {most} used</source>
   <translation>{most}回中{used}回使用</translation>
  </message>
 </context>
 <context>
  <name>CouponsTab</name>
  <message numerus="yes">
   <source>%n code(s) made</source>
   <translation>
    <numerusform>コードを%n件作りました</numerusform>
   </translation>
  </message>
  <message>
   <source>A code takes something off a bill: on a leaflet, in a message or as a QR code.</source>
   <translation>お会計から値引きするコードです。チラシ、メッセージ、QRコードで配れます。</translation>
  </message>
  <message>
   <source>New coupon</source>
   <translation>新しいクーポン</translation>
  </message>
  <message>
   <source>No coupons yet</source>
   <translation>クーポンはまだありません</translation>
  </message>
  <message>
   <source>This ends before it begins. Choose a later day.</source>
   <translation>始まる前に終わっています。後の日にしてください。</translation>
  </message>
  <message>
   <source>This is not possible here. Choose another value.</source>
   <translation>この値は使えません。別の値にしてください。</translation>
  </message>
  <message numerus="yes">
   <source>and %n older one(s)</source>
   <translation>
    <numerusform>ほかに古いもの%n件</numerusform>
   </translation>
  </message>
  <message>
   <source>“{name}” can't be used any more</source>
   <translation>「{name}」は使えなくなりました</translation>
  </message>
 </context>
 <context>
  <name>Editing</name>
  <message numerus="yes">
   <source>%n point(s)</source>
   <translation>
    <numerusform>%nポイント</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n punch(es)</source>
   <translation>
    <numerusform>%n個</numerusform>
   </translation>
  </message>
  <message>
   <source>yen</source>
   <translation>円</translation>
  </message>
 </context>
 <context>
  <name>Examples</name>
  <message>
   <source>A bill of {amount} today earns {points}</source>
   <translation>今日 {amount} のお会計で {points}</translation>
  </message>
  <message>
   <source>Both together get {points}</source>
   <translation>お二人で合わせて {points}</translation>
  </message>
  <message>
   <source>Of a bill of {amount} today this rule earns {points}</source>
   <translation>今日 {amount} のお会計なら、このルールで {points}</translation>
  </message>
  <message>
   <source>Two of them earn {points}</source>
   <translation>2つで {points}</translation>
  </message>
  <message>
   <source>{example}, with “{promotion}”</source>
   <translation>{example}（「{promotion}」を含む）</translation>
  </message>
 </context>
 <context>
  <name>ExpiryRules</name>
  <message>
   <source>Expiry</source>
   <translation>期限</translation>
  </message>
  <message>
   <source>Expiry in use</source>
   <translation>期限を使う</translation>
  </message>
  <message>
   <source>Nothing lapses.</source>
   <translation>期限はありません。</translation>
  </message>
  <message>
   <source>What customers have already keeps its date.</source>
   <translation>すでにお持ちの分の期限は変わりません。</translation>
  </message>
  <message>
   <source>after the last visit</source>
   <translation>最後の来店から</translation>
  </message>
  <message>
   <source>after they were earned</source>
   <translation>獲得した日から</translation>
  </message>
  <message>
   <source>after they were earned, in days</source>
   <translation>獲得した日から（日数）</translation>
  </message>
  <message>
   <source>at the end of the month</source>
   <translation>月末まで</translation>
  </message>
  <message>
   <source>at the end of the year</source>
   <translation>年末まで</translation>
  </message>
  <message>
   <source>days</source>
   <translation>日</translation>
  </message>
  <message>
   <source>months</source>
   <translation>か月</translation>
  </message>
  <message>
   <source>never</source>
   <translation>なし</translation>
  </message>
  <message>
   <source>{name}: how long</source>
   <translation>{name}：期間</translation>
  </message>
  <message>
   <source>{name}: when it lapses</source>
   <translation>{name}：期限の数え方</translation>
  </message>
  <message>
   <source>{name}: {count} {unit} {kind}</source>
   <translation>{name}： {kind} {count} {unit}</translation>
  </message>
  <message>
   <source>{name}: {kind}</source>
   <translation>{name}： {kind}</translation>
  </message>
 </context>
 <context>
  <name>Gives</name>
  <message>
   <source>It gives {kind}</source>
   <translation>内容は {kind}</translation>
  </message>
  <message>
   <source>It gives {kind}: {count} × {item}</source>
   <translation>内容は {kind} ： {item} を {count} つ</translation>
  </message>
  <message>
   <source>It takes {kind}: {amount} {money}.</source>
   <translation>内容は {kind} ： {amount} {money}引き。</translation>
  </message>
  <message>
   <source>It takes {kind}: {percent}%, at most {cap} {money} (empty: no limit).</source>
   <translation>内容は {kind} ： {percent} ％引き、最大 {cap} {money}（空欄は制限なし）。</translation>
  </message>
  <message>
   <source>Treatment</source>
   <translation>トリートメント</translation>
  </message>
  <message>
   <source>a gift</source>
   <translation>プレゼント</translation>
  </message>
  <message>
   <source>money off</source>
   <translation>値引き</translation>
  </message>
  <message>
   <source>percent off</source>
   <translation>割引</translation>
  </message>
  <message>
   <source>something free</source>
   <translation>無料サービス</translation>
  </message>
  <message>
   <source>{amount} off</source>
   <translation>{amount}引き</translation>
  </message>
  <message>
   <source>{item} free</source>
   <translation>{item}無料</translation>
  </message>
  <message>
   <source>{percent}% off</source>
   <translation>{percent}％引き</translation>
  </message>
  <message>
   <source>{reward}: at most</source>
   <translation>{reward}：上限</translation>
  </message>
  <message>
   <source>{reward}: how many</source>
   <translation>{reward}：数</translation>
  </message>
  <message>
   <source>{reward}: money off</source>
   <translation>{reward}：値引き額</translation>
  </message>
  <message>
   <source>{reward}: percent</source>
   <translation>{reward}：割引率</translation>
  </message>
  <message>
   <source>{reward}: what</source>
   <translation>{reward}：何を</translation>
  </message>
  <message>
   <source>{reward}: what it gives</source>
   <translation>{reward}：内容</translation>
  </message>
 </context>
 <context>
  <name>Lever</name>
  <message>
   <source>How many punches fill a card</source>
   <translation>何個で特典にするか</translation>
  </message>
  <message>
   <source>How much is spent for a point</source>
   <translation>いくらで1ポイントにするか</translation>
  </message>
 </context>
 <context>
  <name>LoyaltyFields</name>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
 </context>
 <context>
  <name>LoyaltyPage</name>
  <message>
   <source>Cost</source>
   <translation>原価</translation>
  </message>
  <message>
   <source>Coupons</source>
   <translation>クーポン</translation>
  </message>
  <message>
   <source>Loyalty</source>
   <translation>ポイント・スタンプ</translation>
  </message>
  <message>
   <source>Opening the shop…</source>
   <translation>お店を開いています…</translation>
  </message>
  <message>
   <source>Promotions</source>
   <translation>企画</translation>
  </message>
  <message>
   <source>Rewards</source>
   <translation>特典</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>ルール</translation>
  </message>
  <message>
   <source>Tiers</source>
   <translation>ランク</translation>
  </message>
  <message>
   <source>View</source>
   <translation>表示</translation>
  </message>
  <message>
   <source>{tab}: {problem}</source>
   <translation>{tab}：{problem}</translation>
  </message>
 </context>
 <context>
  <name>LoyaltyPrinting</name>
  <message>
   <source>No rule in use can be said in one sentence</source>
   <translation>1文で言えるルールがまだありません</translation>
  </message>
  <message>
   <source>Saved as {file}</source>
   <translation>{file} に保存しました</translation>
  </message>
  <message>
   <source>Shop notice</source>
   <translation>店内掲示</translation>
  </message>
 </context>
 <context>
  <name>NoticeStrip</name>
  <message>
   <source>In words for customers</source>
   <translation>お客様への説明文</translation>
  </message>
  <message>
   <source>Shop notice</source>
   <translation>店内掲示</translation>
  </message>
  <message>
   <source>“{sentence}”</source>
   <translation>「{sentence}」</translation>
  </message>
 </context>
 <context>
  <name>PointRules</name>
  <message>
   <source>Amount for points</source>
   <translation>ポイントの単位金額</translation>
  </message>
  <message>
   <source>Balance after a refund</source>
   <translation>返金後の残高</translation>
  </message>
  <message>
   <source>Bills count from {minimum} {money} on.</source>
   <translation>{minimum} {money}以上のお会計から。</translation>
  </message>
  <message>
   <source>Bills count from {minimum} {money} on. {points} pt take {value} {money} off.</source>
   <translation>{minimum} {money}以上のお会計から。 {points} ポイントで {value} {money}引き。</translation>
  </message>
  <message>
   <source>Credit</source>
   <translation>クレジット</translation>
  </message>
  <message>
   <source>Credit pays from {minimum} {money} on, up to {cap}% of the bill.</source>
   <translation>クレジットは {minimum} {money}から、お会計の {cap} ％まで使えます。</translation>
  </message>
  <message>
   <source>Every {per} {money} spent gives {points} points, counted {base} and {rounding}</source>
   <translation>お会計 {per} {money}ごとに {points} ポイント。 {base} で数え、端数は {rounding}</translation>
  </message>
  <message>
   <source>Every {per} {money} spent gives {points} {money} of credit, counted {base} and {rounding}</source>
   <translation>お会計 {per} {money}ごとに {points} {money}分のクレジット。 {base} で数え、端数は {rounding}</translation>
  </message>
  <message>
   <source>Fewest points to pay with</source>
   <translation>使える最少ポイント</translation>
  </message>
  <message>
   <source>Fractions</source>
   <translation>端数</translation>
  </message>
  <message>
   <source>How amounts are counted</source>
   <translation>金額の数え方</translation>
  </message>
  <message>
   <source>It counts {mode} and what is left over is {carry}</source>
   <translation>{mode} 数え、余りは {carry}</translation>
  </message>
  <message>
   <source>Largest share of the bill</source>
   <translation>お会計に対する上限</translation>
  </message>
  <message>
   <source>Least credit to pay with</source>
   <translation>使える最少クレジット</translation>
  </message>
  <message>
   <source>Let credit pay bills</source>
   <translation>クレジットで支払えるようにする</translation>
  </message>
  <message>
   <source>Let points take money off a bill</source>
   <translation>ポイントで値引きできるようにする</translation>
  </message>
  <message>
   <source>Most a day</source>
   <translation>1日の上限</translation>
  </message>
  <message>
   <source>Most in all</source>
   <translation>合計の上限</translation>
  </message>
  <message>
   <source>Name of the programme</source>
   <translation>プログラムの名前</translation>
  </message>
  <message>
   <source>No money off for points</source>
   <translation>ポイントの値引きをやめる</translation>
  </message>
  <message>
   <source>One customer earns at most {day} a day and {all} in all (empty: no limit).</source>
   <translation>お一人 1日 {day} まで、合計 {all} まで（空欄は制限なし）。</translation>
  </message>
  <message>
   <source>Paid in steps of {step} points, from {minimum} points on, up to {cap}% of the bill. {remove}</source>
   <translation>{step} ポイント単位、 {minimum} ポイントから、お会計の {cap} ％まで使えます。 {remove}</translation>
  </message>
  <message>
   <source>Points</source>
   <translation>ポイント</translation>
  </message>
  <message>
   <source>Points for each amount</source>
   <translation>単位金額ごとのポイント</translation>
  </message>
  <message>
   <source>Points of the bill itself</source>
   <translation>その会計のポイント</translation>
  </message>
  <message>
   <source>Points to pay with</source>
   <translation>値引きに使うポイント</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>削除</translation>
  </message>
  <message>
   <source>Remove {name}</source>
   <translation>{name}を削除</translation>
  </message>
  <message>
   <source>Smallest bill that counts</source>
   <translation>対象となる最低のお会計</translation>
  </message>
  <message>
   <source>Step when paying with points</source>
   <translation>使うときの単位</translation>
  </message>
  <message>
   <source>Tax in percent</source>
   <translation>消費税率</translation>
  </message>
  <message>
   <source>Tax is {tax}% where a bill doesn't say. This programme is called {name}</source>
   <translation>会計に税額がないときは {tax} ％とみなします。プログラム名は {name}</translation>
  </message>
  <message>
   <source>What a bill earns {own_bill} pay for that very bill. After a refund a balance {below_zero}</source>
   <translation>その会計で付いた分は、同じ会計に {own_bill} 返金後の残高は {below_zero}</translation>
  </message>
  <message>
   <source>What is counted</source>
   <translation>何を数えるか</translation>
  </message>
  <message>
   <source>What is left over</source>
   <translation>余り</translation>
  </message>
  <message>
   <source>What they are worth</source>
   <translation>値引き額</translation>
  </message>
  <message>
   <source>dropped</source>
   <translation>切り捨てる</translation>
  </message>
  <message>
   <source>every part of the amount</source>
   <translation>金額に比例して</translation>
  </message>
  <message>
   <source>full amounts only</source>
   <translation>単位ごとに</translation>
  </message>
  <message>
   <source>goods only, with tax</source>
   <translation>商品のみ税込</translation>
  </message>
  <message>
   <source>goods only, without tax</source>
   <translation>商品のみ税抜</translation>
  </message>
  <message>
   <source>kept for the next visit</source>
   <translation>次回に持ち越す</translation>
  </message>
  <message>
   <source>may</source>
   <translation>使えます</translation>
  </message>
  <message>
   <source>may fall below zero</source>
   <translation>マイナスになります</translation>
  </message>
  <message>
   <source>may not</source>
   <translation>使えません</translation>
  </message>
  <message>
   <source>rounded down</source>
   <translation>切り捨て</translation>
  </message>
  <message>
   <source>rounded to the nearest</source>
   <translation>四捨五入</translation>
  </message>
  <message>
   <source>rounded up</source>
   <translation>切り上げ</translation>
  </message>
  <message>
   <source>stops at zero</source>
   <translation>0で止まります</translation>
  </message>
  <message>
   <source>with tax</source>
   <translation>税込</translation>
  </message>
  <message>
   <source>without tax</source>
   <translation>税抜</translation>
  </message>
  <message>
   <source>{name} in use</source>
   <translation>{name}を使う</translation>
  </message>
 </context>
 <context>
  <name>PresetsView</name>
  <message numerus="yes">
   <source>%n customer(s) keep what they have</source>
   <translation>
    <numerusform>%n人の残高はそのまま</numerusform>
   </translation>
  </message>
  <message>
   <source>As before: {line}</source>
   <translation>変更なし：{line}</translation>
  </message>
  <message>
   <source>Back to my rules</source>
   <translation>今のルールに戻る</translation>
  </message>
  <message>
   <source>Choose a trade first</source>
   <translation>業種を選んでください</translation>
  </message>
  <message>
   <source>Gone: {line}</source>
   <translation>なくなる：{line}</translation>
  </message>
  <message>
   <source>New: {line}</source>
   <translation>新しく：{line}</translation>
  </message>
  <message>
   <source>Start from your trade: choose one and see what would change.</source>
   <translation>業種のおすすめから始めます。選ぶと、何が変わるかを表示します。</translation>
  </message>
  <message>
   <source>The rules of your trade are in use. Change them as you like.</source>
   <translation>業種のルールを使い始めました。自由に変えられます。</translation>
  </message>
  <message>
   <source>These rules are in use</source>
   <translation>このルールを使用中です</translation>
  </message>
  <message>
   <source>Use these rules from now on</source>
   <translation>このルールをこれから使う</translation>
  </message>
  <message>
   <source>is switched off</source>
   <translation>オフになります</translation>
  </message>
  <message>
   <source>Texts for messages</source>
   <translation>メッセージの文面</translation>
  </message>
  <message>
   <source>in Japanese and in English</source>
   <translation>日本語と英語</translation>
  </message>
 </context>
 <context>
  <name>ProblemText</name>
  <message>
   <source>A customer who spends {spent} would get back {gives}. Lower the points.</source>
   <translation>{spent}のお会計に対して{gives}を返すことになります。ポイントを下げてください。</translation>
  </message>
  <message>
   <source>A new card would be full already. Begin with fewer than {size}.</source>
   <translation>新しいカードが最初から満了です。{size}個より少なくしてください。</translation>
  </message>
  <message>
   <source>Add at least one level.</source>
   <translation>ランクを1つ以上追加してください。</translation>
  </message>
  <message>
   <source>At most {most} digits after the point.</source>
   <translation>小数は{most}桁までです。</translation>
  </message>
  <message>
   <source>Choose one of the two.</source>
   <translation>どちらかを選んでください。</translation>
  </message>
  <message>
   <source>Each level must begin above the one before ({above}).</source>
   <translation>前のランク（{above}）より上から始めてください。</translation>
  </message>
  <message>
   <source>It would cost {cost} and give only {gives}. Lower the cost.</source>
   <translation>原価{cost}に対して{gives}しか引きません。原価を下げてください。</translation>
  </message>
  <message>
   <source>Nobody could ever reach a reward with this limit. Make it {least} or more.</source>
   <translation>この上限では誰も特典に届きません。{least}以上にしてください。</translation>
  </message>
  <message>
   <source>Nobody gets anything from this rule. Write how much.</source>
   <translation>このルールでは何も付きません。数を書いてください。</translation>
  </message>
  <message>
   <source>One visit would fill more than a card. Give {size} at most.</source>
   <translation>1回の来店でカードを超えます。{size}個までにしてください。</translation>
  </message>
  <message>
   <source>Only what is earned by amount can be kept for the next visit.</source>
   <translation>持ち越せるのは金額のルールだけです。</translation>
  </message>
  <message>
   <source>Something is missing here.</source>
   <translation>ここを書いてください。</translation>
  </message>
  <message>
   <source>The gift must come before the card is full. Choose fewer than {size} punches.</source>
   <translation>途中の特典は満了より前です。{size}個より少なくしてください。</translation>
  </message>
  <message>
   <source>These points would take {worth} off a bill, the reward gives only {gives}. Lower its price.</source>
   <translation>このポイントは会計で{worth}引きになりますが、特典は{gives}だけです。必要ポイントを下げてください。</translation>
  </message>
  <message>
   <source>This can't be said here.</source>
   <translation>ここには書けません。</translation>
  </message>
  <message>
   <source>This ends before it begins. Choose a later end.</source>
   <translation>始まる前に終わっています。終了を後にしてください。</translation>
  </message>
  <message>
   <source>This must be above zero.</source>
   <translation>0より大きくしてください。</translation>
  </message>
  <message>
   <source>This must be {least} or more.</source>
   <translation>{least}以上にしてください。</translation>
  </message>
  <message>
   <source>This must be {most} or less.</source>
   <translation>{most}以下にしてください。</translation>
  </message>
  <message>
   <source>To count without tax, write the tax in percent.</source>
   <translation>税抜で数えるには、税率を書いてください。</translation>
  </message>
  <message>
   <source>Write a few words here.</source>
   <translation>ここに言葉を書いてください。</translation>
  </message>
  <message>
   <source>Write a name.</source>
   <translation>名前を書いてください。</translation>
  </message>
  <message>
   <source>Write two times like 16:00 and 18:00.</source>
   <translation>16:00 と 18:00 のように時刻を2つ書いてください。</translation>
  </message>
  <message>
   <source>Write words with commas between them.</source>
   <translation>「、」で区切って書いてください。</translation>
  </message>
  <message>
   <source>“{value}” can't be chosen here.</source>
   <translation>「{value}」はここでは選べません。</translation>
  </message>
  <message>
   <source>“{value}” is not a day and time. Write it like 2026-11-21 09:00:00.</source>
   <translation>「{value}」は日時ではありません。2026-11-21 09:00:00 のように書いてください。</translation>
  </message>
  <message>
   <source>“{value}” is not a number. Write digits only.</source>
   <translation>「{value}」は数ではありません。数字だけで書いてください。</translation>
  </message>
  <message>
   <source>“{value}” stands here twice. Choose another.</source>
   <translation>「{value}」が2つあります。別のものにしてください。</translation>
  </message>
 </context>
 <context>
  <name>PromisesStrip</name>
  <message numerus="yes">
   <source>%n customer(s)</source>
   <translation>
    <numerusform>%n人</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n reward(s) not used</source>
   <translation>
    <numerusform>未使用の特典%n件</numerusform>
   </translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>Hide the people</source>
   <translation>閉じる</translation>
  </message>
  <message>
   <source>Lapses in the next 30 days</source>
   <translation>30日以内に期限切れ</translation>
  </message>
  <message>
   <source>No name</source>
   <translation>名前なし</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>なし</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>開く</translation>
  </message>
  <message>
   <source>Open {customer}</source>
   <translation>{customer} 様を開く</translation>
  </message>
  <message>
   <source>Promised to customers now</source>
   <translation>いまの約束</translation>
  </message>
  <message>
   <source>Show the people</source>
   <translation>どなたか見る</translation>
  </message>
  <message>
   <source>{what}. What these cost you isn't written yet: {unknown}</source>
   <translation>{what}。原価が未記入のもの: {unknown}</translation>
  </message>
 </context>
 <context>
  <name>PromotionsTab</name>
  <message>
   <source>48-hour bonus</source>
   <translation>48時間ボーナス</translation>
  </message>
  <message>
   <source>Double day</source>
   <translation>2倍の日</translation>
  </message>
  <message>
   <source>Double for 48 hours from now</source>
   <translation>いまから48時間 2倍</translation>
  </message>
  <message>
   <source>Double on a weekday</source>
   <translation>毎週 2倍の日</translation>
  </message>
  <message>
   <source>Double points on quiet days, or for 48 hours: begin with one of these.</source>
   <translation>空いている曜日や48時間だけ2倍に。下のどちらかから始めてください。</translation>
  </message>
  <message>
   <source>For bills from {minimum} {money} on {daily} for {items} and the groups {groups}</source>
   <translation>{minimum} {money}以上のお会計で {daily} 、対象は {items} と分類 {groups}</translation>
  </message>
  <message>
   <source>It counts {when}</source>
   <translation>期間は {when}</translation>
  </message>
  <message>
   <source>It counts {when}: {days} {first} – {last}</source>
   <translation>期間は {when} ： {days} {first} から {last} まで</translation>
  </message>
  <message>
   <source>It counts {when}: {start} until {until}</source>
   <translation>期間は {when} ： {start} から {until} まで</translation>
  </message>
  <message>
   <source>No promotion yet</source>
   <translation>企画はまだありません</translation>
  </message>
  <message>
   <source>Not complete</source>
   <translation>入力の途中</translation>
  </message>
  <message>
   <source>One promotion counts for a bill: the one with the highest rank {rank} or the one that gives most.</source>
   <translation>1回のお会計に使う企画は1つ。優先度 {rank} の大きいもの、同じなら多く付くものです。</translation>
  </message>
  <message>
   <source>Promotion {number} – {programme}</source>
   <translation>企画{number}（{programme}）</translation>
  </message>
  <message>
   <source>Remove {promotion}</source>
   <translation>{promotion}を削除</translation>
  </message>
  <message>
   <source>Switched off</source>
   <translation>オフ</translation>
  </message>
  <message>
   <source>adds to every bill</source>
   <translation>会計ごとに足す数は</translation>
  </message>
  <message>
   <source>always</source>
   <translation>いつも</translation>
  </message>
  <message>
   <source>every week</source>
   <translation>毎週</translation>
  </message>
  <message>
   <source>from one moment to another</source>
   <translation>日時を決めて</translation>
  </message>
  <message>
   <source>multiplies by</source>
   <translation>倍率は</translation>
  </message>
  <message>
   <source>on every bill</source>
   <translation>会計ごと</translation>
  </message>
  <message>
   <source>once a day</source>
   <translation>1日1回</translation>
  </message>
  <message>
   <source>{name} {kind} {gain}</source>
   <translation>{name} ： {kind} {gain}</translation>
  </message>
  <message>
   <source>{promotion} in use</source>
   <translation>{promotion}を使う</translation>
  </message>
  <message>
   <source>{promotion}: from</source>
   <translation>{promotion}：開始</translation>
  </message>
  <message>
   <source>{promotion}: how</source>
   <translation>{promotion}：付け方</translation>
  </message>
  <message>
   <source>{promotion}: how much</source>
   <translation>{promotion}：いくつ</translation>
  </message>
  <message>
   <source>{promotion}: how often</source>
   <translation>{promotion}：回数</translation>
  </message>
  <message>
   <source>{promotion}: name</source>
   <translation>{promotion}：名前</translation>
  </message>
  <message>
   <source>{promotion}: rank</source>
   <translation>{promotion}：優先度</translation>
  </message>
  <message>
   <source>{promotion}: smallest bill</source>
   <translation>{promotion}：最低のお会計</translation>
  </message>
  <message>
   <source>{promotion}: until</source>
   <translation>{promotion}：終了</translation>
  </message>
  <message>
   <source>{promotion}: when</source>
   <translation>{promotion}：期間</translation>
  </message>
  <message>
   <source>{promotion}: which goods</source>
   <translation>{promotion}：対象</translation>
  </message>
  <message>
   <source>{promotion}: which groups</source>
   <translation>{promotion}：対象の分類</translation>
  </message>
 </context>
 <context>
  <name>PunchRules</name>
  <message>
   <source>A new card begins with {start} punches. {add}</source>
   <translation>新しいカードは {start} 個押した状態から始めます。 {add}</translation>
  </message>
  <message>
   <source>Add a gift on the way</source>
   <translation>途中の特典を追加</translation>
  </message>
  <message>
   <source>At least {minutes} minutes apart, at most {per_day} entries a day (0: no limit).</source>
   <translation>{minutes} 分以上あけて、1日 {per_day} 回まで（0は制限なし）。</translation>
  </message>
  <message>
   <source>Entries a day</source>
   <translation>1日の回数</translation>
  </message>
  <message>
   <source>Gift {number}</source>
   <translation>途中の特典{number}</translation>
  </message>
  <message>
   <source>Minutes between two entries</source>
   <translation>押す間隔（分）</translation>
  </message>
  <message>
   <source>Name of the punch card</source>
   <translation>スタンプカードの名前</translation>
  </message>
  <message>
   <source>On the way, {at} punches bring {gift} too. {remove}</source>
   <translation>途中の {at} 個で {gift} も。 {remove}</translation>
  </message>
  <message>
   <source>Punch card</source>
   <translation>スタンプカード</translation>
  </message>
  <message>
   <source>Punches a visit</source>
   <translation>1回の来店のスタンプ</translation>
  </message>
  <message>
   <source>Punches for a full card</source>
   <translation>満了までのスタンプ</translation>
  </message>
  <message>
   <source>Punches for gift {number}</source>
   <translation>途中の特典{number}のスタンプ</translation>
  </message>
  <message>
   <source>Punches to begin with</source>
   <translation>最初のスタンプ</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>削除</translation>
  </message>
  <message>
   <source>Remove gift {number}</source>
   <translation>途中の特典{number}を削除</translation>
  </message>
  <message>
   <source>Remove {name}</source>
   <translation>{name}を削除</translation>
  </message>
  <message>
   <source>Reward</source>
   <translation>特典</translation>
  </message>
  <message>
   <source>Reward for a full card</source>
   <translation>満了の特典</translation>
  </message>
  <message>
   <source>Small gift</source>
   <translation>ミニ特典</translation>
  </message>
  <message>
   <source>This programme is called {name}</source>
   <translation>プログラム名は {name}</translation>
  </message>
  <message>
   <source>{name} in use</source>
   <translation>{name}を使う</translation>
  </message>
  <message>
   <source>Punches a visit: {per_visit}. {size} punches bring {reward}</source>
   <translation>1回の来店で {per_visit} 個。 {size} 個たまると {reward}</translation>
  </message>
 </context>
 <context>
  <name>RewardsTab</name>
  <message>
   <source>A full card of {size} punches brings {name}</source>
   <translation>{size}個たまると {name}</translation>
  </message>
  <message>
   <source>A reward has a price in points and says what it gives and what it costs you.</source>
   <translation>特典には、必要なポイントと内容、お店の原価を決めます。</translation>
  </message>
  <message>
   <source>Add a reward</source>
   <translation>特典を追加</translation>
  </message>
  <message>
   <source>Add a reward to {programme}</source>
   <translation>{programme}に特典を追加</translation>
  </message>
  <message>
   <source>Add a standing discount</source>
   <translation>割引を追加</translation>
  </message>
  <message>
   <source>Full card – {programme}</source>
   <translation>満了の特典（{programme}）</translation>
  </message>
  <message>
   <source>It costs us {cost} {money} and is valid {days} days (empty: always).</source>
   <translation>原価は {cost} {money}、有効期間は {days} 日（空欄は無期限）。</translation>
  </message>
  <message>
   <source>Money off without a card or code</source>
   <translation>カードやコードのいらない割引</translation>
  </message>
  <message>
   <source>No rewards for {programme} yet</source>
   <translation>{programme}の特典はまだありません</translation>
  </message>
  <message>
   <source>On the way {number} – {programme}</source>
   <translation>途中の特典{number}（{programme}）</translation>
  </message>
  <message>
   <source>Remove {reward}</source>
   <translation>{reward}を削除</translation>
  </message>
  <message>
   <source>Reward</source>
   <translation>特典</translation>
  </message>
  <message>
   <source>Reward {number}</source>
   <translation>特典{number}</translation>
  </message>
  <message>
   <source>{at} punches bring {name}</source>
   <translation>{at} 個で {name}</translation>
  </message>
  <message>
   <source>{name} for {price} points</source>
   <translation>{name} を {price} ポイントで</translation>
  </message>
  <message>
   <source>{name} for {price} {money}</source>
   <translation>{name} を {price} {money}分で</translation>
  </message>
  <message>
   <source>{reward}: name</source>
   <translation>{reward}：名前</translation>
  </message>
  <message>
   <source>{reward}: our cost</source>
   <translation>{reward}：原価</translation>
  </message>
  <message>
   <source>{reward}: price</source>
   <translation>{reward}：必要ポイント</translation>
  </message>
  <message>
   <source>{reward}: punches</source>
   <translation>{reward}：スタンプ</translation>
  </message>
  <message>
   <source>{reward}: valid days</source>
   <translation>{reward}：有効日数</translation>
  </message>
 </context>
 <context>
  <name>RuleCard</name>
  <message>
   <source>Less</source>
   <translation>閉じる</translation>
  </message>
  <message>
   <source>Less about {rule}</source>
   <translation>{rule}の詳細を閉じる</translation>
  </message>
  <message>
   <source>More</source>
   <translation>詳しく</translation>
  </message>
  <message>
   <source>More about {rule}</source>
   <translation>{rule}を詳しく</translation>
  </message>
 </context>
 <context>
  <name>RuleClock</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n日</numerusform>
   </translation>
  </message>
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
   <source>Always on</source>
   <translation>いつも有効</translation>
  </message>
  <message>
   <source>Begins in {span}, {when}</source>
   <translation>{when} 開始（あと{span}）</translation>
  </message>
  <message>
   <source>On now – ends in {span}</source>
   <translation>実施中 あと{span}</translation>
  </message>
  <message>
   <source>Over</source>
   <translation>終了</translation>
  </message>
 </context>
 <context>
  <name>RulesTab</name>
  <message>
   <source>A further punch card</source>
   <translation>スタンプカードをもう1枚</translation>
  </message>
  <message>
   <source>A points programme</source>
   <translation>ポイントプログラム</translation>
  </message>
  <message>
   <source>Add a rule</source>
   <translation>ルールを追加</translation>
  </message>
  <message>
   <source>Credit to spend later</source>
   <translation>次回使えるクレジット</translation>
  </message>
  <message>
   <source>Start from your trade</source>
   <translation>業種から始める</translation>
  </message>
  <message>
   <source>{rule} ({programme})</source>
   <translation>{rule}（{programme}）</translation>
  </message>
 </context>
 <context>
  <name>SaveFoot</name>
  <message numerus="yes">
   <source>Mend %n field(s) first</source>
   <translation>
    <numerusform>%nか所を直してください</numerusform>
   </translation>
  </message>
  <message>
   <source>Show</source>
   <translation>表示</translation>
  </message>
  <message>
   <source>Show what is wrong</source>
   <translation>直すところを表示</translation>
  </message>
  <message>
   <source>These rules are in use</source>
   <translation>このルールを使用中</translation>
  </message>
  <message>
   <source>Undo all</source>
   <translation>元に戻す</translation>
  </message>
  <message>
   <source>Use from today's sales on</source>
   <translation>今日の会計から使う</translation>
  </message>
 </context>
 <context>
  <name>Saving</name>
  <message>
   <source>In use from now on. Visits until now stay as they were.</source>
   <translation>これから使います。これまでの来店は変わりません。</translation>
  </message>
 </context>
 <context>
  <name>SimulatorPanel</name>
  <message numerus="yes">
   <source>%n real visit(s)</source>
   <translation>
    <numerusform>実際の来店 %n回</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n×</source>
   <translation>
    <numerusform>%n回</numerusform>
   </translation>
  </message>
  <message>
   <source>Cost by month</source>
   <translation>月ごとの原価</translation>
  </message>
  <message>
   <source>Had these rules stood last year</source>
   <translation>このルールを去年に当てはめると</translation>
  </message>
  <message>
   <source>No visits to try the rules on yet</source>
   <translation>試せる来店がまだありません</translation>
  </message>
  <message>
   <source>Once customers have come, this says what these rules would have cost last year.</source>
   <translation>来店がたまると、このルールが去年いくらになったかをここに示します。</translation>
  </message>
  <message>
   <source>Rewards by month</source>
   <translation>月ごとの特典の数</translation>
  </message>
  <message>
   <source>Try another figure</source>
   <translation>数を変えて試す</translation>
  </message>
  <message>
   <source>What rewards would have cost</source>
   <translation>特典にかかったはずの原価</translation>
  </message>
  <message>
   <source>cost unknown</source>
   <translation>原価不明</translation>
  </message>
  <message>
   <source>highest {amount}</source>
   <translation>最大 {amount}</translation>
  </message>
  <message>
   <source>{first} to {last} · {visits}</source>
   <translation>{first}〜{last} ・ {visits}</translation>
  </message>
  <message>
   <source>{share} of sales</source>
   <translation>売上の {share}</translation>
  </message>
 </context>
 <context>
  <name>StandingCards</name>
  <message>
   <source>Cut</source>
   <translation>カット</translation>
  </message>
  <message>
   <source>For bills from {minimum} {money} on.</source>
   <translation>{minimum} {money}以上のお会計から。</translation>
  </message>
  <message>
   <source>Remove {discount}</source>
   <translation>{discount}を削除</translation>
  </message>
  <message>
   <source>Standing discount {number}</source>
   <translation>いつもの割引{number}</translation>
  </message>
  <message>
   <source>Students</source>
   <translation>学割</translation>
  </message>
  <message>
   <source>at least {count} of them in the last {months} months</source>
   <translation>過去 {months} か月に {count} つ以上</translation>
  </message>
  <message>
   <source>by spend, at least</source>
   <translation>お買い上げがこれ以上</translation>
  </message>
  <message>
   <source>by visits, at least</source>
   <translation>来店回数がこれ以上</translation>
  </message>
  <message>
   <source>in the last {months} months (empty: ever)</source>
   <translation>過去 {months} か月（空欄は全期間）</translation>
  </message>
  <message>
   <source>of the level</source>
   <translation>このランクの方</translation>
  </message>
  <message>
   <source>student</source>
   <translation>学生</translation>
  </message>
  <message>
   <source>who bought</source>
   <translation>これを買った方</translation>
  </message>
  <message>
   <source>with the tag</source>
   <translation>タグの付いた方</translation>
  </message>
  <message>
   <source>{discount} in use</source>
   <translation>{discount}を使う</translation>
  </message>
  <message>
   <source>{discount}: for whom</source>
   <translation>{discount}：対象</translation>
  </message>
  <message>
   <source>{discount}: how many</source>
   <translation>{discount}：数</translation>
  </message>
  <message>
   <source>{discount}: months</source>
   <translation>{discount}：月数</translation>
  </message>
  <message>
   <source>{discount}: name</source>
   <translation>{discount}：名前</translation>
  </message>
  <message>
   <source>{discount}: smallest bill</source>
   <translation>{discount}：最低のお会計</translation>
  </message>
  <message>
   <source>{discount}: which</source>
   <translation>{discount}：内容</translation>
  </message>
  <message>
   <source>{name} for customers {who} {what}</source>
   <translation>{name} 対象は {who} {what}</translation>
  </message>
 </context>
 <context>
  <name>Summary</name>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>; </source>
   <translation>、</translation>
  </message>
  <message numerus="yes">
   <source>valid for %n day(s)</source>
   <translation>
    <numerusform>有効期限は%n日</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>valid for %n month(s)</source>
   <translation>
    <numerusform>有効期限は%nか月</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>valid for %n month(s) after the last visit</source>
   <translation>
    <numerusform>最後の来店から%nか月有効</numerusform>
   </translation>
  </message>
  <message>
   <source>valid to the end of the month</source>
   <translation>月末まで有効</translation>
  </message>
  <message>
   <source>valid to the end of the year</source>
   <translation>年末まで有効</translation>
  </message>
  <message>
   <source>{gift} for {at}</source>
   <translation>{at}で{gift}</translation>
  </message>
  <message>
   <source>{name} ({given})</source>
   <translation>{name}（{given}）</translation>
  </message>
  <message>
   <source>{points} a visit</source>
   <translation>ご来店で{points}</translation>
  </message>
  <message>
   <source>{points} for an answered survey</source>
   <translation>アンケート回答で{points}</translation>
  </message>
  <message>
   <source>{points} for bringing a friend</source>
   <translation>お友だち紹介で{points}</translation>
  </message>
  <message>
   <source>{points} for every {amount}</source>
   <translation>{amount}ごとに{points}</translation>
  </message>
  <message>
   <source>{points} for new customers</source>
   <translation>新規登録で{points}</translation>
  </message>
  <message>
   <source>{points} for {items}</source>
   <translation>{items}で{points}</translation>
  </message>
  <message>
   <source>{points} for: {name}</source>
   <translation>{name}で{points}</translation>
  </message>
  <message>
   <source>{points} on your birthday</source>
   <translation>お誕生日に{points}</translation>
  </message>
  <message>
   <source>{points} take {amount} off</source>
   <translation>{points}で{amount}引き</translation>
  </message>
  <message>
   <source>{punches} a visit, {reward} for {size}</source>
   <translation>ご来店でスタンプ{punches}、{size}個で{reward}</translation>
  </message>
  <message>
   <source>{reward} for {points}</source>
   <translation>{points}で{reward}</translation>
  </message>
  <message>
   <source>“{name}” now and then</source>
   <translation>「{name}」を実施</translation>
  </message>
 </context>
 <context>
  <name>Sums</name>
  <message>
   <source>Birthdays, friends, surveys and tasks can't be told from past visits and are left out.</source>
   <translation>誕生日・紹介・アンケート・ミッションは過去の来店から分からないため含みません。</translation>
  </message>
  <message>
   <source>For each visit</source>
   <translation>1回の来店あたり</translation>
  </message>
  <message>
   <source>Lapses unused</source>
   <translation>使われずに期限切れ</translation>
  </message>
  <message>
   <source>Other rewards</source>
   <translation>ほかの特典</translation>
  </message>
  <message>
   <source>Points taken off bills</source>
   <translation>ポイントの値引き</translation>
  </message>
  <message>
   <source>Still promised at the end</source>
   <translation>期間の終わりに残る約束</translation>
  </message>
  <message>
   <source>cost unknown</source>
   <translation>原価不明</translation>
  </message>
  <message>
   <source>expected</source>
   <translation>見込み</translation>
  </message>
  <message>
   <source>{count}×</source>
   <translation>{count}回</translation>
  </message>
  <message>
   <source>{count}× {each} =</source>
   <translation>{count}回 × {each} ＝</translation>
  </message>
  <message>
   <source>{count}×, together</source>
   <translation>{count}回、計</translation>
  </message>
 </context>
 <context>
  <name>TiersTab</name>
  <message>
   <source>Add a level</source>
   <translation>ランクを追加</translation>
  </message>
  <message>
   <source>Begin with three levels</source>
   <translation>3つのランクで始める</translation>
  </message>
  <message>
   <source>By {by} in the last {months} months. Whoever falls below keeps the level {days} days.</source>
   <translation>過去 {months} か月の {by} で決めます。下回っても {days} 日間はそのままです。</translation>
  </message>
  <message>
   <source>Days of grace</source>
   <translation>猶予の日数</translation>
  </message>
  <message>
   <source>Gold</source>
   <translation>ゴールド</translation>
  </message>
  <message>
   <source>How a level is reached</source>
   <translation>ランクの決め方</translation>
  </message>
  <message>
   <source>Level {number}</source>
   <translation>ランク{number}</translation>
  </message>
  <message>
   <source>Months that count</source>
   <translation>対象の月数</translation>
  </message>
  <message>
   <source>New level</source>
   <translation>新しいランク</translation>
  </message>
  <message>
   <source>No tiers in {programme} yet</source>
   <translation>{programme}のランクはまだありません</translation>
  </message>
  <message>
   <source>Regular</source>
   <translation>レギュラー</translation>
  </message>
  <message>
   <source>Regulars reach a level by what they spent in the last 12 months and earn more there.</source>
   <translation>過去12か月のお買い上げでランクが上がり、ポイントが増えます。</translation>
  </message>
  <message>
   <source>Remove {level}</source>
   <translation>{level}を削除</translation>
  </message>
  <message>
   <source>Silver</source>
   <translation>シルバー</translation>
  </message>
  <message>
   <source>Tiers in use</source>
   <translation>ランクを使う</translation>
  </message>
  <message>
   <source>Tiers need a points programme</source>
   <translation>ランクにはポイントプログラムが必要です</translation>
  </message>
  <message>
   <source>What a level is reached by</source>
   <translation>ランクの基準</translation>
  </message>
  <message>
   <source>earns {percent}% of the points, pays {discount}% less, and gets {benefit}</source>
   <translation>ポイントは {percent} ％、お会計は {discount} ％引き、ほかに {benefit}</translation>
  </message>
  <message>
   <source>points</source>
   <translation>ポイント</translation>
  </message>
  <message>
   <source>the points they earned</source>
   <translation>獲得ポイント</translation>
  </message>
  <message>
   <source>what they spent</source>
   <translation>お買い上げ</translation>
  </message>
  <message>
   <source>{level}: benefit</source>
   <translation>{level}：特典</translation>
  </message>
  <message>
   <source>{level}: discount</source>
   <translation>{level}：割引</translation>
  </message>
  <message>
   <source>{level}: from</source>
   <translation>{level}：基準</translation>
  </message>
  <message>
   <source>{level}: name</source>
   <translation>{level}：名前</translation>
  </message>
  <message>
   <source>{level}: percent of the points</source>
   <translation>{level}：ポイントの割合</translation>
  </message>
  <message>
   <source>{name} from {start} {unit} on</source>
   <translation>{name} は {start} {unit}から</translation>
  </message>
 </context>
 <context>
  <name>Unpriced</name>
  <message numerus="yes">
   <source>Nobody has written yet what %n of the rewards cost(s) you.</source>
   <translation>
    <numerusform>特典%n件の原価がまだ書かれていないため、合計は出せません。</numerusform>
   </translation>
  </message>
  <message>
   <source>Write what it costs</source>
   <translation>原価を書く</translation>
  </message>
  <message>
   <source>from {amount}</source>
   <translation>{amount}以上</translation>
  </message>
 </context>
</TS>
