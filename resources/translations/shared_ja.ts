<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
 <context>
  <name>Banner</name>
  <message>
   <source>Close</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>BugDialog</name>
  <message>
   <source>Go on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reference for support: {reference}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Something went wrong</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your data is safe. The last step may not have been done: look before you do it again.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ConfirmStrip</name>
  <message>
   <source>Cancel</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ErrorText</name>
  <message>
   <source>An offer must say how to stop. Put the stop line in the text.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>An offer must say who sends it. Put the shop's name in the text.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Another process is saving just now. Try again in a moment.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose whether this is an offer or a service message.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is already known what became of this message. Nothing has to be decided.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Messages are already being sent by another process. Wait until it has finished.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No one was found for “{query}”. Try the last four digits or the kana.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No one would get this message. Choose other people.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing can be written in the folder {folder}. Allow writing there, or choose another folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Something else is using the data. Close the other windows and commands, then restore again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stopped. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The address {address} is not safe. Use one that begins with https.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The data file {file} is damaged. Restore the last backup; the damaged file is kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The data was written by a newer version of this app. Install the newest version; nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The disk with {folder} is full. Make room and try again; nothing was lost.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The file {file} can't be read. Close it in other programs and try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The file {file} has {megabytes} MB; up to {limit} MB can be read. Split it and bring in the parts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The file {file} is empty. Export the list again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The file {file} is not a list. Save it as CSV or Excel and try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The file {file} is not there. Choose it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The letters in {file} can't be read. Save it as “CSV UTF-8” and try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The message was held back while data was being saved. Try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is nothing to undo.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This PC's key store can't be used ({reason}). The key is kept until the app closes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This campaign is no longer there. Reload the page.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This can't be undone, for later entries build on it. Correct it by hand instead.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This entry is no longer in the history. Reload the page.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This has already been undone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This message is no longer there. Reload the page.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This shop is already open in another window. Go on there, or close it first. ({folder})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This text takes {parts} parts; at most {limit} are allowed. Shorten it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This very file was brought in on {day}. Bring it in again only if you mean it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This visit already has an amount. Correct it in the customer's history.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This visit has been taken back. Log a new one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This visit is no longer there. It may have been undone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write a name or a phone number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write a text first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write a word for the tag.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{customer} was logged {minutes} min ago. Log another visit only if there really was one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{file} is not a backup of this app. Choose another file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{file} is of an unknown kind. Use CSV or Excel (.xlsx).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{file} lacks a column for {columns}. Add a heading row, or choose the columns by hand.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{matches} people fit “{query}”. Choose one of them in the list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{provider} can't be reached. Check the network; what is left goes out later.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{provider} does not accept the key. Check it in Settings; nothing was sent.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{provider} is not set up completely: {missing} is missing. Fill it in in Settings.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{provider} refused the message (code {reason}). Nothing was sent to this number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{currency}” is not a currency code. Write one like JPY or EUR.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{phone}” is not a phone number. Check its digits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{placeholder}” is no field that can be filled in. Take it out or choose one of the chips.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{text}” is not a day and time. Write it like 2026-11-21 14:30.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{text}” is not a day. Write it like 1990-04-23 or 4/23.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{text}” is not an amount. Write digits only.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{text}” lies in the future. Choose a day up to today.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{value}” is not possible for {name}. Choose another value.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Formats</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) ago</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n min</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>Today</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Yesterday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>less than a minute</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Navigation</name>
  <message>
   <source>Rooms</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>OpeningFailed</name>
  <message>
   <source>Close the app</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Restore a backup…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The shop can't be opened</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Try again</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>OperationText</name>
  <message>
   <source>amount of a visit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>campaign</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>change of a contact</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>change of a customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>consent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>correction of a visit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>deletion of a customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>import of a list</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>new contact</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>new customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>opt-out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>removal of a contact</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>removal of a tag</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>removal of a visit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>sale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>tag</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>visit</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Shortcuts</name>
  <message>
   <source>Anywhere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Close, clear or go back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Desk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Find</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Messages</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Next pane</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open a room</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open that person (Alt+1 to Alt+9)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open, check in, record the amount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Previous pane</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Send</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Test to myself</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This table</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Undo the last thing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use a reward</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ShortcutsDialog</name>
  <message>
   <source>Close</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keys</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>StepBadge</name>
  <message>
   <source>ahead</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>current step</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>failed</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message numerus="yes">
   <source>%n s</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>Undo</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Undo</name>
  <message>
   <source>Take back the last step for everyone it touched: {what}?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take it back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Taken back: {what}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is nothing to undo</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
