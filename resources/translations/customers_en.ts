<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>Actions</name>
  <message numerus="yes">
   <source>%n row(s) changed since were left as they are</source>
   <translation>
    <numerusform>%n row changed since was left as it is</numerusform>
    <numerusform>%n rows changed since were left as they are</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Amount</name>
  <message numerus="yes">
   <source>%n stamp(s)</source>
   <translation>
    <numerusform>%n stamp</numerusform>
    <numerusform>%n stamps</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Browse</name>
  <message numerus="yes">
   <source>%n people tagged “{tag}”</source>
   <translation>
    <numerusform>%n person tagged “{tag}”</numerusform>
    <numerusform>%n people tagged “{tag}”</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Tag “{tag}” taken from %n people</source>
   <translation>
    <numerusform>Tag “{tag}” taken from %n person</numerusform>
    <numerusform>Tag “{tag}” taken from %n people</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Counts</name>
  <message numerus="yes">
   <source>%n number(s) get their 0 back</source>
   <translation>
    <numerusform>%n number gets its 0 back</numerusform>
    <numerusform>%n numbers get their 0 back</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CustomerList</name>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>%n person</numerusform>
    <numerusform>%n people</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CustomersPage</name>
  <message numerus="yes">
   <source>%n sample people are gone</source>
   <translation>
    <numerusform>%n sample person is gone</numerusform>
    <numerusform>%n sample people are gone</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n sample people are here</source>
   <translation>
    <numerusform>%n sample person is here</numerusform>
    <numerusform>%n sample people are here</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Done</name>
  <message numerus="yes">
   <source>%n rows in all</source>
   <translation>
    <numerusform>%n row in all</numerusform>
    <numerusform>%n rows in all</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Export</name>
  <message numerus="yes">
   <source>%n customers written to {file}</source>
   <translation>
    <numerusform>%n customer written to {file}</numerusform>
    <numerusform>%n customers written to {file}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Friends</name>
  <message numerus="yes">
   <source>%n came</source>
   <translation>
    <numerusform>%n came</numerusform>
    <numerusform>%n came</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n friend(s) brought</source>
   <translation>
    <numerusform>%n friend brought</numerusform>
    <numerusform>%n friends brought</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ImportOutcome</name>
  <message numerus="yes">
   <source>%n imported</source>
   <translation>
    <numerusform>%n imported</numerusform>
    <numerusform>%n imported</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n left out</source>
   <translation>
    <numerusform>%n left out</numerusform>
    <numerusform>%n left out</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n merged</source>
   <translation>
    <numerusform>%n merged</numerusform>
    <numerusform>%n merged</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ImportPromise</name>
  <message numerus="yes">
   <source>import %n</source>
   <translation>
    <numerusform>import %n</numerusform>
    <numerusform>import %n</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>leave out %n</source>
   <translation>
    <numerusform>leave out %n</numerusform>
    <numerusform>leave out %n</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>merge %n</source>
   <translation>
    <numerusform>merge %n</numerusform>
    <numerusform>merge %n</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ImportReason</name>
  <message numerus="yes">
   <source>%n: {why}</source>
   <translation>
    <numerusform>%n: {why}</numerusform>
    <numerusform>%n: {why}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PersonHead</name>
  <message numerus="yes">
   <source>%n visit(s)</source>
   <translation>
    <numerusform>%n</numerusform>
    <numerusform>%n</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Printing</name>
  <message numerus="yes">
   <source>Print cards for %n people</source>
   <translation>
    <numerusform>Print cards for %n person</numerusform>
    <numerusform>Print cards for %n people</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SampleBanner</name>
  <message numerus="yes">
   <source>%n people are samples. Messages to them stay on this PC.</source>
   <translation>
    <numerusform>%n person is a sample. Messages to them stay on this PC.</numerusform>
    <numerusform>%n people are samples. Messages to them stay on this PC.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SelectionBar</name>
  <message numerus="yes">
   <source>%n people selected</source>
   <translation>
    <numerusform>%n person selected</numerusform>
    <numerusform>%n people selected</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Timeline</name>
  <message numerus="yes">
   <source>%n punch(es)</source>
   <translation>
    <numerusform>%n punch</numerusform>
    <numerusform>%n punches</numerusform>
   </translation>
  </message>
 </context>
</TS>
