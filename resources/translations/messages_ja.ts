<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
 <context>
  <name>ActionBar</name>
  <message numerus="yes">
   <source>%n part(s)</source>
   <translation>
    <numerusform>%n通</numerusform>
   </translation>
  </message>
  <message>
   <source>Practice outbox: nothing leaves this PC</source>
   <translation>練習用送信箱に入ります。外へは出ません</translation>
  </message>
  <message>
   <source>Really sent, through Twilio</source>
   <translation>Twilioで本当に送ります</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>送る</translation>
  </message>
  <message numerus="yes">
   <source>Send to %n people</source>
   <translation>
    <numerusform>%n人に送る</numerusform>
   </translation>
  </message>
  <message>
   <source>Test to myself</source>
   <translation>自分にテスト</translation>
  </message>
  <message>
   <source>You can stop it while it is being sent</source>
   <translation>送っている間は止められます</translation>
  </message>
  <message>
   <source>{send} ({cost})</source>
   <translation>{send}（{cost}）</translation>
  </message>
 </context>
 <context>
  <name>AudienceCard</name>
  <message numerus="yes">
   <source>%n left out</source>
   <translation>
    <numerusform>除外 %n人</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people will get it</source>
   <translation>
    <numerusform>%n人に届きます</numerusform>
   </translation>
  </message>
  <message>
   <source>Everyone</source>
   <translation>全員</translation>
  </message>
  <message>
   <source>No name</source>
   <translation>お名前なし</translation>
  </message>
  <message>
   <source>To</source>
   <translation>宛先</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>ほか%n人</numerusform>
   </translation>
  </message>
  <message>
   <source>of {all}</source>
   <translation>{all}人のうち</translation>
  </message>
 </context>
 <context>
  <name>CampaignRow</name>
  <message numerus="yes">
   <source>{arrived} of %n delivered</source>
   <translation>
    <numerusform>%n人中 {arrived}人に届きました</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Compliance</name>
  <message>
   <source>Add the opt-out line</source>
   <translation>停止の案内を入れる</translation>
  </message>
  <message>
   <source>Add the shop's name</source>
   <translation>店名を入れる</translation>
  </message>
  <message>
   <source>Name the shop in the settings</source>
   <translation>設定で店名を入れる</translation>
  </message>
  <message>
   <source>Only about a visit, a booking or an order: no offer in it</source>
   <translation>来店・予約・ご注文の連絡だけです。ご案内は入れません</translation>
  </message>
  <message>
   <source>Says how to stop</source>
   <translation>停止の案内</translation>
  </message>
  <message>
   <source>Says who writes</source>
   <translation>店名</translation>
  </message>
 </context>
 <context>
  <name>ComposeView</name>
  <message>
   <source>Counting…</source>
   <translation>数えています…</translation>
  </message>
  <message>
   <source>Kept as “{name}”</source>
   <translation>「{name}」として保存しました</translation>
  </message>
  <message>
   <source>New message</source>
   <translation>新しい配信</translation>
  </message>
  <message>
   <source>Opening the shop…</source>
   <translation>開いています…</translation>
  </message>
  <message>
   <source>“{name}” is removed; its text is still here</source>
   <translation>「{name}」を外しました。文はここに残っています</translation>
  </message>
 </context>
 <context>
  <name>EditorCard</name>
  <message>
   <source>Insert</source>
   <translation>差し込み</translation>
  </message>
  <message>
   <source>Insert {what}</source>
   <translation>{what}を差し込む</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>種類</translation>
  </message>
  <message>
   <source>Remove the template</source>
   <translation>文面を外す</translation>
  </message>
  <message>
   <source>Save as template</source>
   <translation>文面として保存</translation>
  </message>
  <message>
   <source>Text of the message</source>
   <translation>メッセージの文</translation>
  </message>
  <message>
   <source>Write the message, or take a template at the left.</source>
   <translation>ここに書くか、左の文面を選んでください。</translation>
  </message>
 </context>
 <context>
  <name>MessageTable</name>
  <message>
   <source>No name</source>
   <translation>お名前なし</translation>
  </message>
  <message>
   <source>Parts</source>
   <translation>通数</translation>
  </message>
  <message>
   <source>People</source>
   <translation>送った方</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>お客様</translation>
  </message>
  <message>
   <source>What became of it</source>
   <translation>結果</translation>
  </message>
  <message>
   <source>When</source>
   <translation>日時</translation>
  </message>
 </context>
 <context>
  <name>MessagesPage</name>
  <message>
   <source>Compose</source>
   <translation>作成</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>下書き</translation>
  </message>
  <message>
   <source>Messages</source>
   <translation>配信</translation>
  </message>
  <message>
   <source>On their phone</source>
   <translation>届く画面</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>送信済み</translation>
  </message>
  <message>
   <source>View</source>
   <translation>表示</translation>
  </message>
 </context>
 <context>
  <name>MeterCard</name>
  <message numerus="yes">
   <source>%n in Unicode</source>
   <translation>
    <numerusform>%n人はUnicode</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n part(s)</source>
   <translation>
    <numerusform>%n通</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>%n人</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n share a phone: one text is enough</source>
   <translation>
    <numerusform>電話が同じ%n人には1通だけ送ります</numerusform>
   </translation>
  </message>
  <message>
   <source>Encoding</source>
   <translation>文字コード</translation>
  </message>
  <message>
   <source>Japanese</source>
   <translation>日本語</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>文字数</translation>
  </message>
  <message>
   <source>Longest text</source>
   <translation>いちばん長い方</translation>
  </message>
  <message>
   <source>Parts in all</source>
   <translation>通数</translation>
  </message>
  <message>
   <source>People by parts</source>
   <translation>通数ごとの人数</translation>
  </message>
  <message>
   <source>Plain</source>
   <translation>英数字</translation>
  </message>
  <message>
   <source>Unicode</source>
   <translation>Unicode</translation>
  </message>
  <message>
   <source>Unicode because of {characters}</source>
   <translation>Unicodeになる文字：{characters}</translation>
  </message>
  <message>
   <source>characters</source>
   <translation>字</translation>
  </message>
  <message>
   <source>depends on names and points</source>
   <translation>お名前とポイントの長さで分かれます</translation>
  </message>
  <message>
   <source>part</source>
   <translation>通</translation>
  </message>
  <message>
   <source>parts</source>
   <translation>通</translation>
  </message>
  <message>
   <source>{room} a part</source>
   <translation>{room}字で1通</translation>
  </message>
 </context>
 <context>
  <name>PhonePanel</name>
  <message>
   <source>Hardest first</source>
   <translation>長い順に確認</translation>
  </message>
  <message>
   <source>Next person</source>
   <translation>次の人</translation>
  </message>
  <message>
   <source>No name</source>
   <translation>お名前なし</translation>
  </message>
  <message>
   <source>On their phone</source>
   <translation>届く画面</translation>
  </message>
  <message>
   <source>Person before</source>
   <translation>前の人</translation>
  </message>
  <message>
   <source>Text as it arrives</source>
   <translation>届く文</translation>
  </message>
  <message>
   <source>What you write appears here, as it arrives.</source>
   <translation>書いた文が、届くとおりに出ます。</translation>
  </message>
  <message>
   <source>{at} of {all}</source>
   <translation>{at}/{all}</translation>
  </message>
  <message numerus="yes">
   <source>{units} characters · %n part(s)</source>
   <translation>
    <numerusform>{units}字 ・ %n通</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Placeholders</name>
  <message>
   <source>First name</source>
   <translation>名</translation>
  </message>
  <message>
   <source>Full name</source>
   <translation>お名前</translation>
  </message>
  <message>
   <source>Last name</source>
   <translation>姓</translation>
  </message>
  <message>
   <source>Last visit</source>
   <translation>前回の来店日</translation>
  </message>
  <message>
   <source>Points</source>
   <translation>ポイント</translation>
  </message>
  <message>
   <source>Punches</source>
   <translation>スタンプ</translation>
  </message>
  <message>
   <source>Punches to go</source>
   <translation>あとスタンプ</translation>
  </message>
  <message>
   <source>Shop name</source>
   <translation>店名</translation>
  </message>
 </context>
 <context>
  <name>PurposeField</name>
  <message>
   <source>Offer</source>
   <translation>ご案内</translation>
  </message>
  <message>
   <source>Service message</source>
   <translation>用件の連絡</translation>
  </message>
  <message>
   <source>What kind of message</source>
   <translation>配信の種類</translation>
  </message>
 </context>
 <context>
  <name>Reasons</name>
  <message>
   <source>Add the opt-out line first</source>
   <translation>先に停止の案内を入れてください</translation>
  </message>
  <message>
   <source>Add the shop's name first</source>
   <translation>先に店名を入れてください</translation>
  </message>
  <message>
   <source>Choose offer or service first</source>
   <translation>先に種類を選んでください</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>会社</translation>
  </message>
  <message>
   <source>Dead number</source>
   <translation>使われていない番号</translation>
  </message>
  <message>
   <source>Invented people get nothing through a real service.</source>
   <translation>架空のお客様には、本当のサービスでは送りません。</translation>
  </message>
  <message>
   <source>Latin letters</source>
   <translation>英字のお名前</translation>
  </message>
  <message>
   <source>Longest text</source>
   <translation>いちばん長い方</translation>
  </message>
  <message>
   <source>Mend “{placeholder}” first</source>
   <translation>「{placeholder}」を直してください</translation>
  </message>
  <message>
   <source>No consent</source>
   <translation>同意なし</translation>
  </message>
  <message>
   <source>No mobile</source>
   <translation>携帯番号なし</translation>
  </message>
  <message>
   <source>No name</source>
   <translation>お名前なし</translation>
  </message>
  <message>
   <source>No number</source>
   <translation>番号なし</translation>
  </message>
  <message>
   <source>No one would get it</source>
   <translation>届く方がいません</translation>
  </message>
  <message>
   <source>Opted out</source>
   <translation>配信停止</translation>
  </message>
  <message>
   <source>Rare character</source>
   <translation>環境依存文字</translation>
  </message>
  <message>
   <source>Sample people</source>
   <translation>練習用の方</translation>
  </message>
  <message>
   <source>Shared phone</source>
   <translation>同じ電話</translation>
  </message>
  <message>
   <source>Shorten it: {parts} parts</source>
   <translation>{parts}通あります。短くしてください</translation>
  </message>
  <message>
   <source>The same text goes to a phone once.</source>
   <translation>同じ文は、1つの電話に1通だけ送ります。</translation>
  </message>
  <message>
   <source>The service said that the number does not exist.</source>
   <translation>この番号は使われていないと、サービスから返事がありました。</translation>
  </message>
  <message>
   <source>Their number is a fixed line.</source>
   <translation>固定電話の番号です。</translation>
  </message>
  <message>
   <source>There is no number to send to.</source>
   <translation>送り先の番号がありません。</translation>
  </message>
  <message>
   <source>They never agreed and never came: writing to them is not allowed.</source>
   <translation>同意も来店もまだない方です。送ることはできません。</translation>
  </message>
  <message>
   <source>They said stop.</source>
   <translation>停止のお申し出がありました。</translation>
  </message>
  <message>
   <source>Write a text first</source>
   <translation>先に文を書いてください</translation>
  </message>
 </context>
 <context>
  <name>RunStrip</name>
  <message numerus="yes">
   <source>%n delivered</source>
   <translation>
    <numerusform>%n通が届きました</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n message(s) still wait.</source>
   <translation>
    <numerusform>%n通が待っています。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n message(s) wait in the outbox.</source>
   <translation>
    <numerusform>%n通が送信箱で待っています。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n opted out</source>
   <translation>
    <numerusform>%n人は配信停止</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n rejected</source>
   <translation>
    <numerusform>%n通は断られました</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n sent</source>
   <translation>
    <numerusform>%n通を送りました</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n too late</source>
   <translation>
    <numerusform>%n通は時間切れ</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n unknown: look below.</source>
   <translation>
    <numerusform>%n通は不明です。下を見てください。</numerusform>
   </translation>
  </message>
  <message>
   <source>Messages sent</source>
   <translation>送った数</translation>
  </message>
  <message>
   <source>Send the rest</source>
   <translation>残りを送る</translation>
  </message>
  <message>
   <source>Sending broke off.</source>
   <translation>送信が途切れました。</translation>
  </message>
  <message>
   <source>Sending…</source>
   <translation>送っています…</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>止める</translation>
  </message>
  <message numerus="yes">
   <source>Stopped. %n message(s) wait; they would go at the next start.</source>
   <translation>
    <numerusform>止めました。待っている%n通は、次にアプリを開くと送られます。</numerusform>
   </translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>止めています…</translation>
  </message>
  <message>
   <source>{done} of {all} sent</source>
   <translation>{all}通中 {done}通を送りました</translation>
  </message>
  <message>
   <source>{time} left</source>
   <translation>あと{time}</translation>
  </message>
 </context>
 <context>
  <name>SaveRow</name>
  <message>
   <source>Cancel</source>
   <translation>やめる</translation>
  </message>
  <message>
   <source>Name of the &amp;template</source>
   <translation>文面の名前</translation>
  </message>
  <message>
   <source>Name of the template</source>
   <translation>文面の名前</translation>
  </message>
  <message>
   <source>Save the template</source>
   <translation>文面を保存</translation>
  </message>
 </context>
 <context>
  <name>SelfTest</name>
  <message>
   <source>Send them or call them off first, under “Sent”.</source>
   <translation>先に「送信済み」で送るか、やめてください。</translation>
  </message>
  <message>
   <source>Stopped messages are waiting, and a test would send them too.</source>
   <translation>止めたメッセージが待っていて、テストと一緒に送られてしまいます。</translation>
  </message>
 </context>
 <context>
  <name>SentView</name>
  <message numerus="yes">
   <source>%n message(s) called off</source>
   <translation>
    <numerusform>%n通を取りやめました</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Call off %n waiting</source>
   <translation>
    <numerusform>待っている%n通をやめる</numerusform>
   </translation>
  </message>
  <message>
   <source>It arrived</source>
   <translation>届いた</translation>
  </message>
  <message>
   <source>Nobody knows whether it reached {name} ({phone}). Ask, then say so here.</source>
   <translation>{name} 様（{phone}）に届いたか分かりません。ご本人に確かめて、ここで教えてください。</translation>
  </message>
  <message>
   <source>Nothing has been sent yet</source>
   <translation>まだ何も送っていません</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>ご案内</translation>
  </message>
  <message>
   <source>Send again</source>
   <translation>もう一度送る</translation>
  </message>
  <message>
   <source>Service message</source>
   <translation>用件の連絡</translation>
  </message>
  <message>
   <source>What you send appears here, with what became of it for each person.</source>
   <translation>送ったものと、お一人ごとの結果がここに並びます。</translation>
  </message>
  <message>
   <source>Write a message</source>
   <translation>配信を作る</translation>
  </message>
 </context>
 <context>
  <name>StateText</name>
  <message>
   <source>Being sent</source>
   <translation>送信中</translation>
  </message>
  <message>
   <source>Called off</source>
   <translation>取りやめ</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>届きました</translation>
  </message>
  <message>
   <source>Held after a restore</source>
   <translation>復元のため保留</translation>
  </message>
  <message>
   <source>On its way</source>
   <translation>配送中</translation>
  </message>
  <message>
   <source>Opted out</source>
   <translation>配信停止</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>断られました</translation>
  </message>
  <message>
   <source>Taken by the service</source>
   <translation>サービスが受付</translation>
  </message>
  <message>
   <source>Too late</source>
   <translation>時間切れ</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>不明</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>待機中</translation>
  </message>
 </context>
 <context>
  <name>TemplateList</name>
  <message>
   <source>After a visit</source>
   <translation>ご来店のあと</translation>
  </message>
  <message>
   <source>Celebrate</source>
   <translation>お祝い</translation>
  </message>
  <message>
   <source>Come back</source>
   <translation>再来店</translation>
  </message>
  <message>
   <source>Notices</source>
   <translation>お知らせ</translation>
  </message>
  <message>
   <source>Seasonal</source>
   <translation>季節のご案内</translation>
  </message>
  <message>
   <source>Templates</source>
   <translation>文面</translation>
  </message>
  <message>
   <source>Write your own</source>
   <translation>自分の文面を作る</translation>
  </message>
  <message>
   <source>Your own</source>
   <translation>自分の文面</translation>
  </message>
 </context>
 <context>
  <name>TestStrip</name>
  <message>
   <source>Send the test</source>
   <translation>テストを送る</translation>
  </message>
  <message>
   <source>The answer was lost. Look at your phone before another test.</source>
   <translation>返事が途切れました。もう一度試す前に、携帯を見てください。</translation>
  </message>
  <message>
   <source>The test has arrived.</source>
   <translation>テストが届きました。</translation>
  </message>
  <message>
   <source>The test is on its way. Look at your phone.</source>
   <translation>テストを送信しました。携帯を見てください。</translation>
  </message>
  <message>
   <source>The test is still waiting in the outbox.</source>
   <translation>テストはまだ送信箱で待っています。</translation>
  </message>
  <message>
   <source>The test lies in the practice outbox. Nothing left this PC.</source>
   <translation>テストを練習用送信箱へ入れました。外へは送っていません。</translation>
  </message>
  <message>
   <source>The test was refused (code {reason}). Check number and sender.</source>
   <translation>テストが断られました（コード {reason}）。番号と送信元を確かめてください。</translation>
  </message>
  <message>
   <source>Twilio has taken the test. Look at your phone.</source>
   <translation>Twilioがテストを受け付けました。携帯を見てください。</translation>
  </message>
  <message>
   <source>Your number</source>
   <translation>自分の番号</translation>
  </message>
  <message>
   <source>Your number has said STOP. Send START from it first.</source>
   <translation>この番号は停止を伝えています。先にその携帯から START と送ってください。</translation>
  </message>
  <message>
   <source>Your own mobile number</source>
   <translation>自分の携帯番号</translation>
  </message>
 </context>
</TS>
