<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>Formats</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n day</numerusform>
    <numerusform>%n days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) ago</source>
   <translation>
    <numerusform>%n day ago</numerusform>
    <numerusform>%n days ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n min</source>
   <translation>
    <numerusform>%n min</numerusform>
    <numerusform>%n min</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LimitWords</name>
  <message numerus="yes">
   <source>%n h</source>
   <translation>
    <numerusform>%n h</numerusform>
    <numerusform>%n h</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n min</source>
   <translation>
    <numerusform>%n min</numerusform>
    <numerusform>%n min</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>at most %n a day</source>
   <translation>
    <numerusform>one a day</numerusform>
    <numerusform>at most %n a day</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Paper</name>
  <message numerus="yes">
   <source>%n point(s) for every visit</source>
   <translation>
    <numerusform>%n point for every visit</numerusform>
    <numerusform>%n points for every visit</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n point(s) for every {per}</source>
   <translation>
    <numerusform>%n point for every {per}</numerusform>
    <numerusform>%n points for every {per}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n reward(s) ready</source>
   <translation>
    <numerusform>%n reward ready</numerusform>
    <numerusform>%n rewards ready</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n stamp(s):</source>
   <translation>
    <numerusform>%n stamp:</numerusform>
    <numerusform>%n stamps:</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n stamp(s): {gift}</source>
   <translation>
    <numerusform>%n stamp: {gift}</numerusform>
    <numerusform>%n stamps: {gift}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RuleWords</name>
  <message numerus="yes">
   <source>%n punch(es)</source>
   <translation>
    <numerusform>%n punch</numerusform>
    <numerusform>%n punches</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message numerus="yes">
   <source>%n s</source>
   <translation>
    <numerusform>%n s</numerusform>
    <numerusform>%n s</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>WhyWords</name>
  <message numerus="yes">
   <source>a new card starts with %n punch(es)</source>
   <translation>
    <numerusform>a new card starts with %n punch</numerusform>
    <numerusform>a new card starts with %n punches</numerusform>
   </translation>
  </message>
 </context>
</TS>
