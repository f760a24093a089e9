<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
 <context>
  <name>ActionBar</name>
  <message>
   <source>Another list</source>
   <translation>別のリスト</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>もどる</translation>
  </message>
  <message>
   <source>Nothing is written before you have seen what will happen.</source>
   <translation>何が起きるかを見てから書き込みます。</translation>
  </message>
  <message>
   <source>Show the customers</source>
   <translation>顧客を見る</translation>
  </message>
  <message>
   <source>The whole import can be taken back afterwards.</source>
   <translation>取り込んだあとでも、まるごと元に戻せます。</translation>
  </message>
 </context>
 <context>
  <name>Actions</name>
  <message numerus="yes">
   <source>%n row(s) changed since were left as they are</source>
   <translation>
    <numerusform>その後に変わった%n件はそのまま残しました</numerusform>
   </translation>
  </message>
  <message>
   <source>Saving as soon as the store is free …</source>
   <translation>空きしだい保存します…</translation>
  </message>
  <message>
   <source>Take back the whole {what}, for everyone it touched?</source>
   <translation>「{what}」を、関わった全員についてまとめて取り消しますか？</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>取り消す</translation>
  </message>
  <message>
   <source>Taken back: {what}</source>
   <translation>取り消しました：{what}</translation>
  </message>
 </context>
 <context>
  <name>AddForm</name>
  <message>
   <source>Add this customer</source>
   <translation>このお客様を追加</translation>
  </message>
  <message>
   <source>Agreed to offers by SMS</source>
   <translation>SMSのお知らせに同意</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>閉じる</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>新しいお客様</translation>
  </message>
  <message>
   <source>The words they agreed to</source>
   <translation>同意いただいた文言</translation>
  </message>
 </context>
 <context>
  <name>Amount</name>
  <message numerus="yes">
   <source>%n stamp(s)</source>
   <translation>
    <numerusform>スタンプ%n個</numerusform>
   </translation>
  </message>
  <message>
   <source>{amount} credit</source>
   <translation>{amount} クレジット</translation>
  </message>
  <message>
   <source>{amount} pt</source>
   <translation>{amount} pt</translation>
  </message>
 </context>
 <context>
  <name>AskFile</name>
  <message>
   <source>All files (*)</source>
   <translation>すべてのファイル (*)</translation>
  </message>
  <message>
   <source>Choose a list</source>
   <translation>リストを選ぶ</translation>
  </message>
  <message>
   <source>Lists ({endings})</source>
   <translation>リスト ({endings})</translation>
  </message>
 </context>
 <context>
  <name>BringOver</name>
  <message>
   <source>Brought over from paper: {name}</source>
   <translation>紙のカードから引き継ぎました：{name}</translation>
  </message>
 </context>
 <context>
  <name>Browse</name>
  <message numerus="yes">
   <source>%n people tagged “{tag}”</source>
   <translation>
    <numerusform>%n人に「{tag}」を付けました</numerusform>
   </translation>
  </message>
  <message>
   <source>Added: {name}</source>
   <translation>追加しました：{name}</translation>
  </message>
  <message numerus="yes">
   <source>Tag “{tag}” taken from %n people</source>
   <translation>
    <numerusform>%n人から「{tag}」を外しました</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CardCode</name>
  <message>
   <source>QR code of the card: {code}</source>
   <translation>カードのQRコード：{code}</translation>
  </message>
  <message>
   <source>Scanned at the desk, it opens this person.</source>
   <translation>受付で読み取ると、この方が開きます。</translation>
  </message>
 </context>
 <context>
  <name>Check</name>
  <message>
   <source>Choose the missing column first</source>
   <translation>先に足りない列を選んでください</translation>
  </message>
  <message>
   <source>First rows</source>
   <translation>はじめの20行</translation>
  </message>
  <message>
   <source>Go on without</source>
   <translation>なしで進む</translation>
  </message>
  <message>
   <source>Imported before: tick to do it again</source>
   <translation>取り込み済みです。もう一度ならチェックを</translation>
  </message>
  <message>
   <source>No column was found for: {fields}. Choose it above its column, or go on without.</source>
   <translation>「{fields}」の列が見つかりません。列の上で選ぶか、なしで進んでください。</translation>
  </message>
  <message>
   <source>No list to import</source>
   <translation>取り込むリストがありません</translation>
  </message>
  <message>
   <source>No problems</source>
   <translation>問題なし</translation>
  </message>
  <message>
   <source>No row to import</source>
   <translation>取り込む行がありません</translation>
  </message>
  <message>
   <source>Nothing is written yet</source>
   <translation>まだ何も書き込んでいません</translation>
  </message>
  <message>
   <source>Problems</source>
   <translation>気になる点</translation>
  </message>
  <message>
   <source>Problems {count}</source>
   <translation>気になる点 {count}</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>表示</translation>
  </message>
  <message>
   <source>This very file was brought in on {day}. Bring it in again, merging people already known.</source>
   <translation>このファイルは{day}に取り込み済みです。もう一度取り込み、すでにいる方とまとめます。</translation>
  </message>
  <message>
   <source>Write the words they agreed to</source>
   <translation>同意いただいた文言を書いてください</translation>
  </message>
 </context>
 <context>
  <name>Choose</name>
  <message>
   <source>CSV in any encoding, or Excel. Columns are recognised by their headings.</source>
   <translation>CSV（文字コードは自動）か Excel。列は見出しから見分けます。</translation>
  </message>
  <message>
   <source>Choose a file …</source>
   <translation>ファイルを選ぶ…</translation>
  </message>
  <message>
   <source>Drop a list here</source>
   <translation>ここにリストをドロップ</translation>
  </message>
 </context>
 <context>
  <name>ColumnButton</name>
  <message>
   <source>Column {heading}: {kind}</source>
   <translation>列「{heading}」：{kind}</translation>
  </message>
  <message>
   <source>guessed: please check</source>
   <translation>推測です。お確かめください</translation>
  </message>
  <message>
   <source>not recognised</source>
   <translation>見分けられません</translation>
  </message>
  <message>
   <source>sure by its heading</source>
   <translation>見出しから確か</translation>
  </message>
 </context>
 <context>
  <name>ConsentCard</name>
  <message>
   <source>Did these people agree to offers by SMS?</source>
   <translation>この方々は SMS のお知らせに同意していますか？</translation>
  </message>
  <message>
   <source>In these words</source>
   <translation>同意の文言</translation>
  </message>
  <message>
   <source>No, or not known</source>
   <translation>いいえ・不明</translation>
  </message>
  <message>
   <source>Nobody gets offers until asked at the desk. No column of the list counts as consent.</source>
   <translation>店頭で一度うかがうまで、お知らせは送りません。リストの列は同意として使いません。</translation>
  </message>
  <message>
   <source>The words they agreed to</source>
   <translation>同意いただいた文言</translation>
  </message>
  <message>
   <source>These words and this import are kept as evidence with each number.</source>
   <translation>この文言と取り込みの記録が、番号ごとの証跡として残ります。</translation>
  </message>
  <message>
   <source>Yes, all of them</source>
   <translation>はい、全員</translation>
  </message>
 </context>
 <context>
  <name>ConsentSource</name>
  <message>
   <source>at the desk</source>
   <translation>店頭</translation>
  </message>
  <message>
   <source>by a STOP reply</source>
   <translation>停止の返信</translation>
  </message>
  <message>
   <source>by an undo</source>
   <translation>取り消しによる</translation>
  </message>
  <message>
   <source>noted by the shop</source>
   <translation>お店が記録</translation>
  </message>
  <message>
   <source>sample shop</source>
   <translation>サンプル</translation>
  </message>
  <message>
   <source>with an imported list</source>
   <translation>リストの取り込み</translation>
  </message>
 </context>
 <context>
  <name>ConsentStrip</name>
  <message>
   <source>Agreed to offers by SMS</source>
   <translation>SMS のお知らせに同意あり</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>やめる</translation>
  </message>
  <message>
   <source>Does not want offers</source>
   <translation>お知らせは不要</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>証跡</translation>
  </message>
  <message>
   <source>More about consent</source>
   <translation>同意のメニュー</translation>
  </message>
  <message>
   <source>No longer agrees to offers</source>
   <translation>お知らせの同意は取り下げ済み</translation>
  </message>
  <message>
   <source>No number that takes SMS</source>
   <translation>SMS を受けられる番号がありません</translation>
  </message>
  <message>
   <source>Not asked about offers yet</source>
   <translation>同意はまだうかがっていません</translation>
  </message>
  <message>
   <source>Note consent</source>
   <translation>同意を記録</translation>
  </message>
  <message>
   <source>Note consent …</source>
   <translation>同意を記録…</translation>
  </message>
  <message>
   <source>Opt out of all messages</source>
   <translation>すべての配信を停止</translation>
  </message>
  <message>
   <source>Opted out: no message leaves</source>
   <translation>配信停止：何も送りません</translation>
  </message>
  <message>
   <source>The words they agreed to</source>
   <translation>同意いただいた文言</translation>
  </message>
  <message>
   <source>Withdraw consent</source>
   <translation>同意を取り下げる</translation>
  </message>
 </context>
 <context>
  <name>ConsentWording</name>
  <message>
   <source>News and offers by SMS. Can be stopped at any time.</source>
   <translation>お店からのお知らせをSMSで受け取ることに同意します。いつでも停止できます。</translation>
  </message>
  <message>
   <source>News and offers from {shop} by SMS. Can be stopped at any time.</source>
   <translation>{shop}からのお知らせをSMSで受け取ることに同意します。いつでも停止できます。</translation>
  </message>
 </context>
 <context>
  <name>ContactLine</name>
  <message>
   <source>Remove: {field}</source>
   <translation>{field}を削除</translation>
  </message>
  <message>
   <source>Save: {field}</source>
   <translation>{field}を保存</translation>
  </message>
 </context>
 <context>
  <name>Contacts</name>
  <message>
   <source>Add a number</source>
   <translation>番号を追加</translation>
  </message>
  <message>
   <source>Add an e-mail address</source>
   <translation>メールを追加</translation>
  </message>
  <message>
   <source>Mobile</source>
   <translation>携帯</translation>
  </message>
  <message>
   <source>Not a usable number</source>
   <translation>使える番号ではありません</translation>
  </message>
  <message>
   <source>Takes no SMS</source>
   <translation>SMS は届きません</translation>
  </message>
 </context>
 <context>
  <name>CorrectPoints</name>
  <message>
   <source>Corrected by {amount}: {name}</source>
   <translation>{amount}を修正しました：{name}</translation>
  </message>
 </context>
 <context>
  <name>CorrectionCard</name>
  <message>
   <source>+50 or −50</source>
   <translation>+50 または −50</translation>
  </message>
  <message>
   <source>Correct</source>
   <translation>修正する</translation>
  </message>
  <message>
   <source>Correct points or stamps</source>
   <translation>ポイント・スタンプを修正</translation>
  </message>
  <message>
   <source>Write a whole number, like +50 or −50.</source>
   <translation>+50 や −50 のように整数で入力してください。</translation>
  </message>
 </context>
 <context>
  <name>Counts</name>
  <message numerus="yes">
   <source>%n number(s) get their 0 back</source>
   <translation>
    <numerusform>うち %n件は 0 を補います</numerusform>
   </translation>
  </message>
  <message>
   <source>New people</source>
   <translation>新しいお客様</translation>
  </message>
  <message>
   <source>No row is lost</source>
   <translation>失われる行はありません</translation>
  </message>
  <message>
   <source>Same number and same name or kana</source>
   <translation>電話番号とお名前が同じ方</translation>
  </message>
  <message>
   <source>to import</source>
   <translation>件を取り込む</translation>
  </message>
  <message>
   <source>to leave out</source>
   <translation>件を見送る</translation>
  </message>
  <message>
   <source>to merge</source>
   <translation>件をまとめる</translation>
  </message>
 </context>
 <context>
  <name>CustomerDelegate</name>
  <message>
   <source>(no name)</source>
   <translation>（お名前なし）</translation>
  </message>
  <message>
   <source>Sample</source>
   <translation>サンプル</translation>
  </message>
 </context>
 <context>
  <name>CustomerList</name>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>%n人</numerusform>
   </translation>
  </message>
  <message>
   <source>Add</source>
   <translation>追加</translation>
  </message>
  <message>
   <source>Add a customer</source>
   <translation>お客様を追加</translation>
  </message>
  <message>
   <source>Add this customer</source>
   <translation>このお客様を追加</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>顧客</translation>
  </message>
  <message>
   <source>Export as CSV …</source>
   <translation>CSV で書き出す…</translation>
  </message>
  <message>
   <source>Export as Excel …</source>
   <translation>Excel で書き出す…</translation>
  </message>
  <message>
   <source>Export as vCard …</source>
   <translation>vCard で書き出す…</translation>
  </message>
  <message>
   <source>Fill the sample shop</source>
   <translation>サンプルのお店を入れる</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>探す</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>取り込む</translation>
  </message>
  <message>
   <source>No one found</source>
   <translation>見つかりません</translation>
  </message>
  <message>
   <source>Print cards for everyone in this list …</source>
   <translation>この一覧の全員のカードを印刷…</translation>
  </message>
  <message>
   <source>Print the notice for the shop …</source>
   <translation>店頭の掲示を印刷…</translation>
  </message>
  <message>
   <source>Sort by day added</source>
   <translation>追加した順</translation>
  </message>
  <message>
   <source>Sort by last visit</source>
   <translation>最終来店の順</translation>
  </message>
  <message>
   <source>Sort by name</source>
   <translation>あいうえお順</translation>
  </message>
  <message>
   <source>Sort by spend</source>
   <translation>会計合計の順</translation>
  </message>
  <message>
   <source>Sort by visits</source>
   <translation>来店回数の順</translation>
  </message>
  <message>
   <source>Sort, export and more</source>
   <translation>並べ替え・書き出しなど</translation>
  </message>
  <message>
   <source>Try the last four digits, the kana, or fewer letters.</source>
   <translation>下4桁、かな、または短い言葉でお試しください。</translation>
  </message>
 </context>
 <context>
  <name>CustomerTable</name>
  <message>
   <source>Customers</source>
   <translation>顧客の一覧</translation>
  </message>
  <message>
   <source>Last visit</source>
   <translation>最終来店</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>お名前</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>電話</translation>
  </message>
  <message>
   <source>Points</source>
   <translation>ポイント</translation>
  </message>
  <message>
   <source>Spend</source>
   <translation>会計合計</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>段階</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>来店</translation>
  </message>
 </context>
 <context>
  <name>CustomersPage</name>
  <message numerus="yes">
   <source>%n sample people are gone</source>
   <translation>
    <numerusform>サンプルの%n人を消しました</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n sample people are here</source>
   <translation>
    <numerusform>サンプルの%n人を入れました</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Done</name>
  <message numerus="yes">
   <source>%n rows in all</source>
   <translation>
    <numerusform>全部で%n行</numerusform>
   </translation>
  </message>
  <message>
   <source>Left out: {why}</source>
   <translation>見送り：{why}</translation>
  </message>
  <message>
   <source>Taken back: {what}</source>
   <translation>取り消しました：{what}</translation>
  </message>
  <message>
   <source>Undo this import</source>
   <translation>この取り込みを取り消す</translation>
  </message>
  <message>
   <source>Worth a look when there is time</source>
   <translation>お時間のあるときにご確認ください</translation>
  </message>
 </context>
 <context>
  <name>EditForm</name>
  <message>
   <source>As the shop</source>
   <translation>お店と同じ</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>メール</translation>
  </message>
  <message>
   <source>Female</source>
   <translation>女性</translation>
  </message>
  <message>
   <source>Like 1990-04-23, 平成2年4月23日, or 4/23 without a year</source>
   <translation>例：1990-04-23、平成2年4月23日、年なしなら 4/23</translation>
  </message>
  <message>
   <source>Male</source>
   <translation>男性</translation>
  </message>
  <message>
   <source>No preference</source>
   <translation>指定なし</translation>
  </message>
  <message>
   <source>Not known</source>
   <translation>不明</translation>
  </message>
  <message>
   <source>Organisation</source>
   <translation>法人・団体</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>個人</translation>
  </message>
  <message>
   <source>Phone call</source>
   <translation>電話</translation>
  </message>
  <message>
   <source>SMS</source>
   <translation>SMS</translation>
  </message>
  <message>
   <source>Shown at the desk each time</source>
   <translation>受付で毎回表示されます</translation>
  </message>
 </context>
 <context>
  <name>EmptyRoom</name>
  <message>
   <source>A name or a number is enough. At the desk it takes ten seconds.</source>
   <translation>お名前か電話番号だけで始められます。受付なら10秒です。</translation>
  </message>
  <message>
   <source>Add a customer</source>
   <translation>お客様を追加</translation>
  </message>
  <message>
   <source>Bring your customers here</source>
   <translation>お客様をここへ</translation>
  </message>
  <message>
   <source>Choose a file …</source>
   <translation>ファイルを選ぶ…</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>顧客</translation>
  </message>
  <message>
   <source>Drop a list on this window: CSV or Excel, as your till or address book exports it.</source>
   <translation>レジや住所録から書き出した CSV か Excel を、この画面にドロップしてください。</translation>
  </message>
  <message>
   <source>Fill the sample shop</source>
   <translation>サンプルのお店を入れる</translation>
  </message>
  <message>
   <source>Just looking</source>
   <translation>まずは見てみる</translation>
  </message>
  <message>
   <source>One at a time</source>
   <translation>お一人ずつ</translation>
  </message>
  <message>
   <source>Sixty invented people with half a year of visits; one press removes them.</source>
   <translation>架空の60人と半年分の来店が入ります。ボタンひとつで消せます。</translation>
  </message>
  <message>
   <source>You see what will happen before anything is written, and can take it back afterwards.</source>
   <translation>書き込む前に結果を確かめられ、あとからまるごと元に戻せます。</translation>
  </message>
 </context>
 <context>
  <name>Export</name>
  <message numerus="yes">
   <source>%n customers written to {file}</source>
   <translation>
    <numerusform>%n人を {file} に書き出しました</numerusform>
   </translation>
  </message>
  <message>
   <source>CSV for Excel (*.csv)</source>
   <translation>Excel 用 CSV (*.csv)</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>やめる</translation>
  </message>
  <message>
   <source>Customers {day}</source>
   <translation>顧客一覧 {day}</translation>
  </message>
  <message>
   <source>Excel workbook (*.xlsx)</source>
   <translation>Excel ブック (*.xlsx)</translation>
  </message>
  <message>
   <source>Export all customers</source>
   <translation>すべての顧客を書き出す</translation>
  </message>
  <message>
   <source>Writing the file …</source>
   <translation>ファイルを書き出しています…</translation>
  </message>
  <message>
   <source>vCard for phones (*.vcf)</source>
   <translation>電話帳用 vCard (*.vcf)</translation>
  </message>
 </context>
 <context>
  <name>Field</name>
  <message>
   <source>Address</source>
   <translation>住所</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>金額</translation>
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
   <source>Customer</source>
   <translation>顧客</translation>
  </message>
  <message>
   <source>Day of visit</source>
   <translation>来店日</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>メール</translation>
  </message>
  <message>
   <source>Family name</source>
   <translation>姓</translation>
  </message>
  <message>
   <source>Family name in kana</source>
   <translation>姓（かな）</translation>
  </message>
  <message>
   <source>Given name</source>
   <translation>名</translation>
  </message>
  <message>
   <source>Given name in kana</source>
   <translation>名（かな）</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>点数</translation>
  </message>
  <message>
   <source>Kana</source>
   <translation>かな</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>言語</translation>
  </message>
  <message>
   <source>Member no.</source>
   <translation>会員番号</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>お名前</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>メモ</translation>
  </message>
  <message>
   <source>Person or organisation</source>
   <translation>個人・法人</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>電話</translation>
  </message>
  <message>
   <source>Pinned note</source>
   <translation>固定メモ</translation>
  </message>
  <message>
   <source>Postcode</source>
   <translation>郵便番号</translation>
  </message>
  <message>
   <source>Preferred way to reach them</source>
   <translation>ご希望の連絡方法</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>性別</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>タグ</translation>
  </message>
 </context>
 <context>
  <name>FileCard</name>
  <message>
   <source>Another file</source>
   <translation>別のファイル</translation>
  </message>
  <message>
   <source>Encoding</source>
   <translation>文字コード</translation>
  </message>
  <message>
   <source>Find out</source>
   <translation>自動</translation>
  </message>
  <message>
   <source>{encoding} (found)</source>
   <translation>自動：{encoding}</translation>
  </message>
  <message>
   <source>{rows} rows, {columns} columns</source>
   <translation>{rows}行・{columns}列</translation>
  </message>
 </context>
 <context>
  <name>Friends</name>
  <message numerus="yes">
   <source>%n came</source>
   <translation>
    <numerusform>うち来店 %n人</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n friend(s) brought</source>
   <translation>
    <numerusform>ご紹介 %n人</numerusform>
   </translation>
  </message>
  <message>
   <source>At a friend's first purchase: {what}</source>
   <translation>お友達の初回のお会計で：{what}</translation>
  </message>
  <message>
   <source>Brought by</source>
   <translation>ご紹介者</translation>
  </message>
  <message>
   <source>Brought by {name}</source>
   <translation>ご紹介者：{name}</translation>
  </message>
  <message>
   <source>Make a code for friends</source>
   <translation>紹介コードを作る</translation>
  </message>
  <message>
   <source>No rule gives anything for friends yet.</source>
   <translation>ご紹介の特典はまだ決められていません。</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>記録</translation>
  </message>
  <message>
   <source>QR code for friends: {code}</source>
   <translation>紹介用のQRコード：{code}</translation>
  </message>
  <message>
   <source>{own} credit for them, {friend} for the friend</source>
   <translation>ご本人に{own}クレジット、お友達に{friend}クレジット</translation>
  </message>
  <message>
   <source>{own} pt for them, {friend} pt for the friend</source>
   <translation>ご本人に{own} pt、お友達に{friend} pt</translation>
  </message>
  <message>
   <source>{own} stamps for them, {friend} for the friend</source>
   <translation>ご本人にスタンプ{own}個、お友達に{friend}個</translation>
  </message>
 </context>
 <context>
  <name>ImportColumn</name>
  <message>
   <source>Left out</source>
   <translation>取り込まない</translation>
  </message>
 </context>
 <context>
  <name>ImportEncoding</name>
  <message>
   <source>EUC-JP</source>
   <translation>EUC-JP</translation>
  </message>
  <message>
   <source>Excel workbook</source>
   <translation>Excel ブック</translation>
  </message>
  <message>
   <source>JIS (ISO-2022-JP)</source>
   <translation>JIS（ISO-2022-JP）</translation>
  </message>
  <message>
   <source>Shift_JIS (Excel)</source>
   <translation>Shift_JIS（Excel）</translation>
  </message>
  <message>
   <source>UTF-16</source>
   <translation>UTF-16</translation>
  </message>
  <message>
   <source>UTF-8</source>
   <translation>UTF-8</translation>
  </message>
  <message>
   <source>UTF-8 (Excel)</source>
   <translation>UTF-8（Excel）</translation>
  </message>
  <message>
   <source>Western Windows</source>
   <translation>欧文 Windows</translation>
  </message>
 </context>
 <context>
  <name>ImportFinding</name>
  <message>
   <source>0 put back</source>
   <translation>0 を補う</translation>
  </message>
  <message>
   <source>Birthday can't be read: left empty</source>
   <translation>誕生日が読めません。空にします</translation>
  </message>
  <message>
   <source>Birthday could be several days: left empty</source>
   <translation>誕生日が一つに決まりません。空にします</translation>
  </message>
  <message>
   <source>Birthday lies outside its era: kept</source>
   <translation>元号の期間と合わない誕生日。そのまま残します</translation>
  </message>
  <message>
   <source>Differs from what is known: the known value stays</source>
   <translation>登録済みの内容と違います。登録済みを残します</translation>
  </message>
  <message>
   <source>Landline: no SMS</source>
   <translation>固定電話・SMS は送れません</translation>
  </message>
  <message>
   <source>No usable number: no SMS</source>
   <translation>使える番号なし・SMS は送れません</translation>
  </message>
  <message>
   <source>Not a day: row left out</source>
   <translation>日付ではありません。見送ります</translation>
  </message>
  <message>
   <source>Day could be several: row left out</source>
   <translation>日付が何通りにも読めます。見送ります</translation>
  </message>
  <message>
   <source>Time can't be read: kept without it</source>
   <translation>時刻が読めません。時刻なしで取り込みます</translation>
  </message>
  <message>
   <source>Words beside the number: kept in the notes</source>
   <translation>番号のほかの言葉はメモに残します</translation>
  </message>
  <message>
   <source>Not an amount: left out</source>
   <translation>金額ではありません。空にします</translation>
  </message>
  <message>
   <source>Not an e-mail address: left out</source>
   <translation>メールアドレスではありません。空にします</translation>
  </message>
  <message>
   <source>Unusual number: kept, please check</source>
   <translation>見慣れない番号。残すのでご確認を</translation>
  </message>
 </context>
 <context>
  <name>ImportHeader</name>
  <message>
   <source>Bring customers in</source>
   <translation>お客様を取り込む</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>確認</translation>
  </message>
  <message>
   <source>File</source>
   <translation>ファイル</translation>
  </message>
  <message>
   <source>In the list</source>
   <translation>取り込み</translation>
  </message>
 </context>
 <context>
  <name>ImportOutcome</name>
  <message numerus="yes">
   <source>%n imported</source>
   <translation>
    <numerusform>%n件を取り込みました</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n left out</source>
   <translation>
    <numerusform>%n件を見送りました</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n merged</source>
   <translation>
    <numerusform>%n件をまとめました</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ImportPage</name>
  <message>
   <source>Bringing in {file} …</source>
   <translation>{file} を取り込んでいます…</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>取り込む</translation>
  </message>
  <message>
   <source>Reading {file} …</source>
   <translation>{file} を読んでいます…</translation>
  </message>
  <message>
   <source>Taking the import back …</source>
   <translation>取り込みを取り消しています…</translation>
  </message>
 </context>
 <context>
  <name>ImportPromise</name>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message numerus="yes">
   <source>import %n</source>
   <translation>
    <numerusform>%n件を取り込み</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>leave out %n</source>
   <translation>
    <numerusform>%n件を見送る</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>merge %n</source>
   <translation>
    <numerusform>%n件をまとめ</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ImportReason</name>
  <message numerus="yes">
   <source>%n: {why}</source>
   <translation>
    <numerusform>{why} %n件</numerusform>
   </translation>
  </message>
  <message>
   <source>no name and no usable number</source>
   <translation>お名前も使える番号もない行</translation>
  </message>
  <message>
   <source>no name or number</source>
   <translation>お名前も番号もない行</translation>
  </message>
  <message>
   <source>no readable day</source>
   <translation>日付が読めない行</translation>
  </message>
 </context>
 <context>
  <name>ImportRow</name>
  <message>
   <source>As it is</source>
   <translation>そのまま</translation>
  </message>
  <message>
   <source>Left out: {why}</source>
   <translation>見送り：{why}</translation>
  </message>
  <message>
   <source>Merged with the same person</source>
   <translation>同じ方とまとめます</translation>
  </message>
 </context>
 <context>
  <name>Joined</name>
  <message>
   <source> · </source>
   <translation> ・ </translation>
  </message>
 </context>
 <context>
  <name>KanaIndex</name>
  <message>
   <source>Jump to names that begin with</source>
   <translation>この音で始まるお名前へ</translation>
  </message>
 </context>
 <context>
  <name>MergeDialog</name>
  <message>
   <source>Born</source>
   <translation>生年月日</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>キャンセル</translation>
  </message>
  <message>
   <source>Has</source>
   <translation>残高</translation>
  </message>
  <message>
   <source>Kana</source>
   <translation>かな</translation>
  </message>
  <message>
   <source>Keep the left one</source>
   <translation>左を残す</translation>
  </message>
  <message>
   <source>Keep the right one</source>
   <translation>右を残す</translation>
  </message>
  <message>
   <source>Last visit</source>
   <translation>最終来店</translation>
  </message>
  <message>
   <source>Member no.</source>
   <translation>会員番号</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>統合する</translation>
  </message>
  <message>
   <source>Merge two customers</source>
   <translation>2人のお客様を統合</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名前</translation>
  </message>
  <message>
   <source>Numbers</source>
   <translation>番号</translation>
  </message>
  <message>
   <source>Spent</source>
   <translation>累計</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>タグ</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>来店回数</translation>
  </message>
  <message>
   <source>Visits, numbers, points, rewards and tags of both come together in one. You can undo it afterwards.</source>
   <translation>来店、番号、ポイント、特典、タグが1人にまとまります。あとで取り消せます。</translation>
  </message>
  <message>
   <source>Who stays</source>
   <translation>残すお客様</translation>
  </message>
 </context>
 <context>
  <name>Merging</name>
  <message>
   <source>Both had a bonus: {what}. Take the second one back?</source>
   <translation>ボーナスが両方に付いています：{what}。2つ目を取り消しますか？</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>取り消す</translation>
  </message>
  <message>
   <source>Taken back: {what}</source>
   <translation>取り消しました：{what}</translation>
  </message>
  <message>
   <source>Two customers are one now: {name}</source>
   <translation>お客様を統合しました：{name}</translation>
  </message>
  <message>
   <source>for a mission</source>
   <translation>（ミッション）</translation>
  </message>
  <message>
   <source>for a survey</source>
   <translation>（アンケート）</translation>
  </message>
  <message>
   <source>for signing up</source>
   <translation>（入会）</translation>
  </message>
  <message>
   <source>for the birthday</source>
   <translation>（誕生日）</translation>
  </message>
 </context>
 <context>
  <name>PaperCard</name>
  <message>
   <source>&amp;How many</source>
   <translation>個数</translation>
  </message>
  <message>
   <source>&amp;Kind</source>
   <translation>種類</translation>
  </message>
  <message>
   <source>&amp;Note</source>
   <translation>メモ</translation>
  </message>
  <message>
   <source>Bring over</source>
   <translation>引き継ぐ</translation>
  </message>
  <message>
   <source>Bring over a paper card</source>
   <translation>紙のカードから引き継ぐ</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>やめる</translation>
  </message>
  <message>
   <source>Paper card, seen at the desk</source>
   <translation>紙のカードを受付で確認</translation>
  </message>
  <message>
   <source>Write a whole number, like 3.</source>
   <translation>3のように整数で入力してください。</translation>
  </message>
  <message>
   <source>Write why; it stays on the customer's card.</source>
   <translation>理由を入力してください。お客様の記録に残ります。</translation>
  </message>
 </context>
 <context>
  <name>PersonHead</name>
  <message numerus="yes">
   <source>%n visit(s)</source>
   <translation>
    <numerusform>%n回</numerusform>
   </translation>
  </message>
  <message>
   <source>(no name)</source>
   <translation>（お名前なし）</translation>
  </message>
  <message>
   <source>Add a tag</source>
   <translation>タグを追加</translation>
  </message>
  <message>
   <source>Born {day}</source>
   <translation>{day}生まれ</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>閉じる</translation>
  </message>
  <message>
   <source>Member {number}</source>
   <translation>会員 {number}</translation>
  </message>
  <message>
   <source>More for this person</source>
   <translation>このお客様のメニュー</translation>
  </message>
  <message>
   <source>New tag</source>
   <translation>新しいタグ</translation>
  </message>
  <message>
   <source>Pinned note</source>
   <translation>固定メモ</translation>
  </message>
  <message>
   <source>Press Delete to take this tag away</source>
   <translation>Delete キーで外せます</translation>
  </message>
  <message>
   <source>Print cards and statement</source>
   <translation>カードと明細を印刷</translation>
  </message>
  <message>
   <source>Sample</source>
   <translation>サンプル</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>タグ</translation>
  </message>
  <message>
   <source>Total spend</source>
   <translation>会計合計</translation>
  </message>
  <message>
   <source>Usual gap</source>
   <translation>いつもの間隔</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>来店</translation>
  </message>
 </context>
 <context>
  <name>PersonMenu</name>
  <message>
   <source>Give a bonus</source>
   <translation>ボーナスを付ける</translation>
  </message>
  <message>
   <source>Mission done</source>
   <translation>ミッション達成</translation>
  </message>
  <message>
   <source>Survey answered</source>
   <translation>アンケート回答</translation>
  </message>
  <message>
   <source>given</source>
   <translation>付与済み</translation>
  </message>
 </context>
 <context>
  <name>PersonPane</name>
  <message>
   <source>About them</source>
   <translation>お客様について</translation>
  </message>
  <message>
   <source>About this person</source>
   <translation>このお客様について</translation>
  </message>
  <message>
   <source>Bonus for “{mission}”: {name}</source>
   <translation>「{mission}」のボーナスを付けました：{name}</translation>
  </message>
  <message>
   <source>Bring over a paper card …</source>
   <translation>紙のカードから引き継ぐ…</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>カード</translation>
  </message>
  <message>
   <source>Consent</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>Consent noted: {name}</source>
   <translation>同意を記録しました：{name}</translation>
  </message>
  <message>
   <source>Correct points or stamps …</source>
   <translation>ポイント・スタンプを修正…</translation>
  </message>
  <message>
   <source>Delete this customer</source>
   <translation>このお客様を削除</translation>
  </message>
  <message>
   <source>Deleted: {name}</source>
   <translation>削除しました：{name}</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>情報</translation>
  </message>
  <message>
   <source>Edit details</source>
   <translation>情報を直す</translation>
  </message>
  <message>
   <source>Friends</source>
   <translation>ご紹介</translation>
  </message>
  <message>
   <source>How to reach them</source>
   <translation>ご連絡先</translation>
  </message>
  <message>
   <source>No longer agrees to offers: {name}</source>
   <translation>同意を取り下げました：{name}</translation>
  </message>
  <message>
   <source>Number or address removed: {name}</source>
   <translation>連絡先を削除しました：{name}</translation>
  </message>
  <message>
   <source>Open at the desk</source>
   <translation>受付で開く</translation>
  </message>
  <message>
   <source>Opted out of all messages: {name}</source>
   <translation>配信を停止しました：{name}</translation>
  </message>
  <message>
   <source>Print cards and statement …</source>
   <translation>カードと明細を印刷…</translation>
  </message>
  <message>
   <source>Saved: {name}</source>
   <translation>保存しました：{name}</translation>
  </message>
  <message>
   <source>So far</source>
   <translation>これまで</translation>
  </message>
  <message>
   <source>Tag “{tag}” taken away</source>
   <translation>タグ「{tag}」を外しました</translation>
  </message>
  <message>
   <source>Tagged “{tag}”</source>
   <translation>タグ「{tag}」を付けました</translation>
  </message>
 </context>
 <context>
  <name>Preview</name>
  <message>
   <source>First rows of the file</source>
   <translation>ファイルのはじめの行</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>見つかったこと</translation>
  </message>
  <message>
   <source>What was found in each row</source>
   <translation>各行で見つかったこと</translation>
  </message>
 </context>
 <context>
  <name>Printing</name>
  <message>
   <source>Copied. It fits one text message.</source>
   <translation>コピーしました。SMS1通に収まります。</translation>
  </message>
  <message>
   <source>Notice for the shop</source>
   <translation>店頭の掲示</translation>
  </message>
  <message numerus="yes">
   <source>Print cards for %n people</source>
   <translation>
    <numerusform>%n人分のカードを印刷</numerusform>
   </translation>
  </message>
  <message>
   <source>Print for this person</source>
   <translation>この方の印刷</translation>
  </message>
  <message>
   <source>Saved: {file}</source>
   <translation>保存しました：{file}</translation>
  </message>
  <message>
   <source>There is no rule to print yet: switch a stamp card or points on first.</source>
   <translation>印刷できる決まりがまだありません。先にスタンプカードかポイントを有効にしてください。</translation>
  </message>
 </context>
 <context>
  <name>Problems</name>
  <message>
   <source>All problems: {count}</source>
   <translation>すべて：{count}件</translation>
  </message>
  <message>
   <source>Column</source>
   <translation>列</translation>
  </message>
  <message>
   <source>Problems of the file</source>
   <translation>ファイルの気になる点</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>行</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>表示</translation>
  </message>
  <message>
   <source>Show only</source>
   <translation>しぼり込み</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>見つかったこと</translation>
  </message>
 </context>
 <context>
  <name>Progress</name>
  <message>
   <source>Cancel</source>
   <translation>やめる</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>進み具合</translation>
  </message>
  <message>
   <source>{done} of {total} rows</source>
   <translation>{total}行のうち{done}行</translation>
  </message>
  <message>
   <source>{time} left</source>
   <translation>残り{time}</translation>
  </message>
 </context>
 <context>
  <name>Referring</name>
  <message>
   <source>Noted who brought {name}</source>
   <translation>ご紹介者を記録しました：{name}</translation>
  </message>
 </context>
 <context>
  <name>Refunding</name>
  <message>
   <source>Refund: {who}, {day}</source>
   <translation>返金：{who}、{day}</translation>
  </message>
  <message>
   <source>{money} given back</source>
   <translation>{money}を返金しました</translation>
  </message>
 </context>
 <context>
  <name>SampleBanner</name>
  <message numerus="yes">
   <source>%n people are samples. Messages to them stay on this PC.</source>
   <translation>
    <numerusform>%n人はサンプルです。配信はこのパソコンの外に出ません。</numerusform>
   </translation>
  </message>
  <message>
   <source>Remove the sample shop</source>
   <translation>サンプルのお店を消す</translation>
  </message>
 </context>
 <context>
  <name>SaveBar</name>
  <message>
   <source>Discard</source>
   <translation>元に戻す</translation>
  </message>
  <message>
   <source>Not saved</source>
   <translation>未保存</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>変更を保存</translation>
  </message>
 </context>
 <context>
  <name>SelectionBar</name>
  <message numerus="yes">
   <source>%n people selected</source>
   <translation>
    <numerusform>%n人を選択</numerusform>
   </translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>選択を解除</translation>
  </message>
  <message>
   <source>Merge these two …</source>
   <translation>この2人を統合…</translation>
  </message>
  <message>
   <source>Print their cards</source>
   <translation>この人たちのカードを印刷</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>タグを付ける</translation>
  </message>
  <message>
   <source>Tag for the selected people</source>
   <translation>選択した方のタグ</translation>
  </message>
  <message>
   <source>Untag</source>
   <translation>外す</translation>
  </message>
 </context>
 <context>
  <name>SidePane</name>
  <message>
   <source>Choose a customer</source>
   <translation>お客様を選んでください</translation>
  </message>
  <message>
   <source>Their visits, messages and details will stand here.</source>
   <translation>来店、配信、情報がここに並びます。</translation>
  </message>
 </context>
 <context>
  <name>Stage</name>
  <message>
   <source>Due</source>
   <translation>そろそろ</translation>
  </message>
  <message>
   <source>Inactive</source>
   <translation>足が遠のいた</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>離れた</translation>
  </message>
  <message>
   <source>New</source>
   <translation>新規</translation>
  </message>
  <message>
   <source>Regular</source>
   <translation>常連</translation>
  </message>
 </context>
 <context>
  <name>TagField</name>
  <message>
   <source>Choose a tag</source>
   <translation>タグを選ぶ</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>タグ</translation>
  </message>
 </context>
 <context>
  <name>TagFilter</name>
  <message>
   <source>All</source>
   <translation>すべて</translation>
  </message>
  <message>
   <source>More tags</source>
   <translation>ほかのタグ</translation>
  </message>
  <message>
   <source>Show only</source>
   <translation>しぼり込み</translation>
  </message>
 </context>
 <context>
  <name>Timeline</name>
  <message numerus="yes">
   <source>%n punch(es)</source>
   <translation>
    <numerusform>スタンプ %n個</numerusform>
   </translation>
  </message>
  <message>
   <source>+{points} pt</source>
   <translation>＋{points} pt</translation>
  </message>
  <message>
   <source>A change was taken back</source>
   <translation>変更を取り消し</translation>
  </message>
  <message>
   <source>Added</source>
   <translation>登録</translation>
  </message>
  <message>
   <source>Added with the sample shop</source>
   <translation>サンプルとして登録</translation>
  </message>
  <message>
   <source>Agreed to offers</source>
   <translation>お知らせに同意</translation>
  </message>
  <message>
   <source>Birthday bonus</source>
   <translation>誕生日ボーナス</translation>
  </message>
  <message>
   <source>Bonus</source>
   <translation>ボーナス</translation>
  </message>
  <message>
   <source>Brought a friend, or was brought</source>
   <translation>お友達の紹介</translation>
  </message>
  <message>
   <source>Brought over</source>
   <translation>引き継ぎ</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>変更</translation>
  </message>
  <message>
   <source>Changed: {fields}</source>
   <translation>変更：{fields}</translation>
  </message>
  <message>
   <source>Corrected by hand</source>
   <translation>手動で修正</translation>
  </message>
  <message>
   <source>Deleted</source>
   <translation>削除</translation>
  </message>
  <message>
   <source>Details changed</source>
   <translation>情報を変更</translation>
  </message>
  <message>
   <source>Filled in by an import</source>
   <translation>取り込みで補完</translation>
  </message>
  <message>
   <source>Merged with another entry of this person</source>
   <translation>同じお客様の登録と統合</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>配信</translation>
  </message>
  <message>
   <source>Message being sent</source>
   <translation>配信を送信中</translation>
  </message>
  <message>
   <source>Message cancelled</source>
   <translation>配信を取りやめ</translation>
  </message>
  <message>
   <source>Message delivered</source>
   <translation>配信が届きました</translation>
  </message>
  <message>
   <source>Message handed over</source>
   <translation>配信を受け付けました</translation>
  </message>
  <message>
   <source>Message kept in the practice outbox</source>
   <translation>練習用送信箱に保存</translation>
  </message>
  <message>
   <source>Message no longer in time</source>
   <translation>配信の期限切れ</translation>
  </message>
  <message>
   <source>Message refused</source>
   <translation>配信は拒否されました</translation>
  </message>
  <message>
   <source>Message sent</source>
   <translation>配信を送信</translation>
  </message>
  <message>
   <source>Message stopped: opted out</source>
   <translation>配信停止のため送らず</translation>
  </message>
  <message>
   <source>Message waiting to be sent</source>
   <translation>配信待ち</translation>
  </message>
  <message>
   <source>Message: not known whether it was sent</source>
   <translation>配信：送れたか確認中</translation>
  </message>
  <message>
   <source>Message: waits for your decision</source>
   <translation>配信：ご判断待ち</translation>
  </message>
  <message>
   <source>Money given back</source>
   <translation>返金</translation>
  </message>
  <message>
   <source>No longer agrees to offers</source>
   <translation>お知らせの同意を取り下げ</translation>
  </message>
  <message>
   <source>Number or address added</source>
   <translation>連絡先を追加</translation>
  </message>
  <message>
   <source>Number or address corrected</source>
   <translation>連絡先を訂正</translation>
  </message>
  <message>
   <source>Number or address removed</source>
   <translation>連絡先を削除</translation>
  </message>
  <message>
   <source>Opt-out</source>
   <translation>配信停止</translation>
  </message>
  <message>
   <source>Redeemed</source>
   <translation>特典を利用</translation>
  </message>
  <message>
   <source>Removed with the sample shop</source>
   <translation>サンプルとともに削除</translation>
  </message>
  <message>
   <source>Tag “{tag}” taken away</source>
   <translation>タグ「{tag}」を外しました</translation>
  </message>
  <message>
   <source>Tagged “{tag}”</source>
   <translation>タグ「{tag}」を追加</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>来店</translation>
  </message>
 </context>
 <context>
  <name>TimelineView</name>
  <message>
   <source>Nobody has asked yet. What this person agrees to will stand here.</source>
   <translation>まだうかがっていません。同意いただいた内容がここに残ります。</translation>
  </message>
  <message>
   <source>Nothing yet. Visits, messages and changes will stand here.</source>
   <translation>まだ何もありません。来店、配信、変更がここに並びます。</translation>
  </message>
  <message>
   <source>Refund</source>
   <translation>返金</translation>
  </message>
  <message>
   <source>Refund: {what}</source>
   <translation>返金：{what}</translation>
  </message>
  <message>
   <source>Show earlier</source>
   <translation>以前の記録を見る</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>取り消す</translation>
  </message>
  <message>
   <source>Undo: {what}</source>
   <translation>取り消す：{what}</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>これまでの記録</translation>
  </message>
  <message>
   <source>Why: {what}</source>
   <translation>理由：{what}</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>なぜ？</translation>
  </message>
 </context>
 <context>
  <name>PhotoPlace</name>
  <message>
   <source>Add a photo of the card</source>
   <translation>カードの写真を付ける</translation>
  </message>
  <message>
   <source>Without the photo</source>
   <translation>写真を付けない</translation>
  </message>
  <message>
   <source>Photo of the paper card</source>
   <translation>紙のカードの写真</translation>
  </message>
  <message>
   <source>Pictures ({kinds})</source>
   <translation>画像 ({kinds})</translation>
  </message>
  <message>
   <source>This picture can't be read. Choose a JPEG or PNG.</source>
   <translation>この画像は読めません。JPEGかPNGを選んでください。</translation>
  </message>
 </context>
</TS>
