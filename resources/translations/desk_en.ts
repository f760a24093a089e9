<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>FindResults</name>
  <message numerus="yes">
   <source>%n person(s) fit “{query}”</source>
   <translation>
    <numerusform>%n person fits “{query}”</numerusform>
    <numerusform>%n people fit “{query}”</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PersonCard</name>
  <message numerus="yes">
   <source>%n visit(s)</source>
   <translation>
    <numerusform>%n visit</numerusform>
    <numerusform>%n visits</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ReadyStrip</name>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SecondPress</name>
  <message numerus="yes">
   <source>A visit of {who} was logged %n min ago. Was there really another one?</source>
   <translation>
    <numerusform>A visit of {who} was logged %n min ago. Was there really another one?</numerusform>
    <numerusform>A visit of {who} was logged %n min ago. Was there really another one?</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>StampCard</name>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>%n more</numerusform>
    <numerusform>%n more</numerusform>
   </translation>
  </message>
 </context>
</TS>
