<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>CodeCard</name>
  <message numerus="yes">
   <source>Copy %n code(s)</source>
   <translation>
    <numerusform>Copy %n code</numerusform>
    <numerusform>Copy %n codes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CouponForm</name>
  <message numerus="yes">
   <source>Make %n code(s)</source>
   <translation>
    <numerusform>Make %n code</numerusform>
    <numerusform>Make %n codes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CouponRow</name>
  <message numerus="yes">
   <source>%n code(s)</source>
   <translation>
    <numerusform>%n code</numerusform>
    <numerusform>%n codes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n time(s) used</source>
   <translation>
    <numerusform>used %n time</numerusform>
    <numerusform>used %n times</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CouponsTab</name>
  <message numerus="yes">
   <source>%n code(s) made</source>
   <translation>
    <numerusform>%n code made</numerusform>
    <numerusform>%n codes made</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n older one(s)</source>
   <translation>
    <numerusform>and %n older one</numerusform>
    <numerusform>and %n older ones</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Editing</name>
  <message numerus="yes">
   <source>%n point(s)</source>
   <translation>
    <numerusform>%n point</numerusform>
    <numerusform>%n points</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n punch(es)</source>
   <translation>
    <numerusform>%n punch</numerusform>
    <numerusform>%n punches</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PresetsView</name>
  <message numerus="yes">
   <source>%n customer(s) keep what they have</source>
   <translation>
    <numerusform>%n customer keeps what is there</numerusform>
    <numerusform>%n customers keep what they have</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PromisesStrip</name>
  <message numerus="yes">
   <source>%n customer(s)</source>
   <translation>
    <numerusform>%n customer</numerusform>
    <numerusform>%n customers</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n reward(s) not used</source>
   <translation>
    <numerusform>%n reward not used</numerusform>
    <numerusform>%n rewards not used</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RuleClock</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n day</numerusform>
    <numerusform>%n days</numerusform>
   </translation>
  </message>
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
 </context>
 <context>
  <name>SaveFoot</name>
  <message numerus="yes">
   <source>Mend %n field(s) first</source>
   <translation>
    <numerusform>Mend %n field first</numerusform>
    <numerusform>Mend %n fields first</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SimulatorPanel</name>
  <message numerus="yes">
   <source>%n real visit(s)</source>
   <translation>
    <numerusform>%n real visit</numerusform>
    <numerusform>%n real visits</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n×</source>
   <translation>
    <numerusform>%n×</numerusform>
    <numerusform>%n×</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Summary</name>
  <message numerus="yes">
   <source>valid for %n day(s)</source>
   <translation>
    <numerusform>valid for %n day</numerusform>
    <numerusform>valid for %n days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>valid for %n month(s)</source>
   <translation>
    <numerusform>valid for %n month</numerusform>
    <numerusform>valid for %n months</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>valid for %n month(s) after the last visit</source>
   <translation>
    <numerusform>valid for %n month after the last visit</numerusform>
    <numerusform>valid for %n months after the last visit</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Unpriced</name>
  <message numerus="yes">
   <source>Nobody has written yet what %n of the rewards cost(s) you.</source>
   <translation>
    <numerusform>Nobody has written yet what %n of the rewards costs you.</numerusform>
    <numerusform>Nobody has written yet what %n of the rewards cost you.</numerusform>
   </translation>
  </message>
 </context>
</TS>
