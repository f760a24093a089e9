<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>ActionBar</name>
  <message numerus="yes">
   <source>%n part(s)</source>
   <translation>
    <numerusform>%n part</numerusform>
    <numerusform>%n parts</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Send to %n people</source>
   <translation>
    <numerusform>Send to %n person</numerusform>
    <numerusform>Send to %n people</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>AudienceCard</name>
  <message numerus="yes">
   <source>%n left out</source>
   <translation>
    <numerusform>%n left out</numerusform>
    <numerusform>%n left out</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people will get it</source>
   <translation>
    <numerusform>%n person will get it</numerusform>
    <numerusform>%n people will get it</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CampaignRow</name>
  <message numerus="yes">
   <source>{arrived} of %n delivered</source>
   <translation>
    <numerusform>{arrived} of %n delivered</numerusform>
    <numerusform>{arrived} of %n delivered</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MeterCard</name>
  <message numerus="yes">
   <source>%n in Unicode</source>
   <translation>
    <numerusform>%n in Unicode</numerusform>
    <numerusform>%n in Unicode</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n part(s)</source>
   <translation>
    <numerusform>%n part</numerusform>
    <numerusform>%n parts</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>%n person</numerusform>
    <numerusform>%n people</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n share a phone: one text is enough</source>
   <translation>
    <numerusform>%n shares a phone: one text is enough</numerusform>
    <numerusform>%n share a phone: one text is enough</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PhonePanel</name>
  <message numerus="yes">
   <source>{units} characters · %n part(s)</source>
   <translation>
    <numerusform>{units} characters · %n part</numerusform>
    <numerusform>{units} characters · %n parts</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RunStrip</name>
  <message numerus="yes">
   <source>%n delivered</source>
   <translation>
    <numerusform>%n delivered</numerusform>
    <numerusform>%n delivered</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n message(s) still wait.</source>
   <translation>
    <numerusform>%n message still waits.</numerusform>
    <numerusform>%n messages still wait.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n message(s) wait in the outbox.</source>
   <translation>
    <numerusform>%n message waits in the outbox.</numerusform>
    <numerusform>%n messages wait in the outbox.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n opted out</source>
   <translation>
    <numerusform>%n opted out</numerusform>
    <numerusform>%n opted out</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n rejected</source>
   <translation>
    <numerusform>%n rejected</numerusform>
    <numerusform>%n rejected</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n sent</source>
   <translation>
    <numerusform>%n sent</numerusform>
    <numerusform>%n sent</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n too late</source>
   <translation>
    <numerusform>%n too late</numerusform>
    <numerusform>%n too late</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n unknown: look below.</source>
   <translation>
    <numerusform>%n unknown: look below.</numerusform>
    <numerusform>%n unknown: look below.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Stopped. %n message(s) wait; they would go at the next start.</source>
   <translation>
    <numerusform>Stopped. %n message waits; it would go at the next start.</numerusform>
    <numerusform>Stopped. %n messages wait; they would go at the next start.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SentView</name>
  <message numerus="yes">
   <source>%n message(s) called off</source>
   <translation>
    <numerusform>%n message called off</numerusform>
    <numerusform>%n messages called off</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Call off %n waiting</source>
   <translation>
    <numerusform>Call off %n waiting</numerusform>
    <numerusform>Call off %n waiting</numerusform>
   </translation>
  </message>
 </context>
</TS>
