<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>DataSection</name>
  <message numerus="yes">
   <source>%n invented person(s) to practise with. Messages to them never leave this PC.</source>
   <translation>
    <numerusform>%n invented person to practise with. Messages to them never leave this PC.</numerusform>
    <numerusform>%n invented people to practise with. Messages to them never leave this PC.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SenderSection</name>
  <message numerus="yes">
   <source>%n waiting message(s) will then really go out.</source>
   <translation>
    <numerusform>%n waiting message will then really go out.</numerusform>
    <numerusform>%n waiting messages will then really go out.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TestCard</name>
  <message numerus="yes">
   <source>%n waiting message(s) go out with it.</source>
   <translation>
    <numerusform>%n waiting message goes out with it.</numerusform>
    <numerusform>%n waiting messages go out with it.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>“{text}” {units} characters, %n part(s)</source>
   <translation>
    <numerusform>“{text}” {units} characters, %n part</numerusform>
    <numerusform>“{text}” {units} characters, %n parts</numerusform>
   </translation>
  </message>
 </context>
</TS>
