<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
 <context>
  <name>AboutSection</name>
  <message>
   <source>About</source>
   <translation>このアプリについて</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>ライセンス</translation>
  </message>
  <message>
   <source>Nothing leaves this PC but the messages you send, to the service you chose.</source>
   <translation>選んだサービスへ送るメッセージのほかに、このパソコンから出ていくものはありません。</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>プライバシー</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>バージョン</translation>
  </message>
 </context>
 <context>
  <name>AccountCard</name>
  <message>
   <source>&amp;Account SID</source>
   <translation>アカウントSID</translation>
  </message>
  <message>
   <source>&amp;Token or key secret</source>
   <translation>トークン（秘密鍵）</translation>
  </message>
  <message>
   <source>A&amp;ddress</source>
   <translation>接続先</translation>
  </message>
  <message>
   <source>API key &amp;SID</source>
   <translation>APIキーSID</translation>
  </message>
  <message>
   <source>Fill in your account</source>
   <translation>契約の情報を入れる</translation>
  </message>
  <message>
   <source>Only https. Change it only if Twilio's support tells you to.</source>
   <translation>httpsのみ。Twilioのサポートに言われたときだけ変えてください。</translation>
  </message>
  <message>
   <source>Only if you use an API key. Leave it empty to use the account's auth token.</source>
   <translation>APIキーを使うときだけ。空なら認証トークンを使います。</translation>
  </message>
  <message>
   <source>S&amp;ender</source>
   <translation>送信元</translation>
  </message>
  <message>
   <source>The number you rent from Twilio, or a messaging service (MG…).</source>
   <translation>Twilioで借りた番号、またはメッセージングサービス（MG…）。</translation>
  </message>
  <message>
   <source>the account SID</source>
   <translation>アカウントSID</translation>
  </message>
  <message>
   <source>the key</source>
   <translation>トークン</translation>
  </message>
  <message>
   <source>the sender</source>
   <translation>送信元</translation>
  </message>
 </context>
 <context>
  <name>DataSection</name>
  <message numerus="yes">
   <source>%n invented person(s) to practise with. Messages to them never leave this PC.</source>
   <translation>
    <numerusform>練習用の架空のお客様%n人。この人たちへのメッセージは外へ出ません。</numerusform>
   </translation>
  </message>
  <message>
   <source>A synchronising program copies this folder and may damage the data. Move it away.</source>
   <translation>同期ソフトがこのフォルダーを写していて、データが壊れるおそれがあります。別の場所に移してください。</translation>
  </message>
  <message>
   <source>Back up now</source>
   <translation>いまバックアップする</translation>
  </message>
  <message>
   <source>Back up to another place…</source>
   <translation>別の場所へ保存…</translation>
  </message>
  <message>
   <source>Backed up and read back: {file}, {size}</source>
   <translation>保存して、読み直して確かめました：{file}（{size}）</translation>
  </message>
  <message>
   <source>Backups</source>
   <translation>バックアップ</translation>
  </message>
  <message>
   <source>Backups (*.db)</source>
   <translation>バックアップ (*.db)</translation>
  </message>
  <message>
   <source>Customers, visits and messages are in shop.db. Keys are not.</source>
   <translation>お客様・来店・メッセージは shop.db にあります。鍵は入っていません。</translation>
  </message>
  <message>
   <source>Data and backups</source>
   <translation>データとバックアップ</translation>
  </message>
  <message>
   <source>Everything stays on this PC</source>
   <translation>すべてこのパソコンの中にあります</translation>
  </message>
  <message>
   <source>Fill the sample shop</source>
   <translation>練習用の店を入れる</translation>
  </message>
  <message>
   <source>Folder of the data</source>
   <translation>データのフォルダー</translation>
  </message>
  <message>
   <source>Go back to {when}? What was entered since then leaves the shop; a copy of it stays in the folder. Messages still waiting in the backup are held until you have looked at them.</source>
   <translation>{when} の状態に戻しますか？ そのあとに入力したものは店から外れます（控えはフォルダーに残ります）。バックアップの中の未送信のメッセージは、確かめるまで止めておきます。</translation>
  </message>
  <message>
   <source>Invented people with visits, to try everything out. Your own people stay untouched.</source>
   <translation>来店記録つきの架空のお客様で、ひととおり試せます。本当のお客様には触れません。</translation>
  </message>
  <message>
   <source>Open the folder</source>
   <translation>フォルダーを開く</translation>
  </message>
  <message>
   <source>Remove the sample shop</source>
   <translation>練習用の店を消す</translation>
  </message>
  <message>
   <source>Restore from a file…</source>
   <translation>ファイルから戻す…</translation>
  </message>
  <message>
   <source>Restore {when}</source>
   <translation>{when} に戻す</translation>
  </message>
  <message>
   <source>Restore…</source>
   <translation>戻す…</translation>
  </message>
  <message>
   <source>Sample shop</source>
   <translation>練習用の店</translation>
  </message>
  <message>
   <source>There is no backup yet.</source>
   <translation>まだバックアップはありません。</translation>
  </message>
  <message>
   <source>Where it lies</source>
   <translation>データの場所</translation>
  </message>
 </context>
 <context>
  <name>HoursField</name>
  <message>
   <source>Closed</source>
   <translation>定休</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>営業</translation>
  </message>
  <message>
   <source>Same hours on every open day</source>
   <translation>営業日をすべて同じ時間にする</translation>
  </message>
  <message>
   <source>Write two times like 10:00 and 19:00.</source>
   <translation>10:00 と 19:00 のように、時刻を2つ入れてください。</translation>
  </message>
  <message>
   <source>{day} from</source>
   <translation>{day}の開店</translation>
  </message>
  <message>
   <source>{day} open</source>
   <translation>{day}に営業</translation>
  </message>
  <message>
   <source>{day} to</source>
   <translation>{day}の閉店</translation>
  </message>
 </context>
 <context>
  <name>KeyField</name>
  <message>
   <source>Asking this PC's key store…</source>
   <translation>このパソコンの鍵の保管場所に問い合わせています…</translation>
  </message>
  <message>
   <source>Hide what is typed</source>
   <translation>入力を隠す</translation>
  </message>
  <message>
   <source>In a file only this account can read</source>
   <translation>このアカウントだけが読めるファイルに</translation>
  </message>
  <message>
   <source>In a file that only this account can read. Whoever uses it can read the key.</source>
   <translation>このアカウントだけが読めるファイルに入っています。このアカウントを使う人は鍵を読めます。</translation>
  </message>
  <message>
   <source>In this PC's key store. It is written into no file.</source>
   <translation>このパソコンの鍵の保管場所に入っています。ファイルには書きません。</translation>
  </message>
  <message>
   <source>It goes into this PC's key store, never into a file.</source>
   <translation>このパソコンの鍵の保管場所に入ります。ファイルには書きません。</translation>
  </message>
  <message>
   <source>Kept until the program closes. Next time you will be asked for it again.</source>
   <translation>アプリを閉じるまで覚えています。次に開いたとき、もう一度うかがいます。</translation>
  </message>
  <message>
   <source>Only until the program closes</source>
   <translation>アプリを閉じるまで</translation>
  </message>
  <message>
   <source>Set outside this program, in RETENTION_DESKTOP_KEY.</source>
   <translation>アプリの外で、RETENTION_DESKTOP_KEY に設定されています。</translation>
  </message>
  <message>
   <source>Show what is typed</source>
   <translation>入力を見る</translation>
  </message>
  <message>
   <source>Take the key out</source>
   <translation>鍵を取り出す</translation>
  </message>
  <message>
   <source>This PC has no key store that can be used. Where should the key be kept?</source>
   <translation>このパソコンには使える鍵の保管場所がありません。鍵をどこに置きますか？</translation>
  </message>
 </context>
 <context>
  <name>LookSection</name>
  <message>
   <source>As the system</source>
   <translation>パソコンに合わせる</translation>
  </message>
  <message>
   <source>Changes at once</source>
   <translation>すぐに切り替わります</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>色</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>暗い</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>言語</translation>
  </message>
  <message>
   <source>Language and look</source>
   <translation>言語と表示</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>明るい</translation>
  </message>
  <message>
   <source>Of this window and of new templates. Names and texts stay as they were written.</source>
   <translation>画面と新しい文面の言語です。お名前や書いた文はそのままです。</translation>
  </message>
  <message>
   <source>“As the system” turns dark in the evening if this PC does.</source>
   <translation>「パソコンに合わせる」なら、パソコンが夜に暗くなるとき一緒に暗くなります。</translation>
  </message>
 </context>
 <context>
  <name>Places</name>
  <message>
   <source>Australia</source>
   <translation>オーストラリア</translation>
  </message>
  <message>
   <source>Australian dollar</source>
   <translation>豪ドル</translation>
  </message>
  <message>
   <source>Austria</source>
   <translation>オーストリア</translation>
  </message>
  <message>
   <source>Belgium</source>
   <translation>ベルギー</translation>
  </message>
  <message>
   <source>Brazil</source>
   <translation>ブラジル</translation>
  </message>
  <message>
   <source>Canada</source>
   <translation>カナダ</translation>
  </message>
  <message>
   <source>Canadian dollar</source>
   <translation>カナダドル</translation>
  </message>
  <message>
   <source>Danish krone</source>
   <translation>デンマーククローネ</translation>
  </message>
  <message>
   <source>Denmark</source>
   <translation>デンマーク</translation>
  </message>
  <message>
   <source>Finland</source>
   <translation>フィンランド</translation>
  </message>
  <message>
   <source>France</source>
   <translation>フランス</translation>
  </message>
  <message>
   <source>Germany</source>
   <translation>ドイツ</translation>
  </message>
  <message>
   <source>Hong Kong</source>
   <translation>香港</translation>
  </message>
  <message>
   <source>Hong Kong dollar</source>
   <translation>香港ドル</translation>
  </message>
  <message>
   <source>India</source>
   <translation>インド</translation>
  </message>
  <message>
   <source>Indian rupee</source>
   <translation>インドルピー</translation>
  </message>
  <message>
   <source>Ireland</source>
   <translation>アイルランド</translation>
  </message>
  <message>
   <source>Italy</source>
   <translation>イタリア</translation>
  </message>
  <message>
   <source>Japan</source>
   <translation>日本</translation>
  </message>
  <message>
   <source>Mexican peso</source>
   <translation>メキシコペソ</translation>
  </message>
  <message>
   <source>Mexico</source>
   <translation>メキシコ</translation>
  </message>
  <message>
   <source>Netherlands</source>
   <translation>オランダ</translation>
  </message>
  <message>
   <source>New Taiwan dollar</source>
   <translation>台湾ドル</translation>
  </message>
  <message>
   <source>New Zealand</source>
   <translation>ニュージーランド</translation>
  </message>
  <message>
   <source>New Zealand dollar</source>
   <translation>ニュージーランドドル</translation>
  </message>
  <message>
   <source>Norway</source>
   <translation>ノルウェー</translation>
  </message>
  <message>
   <source>Norwegian krone</source>
   <translation>ノルウェークローネ</translation>
  </message>
  <message>
   <source>Philippine peso</source>
   <translation>フィリピンペソ</translation>
  </message>
  <message>
   <source>Philippines</source>
   <translation>フィリピン</translation>
  </message>
  <message>
   <source>Poland</source>
   <translation>ポーランド</translation>
  </message>
  <message>
   <source>Polish zloty</source>
   <translation>ズウォティ</translation>
  </message>
  <message>
   <source>Portugal</source>
   <translation>ポルトガル</translation>
  </message>
  <message>
   <source>Singapore</source>
   <translation>シンガポール</translation>
  </message>
  <message>
   <source>Singapore dollar</source>
   <translation>シンガポールドル</translation>
  </message>
  <message>
   <source>South Africa</source>
   <translation>南アフリカ</translation>
  </message>
  <message>
   <source>South Korea</source>
   <translation>韓国</translation>
  </message>
  <message>
   <source>Spain</source>
   <translation>スペイン</translation>
  </message>
  <message>
   <source>Sweden</source>
   <translation>スウェーデン</translation>
  </message>
  <message>
   <source>Swedish krona</source>
   <translation>スウェーデンクローナ</translation>
  </message>
  <message>
   <source>Swiss franc</source>
   <translation>スイスフラン</translation>
  </message>
  <message>
   <source>Switzerland</source>
   <translation>スイス</translation>
  </message>
  <message>
   <source>Taiwan</source>
   <translation>台湾</translation>
  </message>
  <message>
   <source>Thailand</source>
   <translation>タイ</translation>
  </message>
  <message>
   <source>US dollar</source>
   <translation>米ドル</translation>
  </message>
  <message>
   <source>United Kingdom</source>
   <translation>イギリス</translation>
  </message>
  <message>
   <source>United States</source>
   <translation>アメリカ</translation>
  </message>
  <message>
   <source>baht</source>
   <translation>バーツ</translation>
  </message>
  <message>
   <source>euro</source>
   <translation>ユーロ</translation>
  </message>
  <message>
   <source>pound sterling</source>
   <translation>英ポンド</translation>
  </message>
  <message>
   <source>rand</source>
   <translation>ランド</translation>
  </message>
  <message>
   <source>real</source>
   <translation>レアル</translation>
  </message>
  <message>
   <source>won</source>
   <translation>ウォン</translation>
  </message>
  <message>
   <source>yen</source>
   <translation>円</translation>
  </message>
 </context>
 <context>
  <name>Section</name>
  <message>
   <source>Only an owner may change this</source>
   <translation>変更できるのはオーナーだけです</translation>
  </message>
  <message>
   <source>Saved {time}</source>
   <translation>{time} に保存</translation>
  </message>
 </context>
 <context>
  <name>SenderChecks</name>
  <message>
   <source>An API key SID is SK and 32 letters or digits. Leave it empty to use the token.</source>
   <translation>APIキーSIDは SK と英数字32文字です。トークンを使うなら空にしてください。</translation>
  </message>
  <message>
   <source>An account SID is AC and 32 letters or digits. Copy it from Twilio's console.</source>
   <translation>アカウントSIDは AC と英数字32文字です。Twilioの管理画面から写してください。</translation>
  </message>
  <message>
   <source>Only addresses that begin with https:// are safe.</source>
   <translation>安全なのは https:// で始まる接続先だけです。</translation>
  </message>
  <message>
   <source>Write the number you rent from Twilio, or a service that begins with MG.</source>
   <translation>Twilioで借りた番号か、MGで始まるサービスを入れてください。</translation>
  </message>
 </context>
 <context>
  <name>SenderSection</name>
  <message numerus="yes">
   <source>%n waiting message(s) will then really go out.</source>
   <translation>
    <numerusform>切り替えると、待っている%n通が本当に送られます。</numerusform>
   </translation>
  </message>
  <message>
   <source>Choose a service</source>
   <translation>サービスを選ぶ</translation>
  </message>
  <message>
   <source>Fill in {missing} first</source>
   <translation>先に{missing}を入れてください</translation>
  </message>
  <message>
   <source>From now on messages go out through Twilio. Send yourself one to be sure.</source>
   <translation>これからはTwilioで送ります。まず自分に1通送って確かめましょう。</translation>
  </message>
  <message>
   <source>From now on messages stay in the practice outbox.</source>
   <translation>これからは練習用送信箱にためます。</translation>
  </message>
  <message>
   <source>How your messages leave</source>
   <translation>メッセージの送り方</translation>
  </message>
  <message>
   <source>Keeps, never sends · free</source>
   <translation>送らずにためる ・ 無料</translation>
  </message>
  <message>
   <source>Messages are kept in the practice outbox. Nothing leaves this PC.</source>
   <translation>いまは練習用送信箱にためています。このパソコンから外へは出ません。</translation>
  </message>
  <message>
   <source>Messages go out through Twilio, which bills each part.</source>
   <translation>いまはTwilioで送ります。料金は1通ごとにTwilioから請求されます。</translation>
  </message>
  <message>
   <source>Practice outbox</source>
   <translation>練習用送信箱</translation>
  </message>
  <message>
   <source>Sending</source>
   <translation>送信サービス</translation>
  </message>
  <message>
   <source>Switch to Twilio</source>
   <translation>Twilio に切り替える</translation>
  </message>
  <message>
   <source>Switch to Twilio first</source>
   <translation>先に Twilio に切り替えてください</translation>
  </message>
  <message>
   <source>Switch to practice first</source>
   <translation>先に練習用に切り替えてください</translation>
  </message>
  <message>
   <source>Switch to the practice outbox</source>
   <translation>練習用送信箱に切り替える</translation>
  </message>
  <message>
   <source>The practice outbox works at once, without a contract</source>
   <translation>契約がなくても、練習用送信箱はすぐ使えます</translation>
  </message>
  <message>
   <source>Until you switch, everything stays in the practice outbox.</source>
   <translation>切り替えるまでは「練習用送信箱」のままです。</translation>
  </message>
  <message>
   <source>Until you switch, messages go out through Twilio.</source>
   <translation>切り替えるまでは Twilio で送ります。</translation>
  </message>
  <message>
   <source>Worldwide · needs an account there</source>
   <translation>世界各国 ・ 契約が必要</translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message>
   <source>About</source>
   <translation>このアプリについて</translation>
  </message>
  <message>
   <source>Data and backups</source>
   <translation>データとバックアップ</translation>
  </message>
  <message>
   <source>Language and look</source>
   <translation>言語と表示</translation>
  </message>
  <message>
   <source>Last backup: {when}</source>
   <translation>バックアップ {when}</translation>
  </message>
  <message>
   <source>Sending</source>
   <translation>送信サービス</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>設定</translation>
  </message>
  <message>
   <source>Shop</source>
   <translation>お店</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>スタッフ</translation>
  </message>
  <message>
   <source>none yet</source>
   <translation>まだありません</translation>
  </message>
 </context>
 <context>
  <name>ShopSection</name>
  <message>
   <source>&amp;Country or region</source>
   <translation>国・地域</translation>
  </message>
  <message>
   <source>&amp;Legal name</source>
   <translation>正式な名称</translation>
  </message>
  <message>
   <source>&amp;Opt-out line</source>
   <translation>停止の案内</translation>
  </message>
  <message>
   <source>&amp;Time zone</source>
   <translation>時間帯</translation>
  </message>
  <message>
   <source>C&amp;urrency</source>
   <translation>通貨</translation>
  </message>
  <message>
   <source>Decides which day a visit belongs to.</source>
   <translation>来店がどの日のものかを決めます。</translation>
  </message>
  <message>
   <source>For amounts from now on. Earlier amounts keep theirs.</source>
   <translation>これから入れる金額の通貨です。前の金額は変わりません。</translation>
  </message>
  <message>
   <source>No such time zone. Write one like Asia/Tokyo.</source>
   <translation>その時間帯はありません。Asia/Tokyo のように入れてください。</translation>
  </message>
  <message>
   <source>Offers begin with it, so that people see who writes.</source>
   <translation>ご案内の先頭に入り、誰からの知らせか分かります。</translation>
  </message>
  <message>
   <source>Opening hours</source>
   <translation>営業時間</translation>
  </message>
  <message>
   <source>Phone numbers without a country code belong here.</source>
   <translation>国番号のない電話番号は、この国のものとして読みます。</translation>
  </message>
  <message>
   <source>Reply STOP to opt out</source>
   <translation>配信停止はSTOPと返信</translation>
  </message>
  <message>
   <source>Shop</source>
   <translation>お店</translation>
  </message>
  <message>
   <source>Shop &amp;name</source>
   <translation>店名</translation>
  </message>
  <message>
   <source>The last line of each offer: how to say stop.</source>
   <translation>ご案内の最後の行です。停止のしかたを伝えます。</translation>
  </message>
  <message>
   <source>The operator's formal name. Japanese law wants it known to who gets an offer.</source>
   <translation>運営者の正式な名称です。ご案内を受け取る方への表示が法律で求められています。</translation>
  </message>
  <message>
   <source>What customers know you by</source>
   <translation>お客様から見えるお店の姿</translation>
  </message>
 </context>
 <context>
  <name>StaffForm</name>
  <message>
   <source>&amp;Limit by hand</source>
   <translation>手での上限</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>名前</translation>
  </message>
  <message>
   <source>&amp;PIN</source>
   <translation>暗証番号</translation>
  </message>
  <message>
   <source>4 to 12 digits. An owner needs one; the desk may do without.</source>
   <translation>4〜12桁の数字。オーナーには必要で、受付担当はなしでもかまいません。</translation>
  </message>
  <message>
   <source>Add somebody</source>
   <translation>人を加える</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>やめる</translation>
  </message>
  <message>
   <source>Change {name}</source>
   <translation>{name}を変更</translation>
  </message>
  <message>
   <source>It stands on what this person does.</source>
   <translation>この人がした操作に残ります。</translation>
  </message>
  <message>
   <source>Name or phone number of this person's own customer card, if there is one.</source>
   <translation>この人自身の顧客カードがあれば、その名前か電話番号。</translation>
  </message>
  <message>
   <source>Nobody fits. Write the name or the phone number of a customer.</source>
   <translation>当てはまる人がいません。お客様の名前か電話番号を入れてください。</translation>
  </message>
  <message>
   <source>Own &amp;card</source>
   <translation>自分のカード</translation>
  </message>
  <message>
   <source>PIN a&amp;gain</source>
   <translation>もう一度</translation>
  </message>
  <message>
   <source>Points or stamps added or taken in one entry. Empty: no limit.</source>
   <translation>一度に手で増減できるポイントやスタンプの数。空欄は上限なし。</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>役割</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Several people fit. Write the whole phone number.</source>
   <translation>当てはまる人が何人かいます。電話番号を全部入れてください。</translation>
  </message>
  <message>
   <source>The desk logs visits and redeems. Exports, campaigns, rules, restoring and this list are the owner's.</source>
   <translation>受付担当は来店の記録と特典の利用ができます。書き出し・一斉配信・ルール・復元・この一覧はオーナーだけです。</translation>
  </message>
  <message>
   <source>The owner first</source>
   <translation>最初はオーナー</translation>
  </message>
  <message>
   <source>The two PINs differ. Type the same one twice.</source>
   <translation>二つの暗証番号が違います。同じものを二度入れてください。</translation>
  </message>
  <message>
   <source>unchanged</source>
   <translation>変更なし</translation>
  </message>
 </context>
 <context>
  <name>StaffSection</name>
  <message>
   <source>A PIN shows who did what and keeps slips away. It does not protect the data from someone who has this PC's files: a short PIN is soon guessed there. For that, encrypt the disk.</source>
   <translation>暗証番号は、だれがしたかを残し、うっかりを防ぐためのものです。このパソコンのファイルを手にした人からは守れません。短い番号はすぐに破られます。守るにはディスクを暗号化してください。</translation>
  </message>
  <message>
   <source>Add somebody</source>
   <translation>人を加える</translation>
  </message>
  <message>
   <source>Change PIN…</source>
   <translation>暗証番号を変える…</translation>
  </message>
  <message>
   <source>Change {name}</source>
   <translation>{name}を変更</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>変更…</translation>
  </message>
  <message>
   <source>Nobody is on the list: everything is allowed, and nobody signs in.</source>
   <translation>まだだれもいません。すべての操作ができ、サインインもいりません。</translation>
  </message>
  <message>
   <source>Off: no visit, points or reward for a card that belongs to somebody on this list.</source>
   <translation>オフにすると、この一覧の人のカードには来店・ポイント・特典がつきません。</translation>
  </message>
  <message>
   <source>Only the owner changes this list. Sign in as the owner at the lower left.</source>
   <translation>この一覧を変えられるのはオーナーだけです。左下からオーナーとして入ってください。</translation>
  </message>
  <message>
   <source>People</source>
   <translation>働いている人</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>スタッフ</translation>
  </message>
  <message>
   <source>Staff collect on their own cards</source>
   <translation>スタッフも自分のカードにためる</translation>
  </message>
  <message>
   <source>Take off the list</source>
   <translation>一覧から外す</translation>
  </message>
  <message>
   <source>Take off the list…</source>
   <translation>一覧から外す…</translation>
  </message>
  <message>
   <source>Take {name} off the list</source>
   <translation>{name}を一覧から外す</translation>
  </message>
  <message>
   <source>Take {name} off the list? What they did stays under their name.</source>
   <translation>{name}を一覧から外しますか。これまでの記録には名前が残ります。</translation>
  </message>
  <message>
   <source>Who works here, and who may do what</source>
   <translation>だれが働き、だれが何をできるか</translation>
  </message>
  <message>
   <source>at the desk now</source>
   <translation>受付中</translation>
  </message>
  <message>
   <source>no PIN</source>
   <translation>暗証番号なし</translation>
  </message>
  <message>
   <source>no limit by hand</source>
   <translation>手での増減に上限なし</translation>
  </message>
  <message>
   <source>own card: {name}</source>
   <translation>自分のカード：{name}</translation>
  </message>
  <message>
   <source>up to {limit} by hand</source>
   <translation>手での増減は{limit}まで</translation>
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
  <name>TestCard</name>
  <message numerus="yes">
   <source>%n waiting message(s) go out with it.</source>
   <translation>
    <numerusform>待っている%n通も一緒に送られます。</numerusform>
   </translation>
  </message>
  <message>
   <source>It arrived at {time}.</source>
   <translation>{time} に届きました。</translation>
  </message>
  <message>
   <source>It is on its way. It should arrive within a minute.</source>
   <translation>送信されました。1分ほどで届くはずです。</translation>
  </message>
  <message>
   <source>It is still waiting in the outbox.</source>
   <translation>まだ送信箱で待っています。</translation>
  </message>
  <message>
   <source>Kept in the practice outbox at {time}. Nothing left this PC.</source>
   <translation>{time} に練習用送信箱へ入れました。外へは送っていません。</translation>
  </message>
  <message>
   <source>Practice · stays on this PC</source>
   <translation>練習 ・ 外へは出ません</translation>
  </message>
  <message>
   <source>Really sent · billed by Twilio</source>
   <translation>本当に送ります ・ 有料</translation>
  </message>
  <message>
   <source>Send one to yourself</source>
   <translation>自分に1通送ってみる</translation>
  </message>
  <message>
   <source>Send the test</source>
   <translation>テストを送る</translation>
  </message>
  <message>
   <source>The answer was lost. Look at your phone; it is looked up again in a while.</source>
   <translation>返事が途切れました。携帯を見てください。しばらくして照会し直します。</translation>
  </message>
  <message>
   <source>This is a test. If you can read it, sending works.</source>
   <translation>テストです。届いたら成功です。</translation>
  </message>
  <message>
   <source>This number has said STOP to your sender. Send START from that phone, then try again.</source>
   <translation>この番号は送信元に停止を伝えています。その携帯から START と送り、もう一度試してください。</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>もう一度</translation>
  </message>
  <message>
   <source>Twilio has taken it. It should arrive within a minute.</source>
   <translation>Twilioが受け付けました。1分ほどで届くはずです。</translation>
  </message>
  <message>
   <source>Twilio refused it (code {reason}). Check sender and number.</source>
   <translation>Twilioに断られました（コード {reason}）。送信元と番号を確かめてください。</translation>
  </message>
  <message>
   <source>Write your own mobile number.</source>
   <translation>自分の携帯番号を入れてください。</translation>
  </message>
  <message>
   <source>Your &amp;number</source>
   <translation>届け先</translation>
  </message>
  <message>
   <source>[shop]: {words}</source>
   <translation>[店名]：{words}</translation>
  </message>
  <message numerus="yes">
   <source>“{text}” {units} characters, %n part(s)</source>
   <translation>
    <numerusform>「{text}」 {units}字 ・ %n通</numerusform>
   </translation>
  </message>
 </context>
</TS>
