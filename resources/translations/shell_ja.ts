<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
 <context>
  <name>Rooms</name>
  <message>
   <source>Customers</source>
   <translation>顧客</translation>
  </message>
  <message>
   <source>Desk</source>
   <translation>受付</translation>
  </message>
  <message>
   <source>Loyalty</source>
   <translation>ポイント</translation>
  </message>
  <message>
   <source>Messages</source>
   <translation>配信</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>設定</translation>
  </message>
 </context>
</TS>
