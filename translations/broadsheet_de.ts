<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ArticleHeader</name>
    <message>
        <source>%1 min</source>
        <extracomment>How long an article takes to read.</extracomment>
        <translation>%1&#xa0;Min.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <extracomment>A date and time in the format language of QLocale::toString(): &quot;12 March 2026, 09:41&quot;.</extracomment>
        <translation>d. MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>edited %1×</source>
        <extracomment>How often the publisher changed an article.</extracomment>
        <translation>%1× geändert</translation>
    </message>
</context>
<context>
    <name>ChangeDocument</name>
    <message>
        <source>New paragraph</source>
        <translation>Neuer Absatz</translation>
    </message>
    <message>
        <source>Paragraph taken out</source>
        <translation>Absatz entfernt</translation>
    </message>
    <message>
        <source>Moved here</source>
        <extracomment>Above a paragraph that stood elsewhere in the text before</extracomment>
        <translation>Hierher verschoben</translation>
    </message>
    <message>
        <source>1 passage added</source>
        <extracomment>Passages of a text that its publisher changed</extracomment>
        <translation>1 Stelle hinzugefügt</translation>
    </message>
    <message numerus="yes">
        <source>%n passages added</source>
        <translation>
            <numerusform>%n Stelle hinzugefügt</numerusform>
            <numerusform>%n Stellen hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>1 passage taken out</source>
        <translation>1 Stelle entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%n passages taken out</source>
        <translation>
            <numerusform>%n Stelle entfernt</numerusform>
            <numerusform>%n Stellen entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>1 paragraph moved</source>
        <translation>1 Absatz verschoben</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraphs moved</source>
        <translation>
            <numerusform>%n Absatz verschoben</numerusform>
            <numerusform>%n Absätze verschoben</numerusform>
        </translation>
    </message>
    <message>
        <source>The words are the same</source>
        <translation>Der Wortlaut ist derselbe</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>CliArticles</name>
    <message>
        <source>There is no view “%1”.</source>
        <translation>Es gibt keine Ansicht „%1“.</translation>
    </message>
    <message>
        <source>“%1” is not a date (2026-11-01 or 2026-11-01T12:00:00Z).</source>
        <translation>„%1“ ist kein Datum (2026-11-01 oder 2026-11-01T12:00:00Z).</translation>
    </message>
    <message>
        <source>There is no category “%1”.</source>
        <translation>Es gibt keine Kategorie „%1“.</translation>
    </message>
    <message>
        <source>%1 is not subscribed.</source>
        <translation>%1 ist nicht abonniert.</translation>
    </message>
    <message>
        <source>article %1</source>
        <translation>Artikel %1</translation>
    </message>
    <message>
        <source>“%1” is no mark.</source>
        <translation>„%1“ ist kein Zustand.</translation>
    </message>
    <message>
        <source>There is no article %1.</source>
        <translation>Es gibt keinen Artikel %1.</translation>
    </message>
</context>
<context>
    <name>CliCommands</name>
    <message>
        <source>Usage:</source>
        <translation>Aufruf:</translation>
    </message>
    <message>
        <source>“%1” comes with a later version of Broadsheet; this one cannot do it yet.</source>
        <translation>„%1“ kommt mit einer späteren Version von Broadsheet; diese beherrscht es noch nicht.</translation>
    </message>
    <message>
        <source>The output could not be written to its end.</source>
        <translation>Die Ausgabe konnte nicht vollständig geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>CliComments</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>This comment is the site&apos;s: it can be answered, not changed or deleted.</source>
        <translation>Dieser Kommentar gehört der Website: Er kann beantwortet, aber nicht geändert oder gelöscht werden.</translation>
    </message>
    <message>
        <source>A comment needs a text.</source>
        <translation>Ein Kommentar braucht einen Text.</translation>
    </message>
    <message>
        <source>There is no article %1.</source>
        <translation>Es gibt keinen Artikel %1.</translation>
    </message>
    <message>
        <source>There is no comment %1.</source>
        <translation>Es gibt keinen Kommentar %1.</translation>
    </message>
    <message>
        <source>%1  deleted</source>
        <translation>%1  gelöscht</translation>
    </message>
    <message>
        <source>, edited</source>
        <translation>, bearbeitet</translation>
    </message>
    <message>
        <source>, from the site</source>
        <translation>, von der Website</translation>
    </message>
    <message>
        <source>The article names no place to fetch the comments of its site from.</source>
        <translation>Der Artikel nennt keine Adresse, von der sich die Kommentare seiner Website abrufen ließen.</translation>
    </message>
    <message>
        <source>comment: --edit or --delete, not both.</source>
        <translation>comment: entweder --edit oder --delete, nicht beides.</translation>
    </message>
    <message>
        <source>comment: an article, --reply-to and --name are for a new comment.</source>
        <translation>comment: Artikel, --reply-to und --name gehören zu einem neuen Kommentar.</translation>
    </message>
    <message>
        <source>comment: --delete takes no --text.</source>
        <translation>comment: --delete verträgt sich nicht mit --text.</translation>
    </message>
    <message>
        <source>comment: --text is missing.</source>
        <translation>comment: --text fehlt.</translation>
    </message>
    <message>
        <source>comment: which article?</source>
        <translation>comment: Welcher Artikel?</translation>
    </message>
    <message>
        <source>There is no comment %1 under article %2.</source>
        <translation>Es gibt keinen Kommentar %1 zum Artikel %2.</translation>
    </message>
</context>
<context>
    <name>CliErrors</name>
    <message>
        <source>an internal error</source>
        <translation>interner Fehler</translation>
    </message>
    <message>
        <source>stopped before it was done</source>
        <translation>vor dem Ende abgebrochen</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>bereits vorhanden</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>nicht unterstützt</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>fehlerhaft aufgebaut</translation>
    </message>
    <message>
        <source>not a feed</source>
        <translation>kein Feed</translation>
    </message>
    <message>
        <source>no feed found there</source>
        <translation>dort wurde kein Feed gefunden</translation>
    </message>
    <message>
        <source>no article found there</source>
        <translation>dort wurde kein Artikel gefunden</translation>
    </message>
    <message>
        <source>the answer is empty</source>
        <translation>die Antwort ist leer</translation>
    </message>
    <message>
        <source>this computer is offline</source>
        <translation>dieser Computer ist offline</translation>
    </message>
    <message>
        <source>the host was not found</source>
        <translation>der Server wurde nicht gefunden</translation>
    </message>
    <message>
        <source>the connection failed</source>
        <translation>die Verbindung ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>the connection is not secure</source>
        <translation>die Verbindung ist nicht sicher</translation>
    </message>
    <message>
        <source>the server refused</source>
        <translation>der Server hat abgelehnt</translation>
    </message>
    <message>
        <source>the server asks to come back later</source>
        <translation>der Server bittet darum, später wiederzukommen</translation>
    </message>
    <message>
        <source>gone for good</source>
        <translation>endgültig entfernt</translation>
    </message>
    <message>
        <source>a login is needed</source>
        <translation>eine Anmeldung ist nötig</translation>
    </message>
    <message>
        <source>too many redirects</source>
        <translation>zu viele Weiterleitungen</translation>
    </message>
    <message>
        <source>redirected to where we do not follow</source>
        <translation>Weiterleitung an eine Adresse, der nicht gefolgt wird</translation>
    </message>
    <message>
        <source>the answer broke off</source>
        <translation>die Antwort ist abgebrochen</translation>
    </message>
    <message>
        <source>in an encoding that is not supported</source>
        <translation>nicht unterstützte Zeichenkodierung</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>keine solche Datei</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>die Datei kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>the file cannot be written</source>
        <translation>die Datei kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the store is busy</source>
        <translation>die Bibliothek ist gerade in Benutzung</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the store cannot be written</source>
        <translation>in die Bibliothek kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the store is damaged</source>
        <translation>die Bibliothek ist beschädigt</translation>
    </message>
    <message>
        <source>the store was written by a newer version of Broadsheet</source>
        <translation>die Bibliothek stammt von einer neueren Version von Broadsheet</translation>
    </message>
    <message>
        <source>the store cannot be opened</source>
        <translation>die Bibliothek kann nicht geöffnet werden</translation>
    </message>
</context>
<context>
    <name>CliExportComments</name>
    <message>
        <source>Me</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>“%1” is no format.</source>
        <translation>„%1“ ist kein Format.</translation>
    </message>
</context>
<context>
    <name>CliImportExport</name>
    <message numerus="yes">
        <source>There is no keyring, so the logins of %n feed(s) in the list last for this run alone. To have them kept in a file that only you can read, set inFile=true under [secrets] in settings.ini and import the list again.</source>
        <translation>
            <numerusform>Es gibt keinen Schlüsselbund, daher gelten die Zugangsdaten von %n Feed aus der Liste nur für diesen Aufruf. Um sie in einer Datei aufzubewahren, die nur Sie lesen können, setzen Sie inFile=true unter [secrets] in settings.ini und importieren Sie die Liste erneut.</numerusform>
            <numerusform>Es gibt keinen Schlüsselbund, daher gelten die Zugangsdaten von %n Feeds aus der Liste nur für diesen Aufruf. Um sie in einer Datei aufzubewahren, die nur Sie lesen können, setzen Sie inFile=true unter [secrets] in settings.ini und importieren Sie die Liste erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 feeds added, %2 categories made, %3 feeds were there already, %4 could not be taken.</source>
        <translation>Feeds hinzugefügt: %1, Kategorien angelegt: %2, schon vorhandene Feeds: %3, nicht übernommen: %4.</translation>
    </message>
    <message>
        <source>%1 comments added, %2 changed, %3 were there already.</source>
        <translation>Kommentare hinzugefügt: %1, geändert: %2, schon vorhanden: %3.</translation>
    </message>
</context>
<context>
    <name>CliInvocation</name>
    <message>
        <source>needs a folder</source>
        <translation>braucht einen Ordner</translation>
    </message>
    <message>
        <source>no such command</source>
        <translation>diesen Befehl gibt es nicht</translation>
    </message>
    <message>
        <source>no such option</source>
        <translation>diese Option gibt es nicht</translation>
    </message>
    <message>
        <source>there is no display to open a window on; start it in a desktop session, or use a command such as “broadsheet sync” (broadsheet --help lists them).</source>
        <translation>Es gibt keinen Bildschirm, auf dem sich ein Fenster öffnen ließe; starten Sie das Programm in einer Desktopsitzung, oder verwenden Sie einen Befehl wie „broadsheet sync“ (broadsheet --help führt sie auf).</translation>
    </message>
</context>
<context>
    <name>CliSearch</name>
    <message>
        <source>“%1” is no order.</source>
        <translation>„%1“ ist keine Reihenfolge.</translation>
    </message>
    <message>
        <source>The query cannot be read at position %1: %2</source>
        <translation>Die Suchanfrage ist an Stelle %1 nicht lesbar: %2</translation>
    </message>
    <message>
        <source>The search index is being made anew. Older articles that are not in it yet: %1</source>
        <translation>Der Suchindex wird neu aufgebaut. Ältere Artikel, die noch darin fehlen: %1</translation>
    </message>
    <message>
        <source>comment: </source>
        <translation>Kommentar: </translation>
    </message>
    <message>
        <source>A parenthesis closes that was not opened</source>
        <translation>Eine schließende Klammer hat keine öffnende</translation>
    </message>
    <message>
        <source>Something to look for is missing</source>
        <translation>Es fehlt, wonach zu suchen ist</translation>
    </message>
    <message>
        <source>Nested too deeply</source>
        <translation>Zu tief geschachtelt</translation>
    </message>
    <message>
        <source>Nothing follows the &quot;-&quot;</source>
        <translation>Nach dem „-“ folgt nichts</translation>
    </message>
    <message>
        <source>A parenthesis is not closed</source>
        <translation>Eine Klammer ist nicht geschlossen</translation>
    </message>
    <message>
        <source>A value is missing</source>
        <translation>Ein Wert fehlt</translation>
    </message>
    <message>
        <source>An unknown value</source>
        <translation>Ein unbekannter Wert</translation>
    </message>
    <message>
        <source>An unknown operator</source>
        <translation>Ein unbekannter Operator</translation>
    </message>
    <message>
        <source>A quotation mark is not closed</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>Nothing between the quotation marks</source>
        <translation>Zwischen den Anführungszeichen steht nichts</translation>
    </message>
    <message>
        <source>The query is too long</source>
        <translation>Die Suchanfrage ist zu lang</translation>
    </message>
</context>
<context>
    <name>CliStories</name>
    <message numerus="yes">
        <source>%n of your feeds</source>
        <translation>
            <numerusform>%n Ihrer Feeds</numerusform>
            <numerusform>%n Ihrer Feeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles of one feed</source>
        <translation>
            <numerusform>%n Artikel eines Feeds</numerusform>
            <numerusform>%n Artikel eines Feeds</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, about “%2”, which you often read</source>
        <extracomment>%1 is &quot;6 of your feeds&quot;, %2 a publisher&apos;s term: &quot;Space&quot;</extracomment>
        <translation>%1, zu „%2“, worüber Sie oft lesen</translation>
    </message>
    <message>
        <source>%1, among them ones you often read</source>
        <extracomment>%1 is &quot;6 of your feeds&quot;</extracomment>
        <translation>%1, darunter welche, die Sie oft lesen</translation>
    </message>
    <message>
        <source>--date and --since do not go together.</source>
        <translation>--date und --since vertragen sich nicht.</translation>
    </message>
    <message>
        <source>“%1” is not a date (2026-11-01 or 2026-11-01T12:00:00Z).</source>
        <translation>„%1“ ist kein Datum (2026-11-01 oder 2026-11-01T12:00:00Z).</translation>
    </message>
</context>
<context>
    <name>CliSubscriptions</name>
    <message>
        <source>%1 gave no feed; it is subscribed all the same.</source>
        <translation>%1 hat keinen Feed geliefert; abonniert ist die Adresse trotzdem.</translation>
    </message>
    <message>
        <source>There is no keyring, so the login lasts for this run alone. To have it kept in a file that only you can read, set inFile=true under [secrets] in settings.ini.</source>
        <translation>Es gibt keinen Schlüsselbund, daher gelten die Zugangsdaten nur für diesen Aufruf. Um sie in einer Datei aufzubewahren, die nur Sie lesen können, setzen Sie inFile=true unter [secrets] in settings.ini.</translation>
    </message>
    <message>
        <source>Subscribed to %1 (%2).</source>
        <translation>%1 abonniert (%2).</translation>
    </message>
    <message>
        <source>%1 is not subscribed.</source>
        <translation>%1 ist nicht abonniert.</translation>
    </message>
    <message>
        <source>Unsubscribed from %1.</source>
        <translation>%1 abbestellt.</translation>
    </message>
</context>
<context>
    <name>CliSync</name>
    <message>
        <source>Fetching %1 of %2…</source>
        <translation>%1 von %2 wird abgerufen&#xa0;…</translation>
    </message>
    <message>
        <source>%1: %2 new, %3 updated</source>
        <translation>%1: %2 neu, %3 aktualisiert</translation>
    </message>
    <message>
        <source>%1 is not subscribed.</source>
        <translation>%1 ist nicht abonniert.</translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s)</source>
        <translation>
            <numerusform>%n Feed</numerusform>
            <numerusform>%n Feeds</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 failed, %2 new articles, %3 updated, %4 kB in %5 s</source>
        <translation>, %1 fehlgeschlagen, %2 neue Artikel, %3 aktualisiert, %4&#xa0;kB in %L5&#xa0;s</translation>
    </message>
    <message>
        <source>Stopped before it was done; what had come is kept.</source>
        <translation>Vor dem Ende abgebrochen; was angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>No backup was made: %1</source>
        <translation>Es wurde keine Sicherung angelegt: %1</translation>
    </message>
</context>
<context>
    <name>CliUpkeep</name>
    <message>
        <source>The store needs repair: “broadsheet doctor --repair”.</source>
        <translation>Die Bibliothek muss repariert werden: „broadsheet doctor --repair“.</translation>
    </message>
    <message>
        <source>The store was made anew; the next sync fetches what is missing and can still be had. The damaged one is kept beside it.</source>
        <translation>Die Bibliothek wurde neu angelegt; der nächste Abruf holt, was fehlt und noch zu haben ist. Die beschädigte liegt daneben.</translation>
    </message>
    <message>
        <source>%1: %2 kB</source>
        <translation>%1: %2&#xa0;kB</translation>
    </message>
    <message>
        <source>Restored from %1.</source>
        <translation>Aus %1 wiederhergestellt.</translation>
    </message>
    <message>
        <source>The store from before is kept as %1.</source>
        <translation>Die bisherige Bibliothek bleibt als %1 erhalten.</translation>
    </message>
</context>
<context>
    <name>CliWords</name>
    <message>
        <source>%1: a word is missing.</source>
        <translation>%1: Ein Wort fehlt.</translation>
    </message>
    <message>
        <source>%1: cannot make sense of “%2”.</source>
        <translation>%1: „%2“ ist hier nicht verständlich.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a number.</source>
        <translation>%1: „%2“ ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>CommentTime</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>vor 1 Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>vor 1 Stunde</translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>day and month, as QLocale::toString takes them; translate the order</extracomment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>Written on %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Edited on %1</source>
        <translation>Bearbeitet: %1</translation>
    </message>
    <message>
        <source>A comment of the site</source>
        <translation>Ein Kommentar der Website</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The address</source>
        <comment>stands where a host&apos;s name is not known</comment>
        <translation>Die Adresse</translation>
    </message>
    <message>
        <source>This was cancelled before it was finished.</source>
        <translation>Der Vorgang wurde vor dem Ende abgebrochen.</translation>
    </message>
    <message>
        <source>That is not something Broadsheet can work with.</source>
        <translation>Damit kann Broadsheet nichts anfangen.</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>Das ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It is already there.</source>
        <translation>Das ist bereits vorhanden.</translation>
    </message>
    <message>
        <source>This kind of document is not supported.</source>
        <translation>Dokumente dieser Art werden nicht unterstützt.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong.</source>
        <translation>Etwas Unerwartetes ist schiefgegangen.</translation>
    </message>
    <message>
        <source>What %1 sent is larger than Broadsheet is willing to take.</source>
        <translation>%1 hat mehr gesendet, als Broadsheet annimmt.</translation>
    </message>
    <message>
        <source>What %1 sent is damaged and cannot be read.</source>
        <translation>%1 hat beschädigte Daten gesendet, die sich nicht lesen lassen.</translation>
    </message>
    <message>
        <source>%1 answered, but not with a feed.</source>
        <translation>%1 hat geantwortet, aber nicht mit einem Feed.</translation>
    </message>
    <message>
        <source>No feed was found at %1.</source>
        <translation>%1 bietet keinen Feed an.</translation>
    </message>
    <message>
        <source>No article was found at %1.</source>
        <translation>%1 enthält keinen Artikel.</translation>
    </message>
    <message>
        <source>%1 answered with an empty document.</source>
        <translation>%1 hat mit einem leeren Dokument geantwortet.</translation>
    </message>
    <message>
        <source>This computer is not connected to the network.</source>
        <translation>Dieser Computer ist nicht mit dem Netz verbunden.</translation>
    </message>
    <message>
        <source>%1 could not be found. Is the address right?</source>
        <translation>%1 wurde nicht gefunden. Stimmt die Adresse?</translation>
    </message>
    <message>
        <source>%1 does not take connections at the moment.</source>
        <translation>%1 nimmt derzeit keine Verbindungen an.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made.</source>
        <translation>%1 lässt keine sichere Verbindung zu.</translation>
    </message>
    <message>
        <source>%1 does not know this address (HTTP 404).</source>
        <translation>%1 kennt diese Adresse nicht (HTTP 404).</translation>
    </message>
    <message>
        <source>%1 does not allow this to be read (HTTP 403).</source>
        <translation>%1 erlaubt nicht, dies zu lesen (HTTP 403).</translation>
    </message>
    <message>
        <source>%1 answered with an error (HTTP %2).</source>
        <translation>%1 hat mit einem Fehler geantwortet (HTTP %2).</translation>
    </message>
    <message>
        <source>%1 answered with an error.</source>
        <translation>%1 hat mit einem Fehler geantwortet.</translation>
    </message>
    <message>
        <source>%1 asks to be visited less often. Broadsheet waits.</source>
        <translation>%1 bittet um seltenere Besuche. Broadsheet wartet.</translation>
    </message>
    <message>
        <source>The publisher has closed this feed.</source>
        <translation>Der Anbieter hat diesen Feed eingestellt.</translation>
    </message>
    <message>
        <source>%1 asks for a user name and password.</source>
        <translation>%1 verlangt einen Benutzernamen und ein Passwort.</translation>
    </message>
    <message>
        <source>%1 sends us in circles.</source>
        <translation>%1 leitet im Kreis weiter.</translation>
    </message>
    <message>
        <source>%1 points to an address that is not safe to follow.</source>
        <translation>%1 verweist auf eine Adresse, der zu folgen nicht sicher ist.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off.</source>
        <translation>%1: Die Verbindung ist abgebrochen.</translation>
    </message>
    <message>
        <source>%1 sent data in an encoding that Broadsheet does not know.</source>
        <translation>%1 hat Daten in einer Zeichenkodierung gesendet, die Broadsheet nicht kennt.</translation>
    </message>
    <message>
        <source>The file “%1” does not exist.</source>
        <translation>Die Datei „%1“ existiert nicht.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read.</source>
        <translation>Die Datei „%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be written.</source>
        <translation>Die Datei „%1“ kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Another program is using your library. Try again in a moment.</source>
        <translation>Ein anderes Programm benutzt gerade Ihre Bibliothek. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The disk is full: your library cannot take anything more.</source>
        <translation>Der Datenträger ist voll: Ihre Bibliothek kann nichts mehr aufnehmen.</translation>
    </message>
    <message>
        <source>Your library cannot be written to.</source>
        <translation>In Ihre Bibliothek kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Your library is damaged. “broadsheet doctor” tells more.</source>
        <translation>Ihre Bibliothek ist beschädigt. Mehr dazu sagt „broadsheet doctor“.</translation>
    </message>
    <message>
        <source>Your library was made by a newer Broadsheet.</source>
        <translation>Ihre Bibliothek stammt von einer neueren Version von Broadsheet.</translation>
    </message>
    <message>
        <source>Your library cannot be opened.</source>
        <translation>Ihre Bibliothek kann nicht geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Broadsheet</source>
        <translation>Über Broadsheet</translation>
    </message>
    <message>
        <source>Version %1

A desktop news reader that sets articles as if in print.

Free software under the GNU General Public License, version 3 or later. It comes with the typefaces Literata, Inter and JetBrains Mono, under the SIL Open Font License.</source>
        <translation>Version %1

Ein Nachrichtenleser für den Schreibtisch, der Artikel setzt wie gedruckt.

Freie Software unter der GNU General Public License, Version 3 oder neuer. Die mitgelieferten Schriften Literata, Inter und JetBrains Mono stehen unter der SIL Open Font License.</translation>
    </message>
</context>
<context>
    <name>HighlightColors</name>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Keine Farbe</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Earlier wordings</source>
        <translation>Frühere Fassungen</translation>
    </message>
    <message>
        <source>Until %1:</source>
        <translation>Bis %1:</translation>
    </message>
</context>
<context>
    <name>KeepingFields</name>
    <message>
        <source>Ever</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>1 Woche</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>1 Monat</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 Monate</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>1 Jahr</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>The latest 50</source>
        <translation>Die neuesten 50</translation>
    </message>
    <message>
        <source>The latest 100</source>
        <translation>Die neuesten 100</translation>
    </message>
    <message>
        <source>The latest 500</source>
        <translation>Die neuesten 500</translation>
    </message>
    <message>
        <source>The latest 1,000</source>
        <translation>Die neuesten 1.000</translation>
    </message>
    <message numerus="yes">
        <source>The latest %n</source>
        <translation>
            <numerusform>Den neuesten</numerusform>
            <numerusform>Die neuesten %n</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Keep articles for:</source>
        <translation>Artikel &amp;behalten:</translation>
    </message>
    <message>
        <source>Keep &amp;of them:</source>
        <translation>&amp;Davon behalten:</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>MentionCard</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Somebody</source>
        <comment>a comment of a site that gives no name</comment>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 wrote a comment that begins with %2</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>day and month, as QLocale::toString takes them; translate the order</extracomment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 a feed, %2 a date</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Reply by %1 under “%2”</source>
        <extracomment>read aloud; %1 who wrote, %2 the headline of an article</extracomment>
        <translation>%1: Antwort unter „%2“</translation>
    </message>
    <message>
        <source>Article “%1”, %2</source>
        <extracomment>read aloud; %1 a headline, %2 a feed</extracomment>
        <translation>Artikel „%1“, %2</translation>
    </message>
</context>
<context>
    <name>ReaderPage</name>
    <message>
        <source>This page is too long to be shown whole. Its end can be read in the browser.</source>
        <translation>Diese Seite ist zu lang, um ganz gezeigt zu werden. Ihr Ende lässt sich im Browser lesen.</translation>
    </message>
    <message>
        <source>Play on %1</source>
        <extracomment>A film, a sound or a frame of another site; %1 is its host. A click opens it in the browser.</extracomment>
        <translation>Auf %1 abspielen</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Farben:</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Article &amp;list:</source>
        <translation>Artikel&amp;liste:</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Luftig</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>&amp;Bewegungen verringern</translation>
    </message>
    <message>
        <source>&amp;Typeface:</source>
        <translation>&amp;Schriftart:</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>Mit Serifen</translation>
    </message>
    <message>
        <source>Sans serif</source>
        <translation>Ohne Serifen</translation>
    </message>
    <message>
        <source>&amp;Size:</source>
        <translation>&amp;Größe:</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Am kleinsten</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Am größten</translation>
    </message>
    <message>
        <source>&amp;Line spacing:</source>
        <translation>&amp;Zeilenabstand:</translation>
    </message>
    <message>
        <source>Closest</source>
        <translation>Am engsten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Eng</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Weit</translation>
    </message>
    <message>
        <source>Widest</source>
        <translation>Am weitesten</translation>
    </message>
    <message>
        <source>Para&amp;graphs:</source>
        <translation>&amp;Absätze:</translation>
    </message>
    <message>
        <source>Wide apart</source>
        <translation>Weit auseinander</translation>
    </message>
    <message>
        <source>Column &amp;width:</source>
        <translation>Spalten&amp;breite:</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>Schmal</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Wide</source>
        <comment>a column</comment>
        <translation>Breit</translation>
    </message>
    <message>
        <source>&amp;Pictures:</source>
        <translation>Bil&amp;der:</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Only when I ask</source>
        <translation>Nur auf Wunsch</translation>
    </message>
    <message>
        <source>Never load</source>
        <translation>Nie laden</translation>
    </message>
    <message>
        <source>Show, but not over a metered connection</source>
        <translation>Anzeigen, außer über getaktete Verbindungen</translation>
    </message>
    <message>
        <source>Mark an article as &amp;read:</source>
        <translation>Artikel als gelesen &amp;markieren:</translation>
    </message>
    <message>
        <source>A moment after it is shown</source>
        <translation>Kurz nach dem Anzeigen</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Only when I say so</source>
        <translation>Nur auf Wunsch</translation>
    </message>
    <message>
        <source>When it is shown, or scrolled past in the list</source>
        <translation>Beim Anzeigen oder Vorbeiscrollen in der Liste</translation>
    </message>
    <message>
        <source>&amp;Find which articles tell one story</source>
        <translation>&amp;Erkennen, welche Artikel zu einer Story gehören</translation>
    </message>
    <message>
        <source>Stories of feeds and topics that I read and star come &amp;first</source>
        <translation>Storys aus Feeds und zu Themen &amp;voranstellen, die ich lese und mit Stern versehe</translation>
    </message>
    <message>
        <source>&amp;Justify paragraphs</source>
        <translation>Bl&amp;ocksatz</translation>
    </message>
    <message>
        <source>&amp;Wrap long lines of code</source>
        <translation>Lange &amp;Codezeilen umbrechen</translation>
    </message>
    <message>
        <source>Never by itself</source>
        <translation>Nie von selbst</translation>
    </message>
    <message>
        <source>Every 15 minutes</source>
        <translation>Alle 15 Minuten</translation>
    </message>
    <message>
        <source>Every 30 minutes</source>
        <translation>Alle 30 Minuten</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Stündlich</translation>
    </message>
    <message>
        <source>Every 2 hours</source>
        <translation>Alle 2 Stunden</translation>
    </message>
    <message>
        <source>Every 6 hours</source>
        <translation>Alle 6 Stunden</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>Einmal am Tag</translation>
    </message>
    <message numerus="yes">
        <source>Every %n minutes</source>
        <translation>
            <numerusform>Jede Minute</numerusform>
            <numerusform>Alle %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for &amp;new articles:</source>
        <translation>&amp;Neue Artikel abrufen:</translation>
    </message>
    <message>
        <source>Look for new articles when Broadsheet &amp;starts</source>
        <translation>Beim &amp;Start von Broadsheet neue Artikel abrufen</translation>
    </message>
    <message>
        <source>Also where the connection is paid by &amp;volume</source>
        <translation>Auch über &amp;getaktete Verbindungen</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>&amp;Proxy:</source>
        <translation>&amp;Proxy:</translation>
    </message>
    <message>
        <source>A feed that asks to be visited less often is visited less often.</source>
        <translation>Ein Feed, der um seltenere Besuche bittet, wird seltener besucht.</translation>
    </message>
    <message>
        <source>Keep articles &amp;for:</source>
        <translation>Artikel &amp;behalten:</translation>
    </message>
    <message>
        <source>Ever</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>1 Monat</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 Monate</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 Monate</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>3 years</source>
        <translation>3 Jahre</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep of each fee&amp;d:</source>
        <translation>Je &amp;Feed behalten:</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>The latest 100</source>
        <translation>Die neuesten 100</translation>
    </message>
    <message>
        <source>The latest 500</source>
        <translation>Die neuesten 500</translation>
    </message>
    <message>
        <source>The latest 1,000</source>
        <translation>Die neuesten 1.000</translation>
    </message>
    <message>
        <source>The latest 5,000</source>
        <translation>Die neuesten 5.000</translation>
    </message>
    <message numerus="yes">
        <source>The latest %n</source>
        <translation>
            <numerusform>Den neuesten</numerusform>
            <numerusform>Die neuesten %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Always keep what is &amp;unread</source>
        <translation>&amp;Ungelesenes immer behalten</translation>
    </message>
    <message>
        <source>What you starred, highlighted or wrote about is always kept, and your comments outlive their article. A feed can have limits of its own: see its options.</source>
        <translation>Was Sie mit Stern versehen, markiert oder kommentiert haben, wird immer behalten, und Ihre Kommentare überdauern ihren Artikel. Ein Feed kann eigene Grenzen haben: siehe seine Optionen.</translation>
    </message>
    <message>
        <source>&amp;Room for pictures:</source>
        <translation>&amp;Platz für Bilder:</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>&amp;Name on your comments:</source>
        <translation>&amp;Name unter Ihren Kommentaren:</translation>
    </message>
    <message>
        <source>None; several are parted by commas</source>
        <translation>Keine; mehrere durch Kommas trennen</translation>
    </message>
    <message>
        <source>&amp;Other names to choose from:</source>
        <translation>&amp;Weitere Namen zur Auswahl:</translation>
    </message>
    <message>
        <source>What you write stays on this computer.</source>
        <translation>Was Sie schreiben, bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Fetch the &amp;discussion from Discourse, Lobsters, Hacker News, Reddit and Mastodon</source>
        <translation>&amp;Diskussionen von Discourse, Lobsters, Hacker News, Reddit und Mastodon abrufen</translation>
    </message>
    <message>
        <source>Where an article names its page there. That site then learns that you read the article.</source>
        <translation>Wo ein Artikel seine Seite dort nennt. Jene Website erfährt dann, dass Sie den Artikel lesen.</translation>
    </message>
    <message>
        <source>Single &amp;letters are commands outside text fields</source>
        <translation>Einzelne &amp;Buchstaben sind Befehle, außer in Textfeldern</translation>
    </message>
</context>
<context>
    <name>ThreadLayout</name>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Show in the text</source>
        <translation>Im Text zeigen</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Answer on the site</source>
        <translation>Auf der Website antworten</translation>
    </message>
    <message>
        <source>1 reply</source>
        <translation>1 Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadPainter</name>
    <message>
        <source>%1 · edited</source>
        <extracomment>%1 when a comment was written</extracomment>
        <translation>%1 · bearbeitet</translation>
    </message>
    <message>
        <source>%1 · passage no longer in the article</source>
        <extracomment>%1 when a comment was written</extracomment>
        <translation>%1 · Stelle nicht mehr im Artikel</translation>
    </message>
    <message>
        <source>%1 · passage gone</source>
        <extracomment>%1 when a comment was written; where there is no room for &quot;passage no longer in the article&quot;</extracomment>
        <translation>%1 · Stelle fehlt</translation>
    </message>
    <message>
        <source>Site</source>
        <extracomment>on a comment that is not the reader&apos;s, but of the article&apos;s site</extracomment>
        <translation>Website</translation>
    </message>
</context>
<context>
    <name>TryText</name>
    <message numerus="yes">
        <source>%n articles changed</source>
        <translation>
            <numerusform>%n Artikel geändert</numerusform>
            <numerusform>%n Artikel geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new articles</source>
        <translation>
            <numerusform>%n neuer Artikel</numerusform>
            <numerusform>%n neue Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nichts Neues</translation>
    </message>
    <message>
        <source>%1 – the server points to %2</source>
        <extracomment>%1 is what a fetch came to, %2 an address</extracomment>
        <translation>%1 – der Server verweist auf %2</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>Von Ihnen pausiert</translation>
    </message>
    <message>
        <source>Closed by the publisher</source>
        <translation>Vom Anbieter eingestellt</translation>
    </message>
    <message>
        <source>Not fetched yet</source>
        <translation>Noch nicht abgerufen</translation>
    </message>
    <message>
        <source>Has never answered</source>
        <translation>Hat noch nie geantwortet</translation>
    </message>
    <message>
        <source>Fails since %1</source>
        <translation>Schlägt fehl seit %1</translation>
    </message>
    <message>
        <source>Has moved: you decide</source>
        <translation>Umgezogen: Sie entscheiden</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>In Ordnung</translation>
    </message>
</context>
<context>
    <name>broadsheet::Actions</name>
    <message>
        <source>&amp;Add a feed…</source>
        <translation>&amp;Feed hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;New category…</source>
        <translation>&amp;Neue Kategorie&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Import subscriptions…</source>
        <translation>Abonnements &amp;importieren&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Export subscriptions…</source>
        <translation>Abonnements &amp;exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>I&amp;mport comments…</source>
        <translation>Ko&amp;mmentare importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Ex&amp;port comments…</source>
        <translation>Kommentare ex&amp;portieren&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Refresh all feeds</source>
        <translation>&amp;Alle Feeds aktualisieren</translation>
    </message>
    <message>
        <source>Refresh &amp;this view</source>
        <translation>Diese Ansicht akt&amp;ualisieren</translation>
    </message>
    <message>
        <source>Feed &amp;health…</source>
        <translation>&amp;Zustand der Feeds&#xa0;…</translation>
    </message>
    <message>
        <source>Recently &amp;deleted…</source>
        <translation>Kürzlich &amp;gelöscht&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Ein&amp;stellungen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>&amp;Nächster Artikel</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>&amp;Vorheriger Artikel</translation>
    </message>
    <message>
        <source>Next &amp;unread article</source>
        <translation>Nächster &amp;ungelesener Artikel</translation>
    </message>
    <message>
        <source>Previous un&amp;read article</source>
        <translation>Vorheriger un&amp;gelesener Artikel</translation>
    </message>
    <message>
        <source>A screen &amp;on, then the next unread</source>
        <translation>Seite &amp;weiter, dann nächster ungelesener</translation>
    </message>
    <message>
        <source>A screen &amp;back</source>
        <translation>Seite &amp;zurück</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Heute</translation>
    </message>
    <message>
        <source>Front pa&amp;ge</source>
        <translation>&amp;Titelseite</translation>
    </message>
    <message>
        <source>Unr&amp;ead</source>
        <translation>Unge&amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Starred</source>
        <translation>&amp;Mit Stern</translation>
    </message>
    <message>
        <source>&amp;Commented</source>
        <translation>&amp;Kommentiert</translation>
    </message>
    <message>
        <source>Stor&amp;ies</source>
        <translation>St&amp;orys</translation>
    </message>
    <message>
        <source>&amp;All articles</source>
        <translation>&amp;Alle Artikel</translation>
    </message>
    <message>
        <source>&amp;My comments…</source>
        <translation>Me&amp;ine Kommentare&#xa0;…</translation>
    </message>
    <message>
        <source>High&amp;lights…</source>
        <translation>Ma&amp;rkierungen&#xa0;…</translation>
    </message>
    <message>
        <source>Searc&amp;h</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Find in the article</source>
        <translation>Im Artikel su&amp;chen</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Nächste &amp;Fundstelle</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Vorherige Fun&amp;dstelle</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>&amp;Stern</translation>
    </message>
    <message>
        <source>&amp;Read or unread</source>
        <translation>&amp;Gelesen oder ungelesen</translation>
    </message>
    <message>
        <source>Mark &amp;all as read</source>
        <translation>&amp;Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Keep &amp;open in a tab</source>
        <translation>In einem &amp;Tab offen halten</translation>
    </message>
    <message>
        <source>C&amp;lose tab</source>
        <translation>Tab s&amp;chließen</translation>
    </message>
    <message>
        <source>Re&amp;ply</source>
        <translation>Ant&amp;worten</translation>
    </message>
    <message>
        <source>&amp;Quote the selection in a reply</source>
        <translation>Auswahl in einer Antwort &amp;zitieren</translation>
    </message>
    <message>
        <source>&amp;Highlight the selection</source>
        <translation>Auswahl &amp;markieren</translation>
    </message>
    <message>
        <source>&amp;Note on the selection</source>
        <translation>&amp;Notiz zur Auswahl</translation>
    </message>
    <message>
        <source>Ne&amp;xt highlight</source>
        <translation>Nächste Mar&amp;kierung</translation>
    </message>
    <message>
        <source>Pre&amp;vious highlight</source>
        <translation>&amp;Vorherige Markierung</translation>
    </message>
    <message>
        <source>&amp;Full text</source>
        <translation>V&amp;olltext</translation>
    </message>
    <message>
        <source>Open in the &amp;browser</source>
        <translation>Im &amp;Browser öffnen</translation>
    </message>
    <message>
        <source>Open in the bro&amp;wser, behind</source>
        <translation>Im Browser im &amp;Hintergrund öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy link</source>
        <translation>L&amp;ink kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Als Mark&amp;down kopieren</translation>
    </message>
    <message>
        <source>Copy as quotat&amp;ion</source>
        <translation>Als Zitat ko&amp;pieren</translation>
    </message>
    <message>
        <source>Save as a boo&amp;k…</source>
        <translation>Als B&amp;uch speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Prin&amp;t…</source>
        <translation>Druck&amp;en&#xa0;…</translation>
    </message>
    <message>
        <source>All articles of the view in &amp;one page</source>
        <translation>Alle Artikel der Ansicht auf &amp;einer Seite</translation>
    </message>
    <message>
        <source>&amp;Unread only</source>
        <translation>Nur &amp;ungelesene</translation>
    </message>
    <message>
        <source>&amp;Comments panel</source>
        <translation>&amp;Kommentarleiste</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>&amp;Reading only</source>
        <translation>Nur &amp;Lesebereich</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>&amp;Vorheriger Bereich</translation>
    </message>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>Nächster &amp;Tab</translation>
    </message>
    <message>
        <source>Pre&amp;vious tab</source>
        <translation>Vorheriger Ta&amp;b</translation>
    </message>
    <message>
        <source>Walk through the &amp;text with a caret</source>
        <translation>Text mit dem &amp;Cursor durchgehen</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Kle&amp;inere Schrift</translation>
    </message>
    <message>
        <source>Usual text si&amp;ze</source>
        <translation>N&amp;ormale Schriftgröße</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Broadsheet</source>
        <translation>Über &amp;Broadsheet</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>&amp;Artikel</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>G, then %1</source>
        <comment>two keys, one after the other</comment>
        <translation>G, dann %1</translation>
    </message>
</context>
<context>
    <name>broadsheet::AddFeedDialog</name>
    <message>
        <source>Add a feed</source>
        <translation>Feed hinzufügen</translation>
    </message>
    <message>
        <source>Address of a &amp;feed or of a website:</source>
        <translation>Adresse eines &amp;Feeds oder einer Website:</translation>
    </message>
    <message>
        <source>example.org</source>
        <translation>example.org</translation>
    </message>
    <message>
        <source>&amp;Category, an old one or a new name:</source>
        <translation>&amp;Kategorie, vorhanden oder mit neuem Namen:</translation>
    </message>
    <message>
        <source>This &amp;site offers several feeds:</source>
        <translation>Diese &amp;Website bietet mehrere Feeds:</translation>
    </message>
    <message>
        <source>Looking for feeds</source>
        <translation>Suche nach Feeds</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Keine Kategorie</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Feeds of this site</source>
        <translation>Feeds dieser Website</translation>
    </message>
    <message>
        <source>&amp;Add the chosen</source>
        <translation>Ausgewählte &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Looking for feeds…</source>
        <translation>Feeds werden gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>That is not an address.</source>
        <translation>Das ist keine Adresse.</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Wird hinzugefügt&#xa0;…</translation>
    </message>
    <message>
        <source>There is no keyring, so this login lasts until Broadsheet is closed.</source>
        <translation>Es gibt keinen Schlüsselbund, daher gelten diese Zugangsdaten, bis Broadsheet beendet wird.</translation>
    </message>
    <message>
        <source>You have this feed already.</source>
        <translation>Diesen Feed haben Sie schon.</translation>
    </message>
</context>
<context>
    <name>broadsheet::ArticleDelegate</name>
    <message>
        <source>Reply: </source>
        <extracomment>Before the text of one of the reader&apos;s own replies, found by a search</extracomment>
        <translation>Antwort: </translation>
    </message>
</context>
<context>
    <name>broadsheet::ArticleFoot</name>
    <message>
        <source>%1 min</source>
        <extracomment>How long a recording is, in minutes.</extracomment>
        <translation>%1&#xa0;Min.</translation>
    </message>
    <message>
        <source>Podcast</source>
        <translation>Podcast</translation>
    </message>
    <message>
        <source>Newsletter</source>
        <translation>Newsletter</translation>
    </message>
    <message>
        <source>Attached:</source>
        <extracomment>Files that a feed attaches to an article: an episode, a document.</extracomment>
        <translation>Anhänge:</translation>
    </message>
    <message>
        <source>Read more about:</source>
        <translation>Mehr zu:</translation>
    </message>
    <message>
        <source>Shows what has this topic. A long press or the menu key follows it.</source>
        <translation>Zeigt Artikel zu diesem Thema. Zum Folgen lange drücken, oder mit der Menütaste.</translation>
    </message>
    <message>
        <source>Follow %1 on:</source>
        <extracomment>%1 is a publisher: &quot;Follow The Meridian on:&quot;, then chips such as &quot;Feed&quot; and &quot;Website&quot;.</extracomment>
        <translation>%1 folgen auf:</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Find more…</source>
        <translation>Mehr suchen&#xa0;…</translation>
    </message>
    <message>
        <source>Looks at the publisher&apos;s home page, once</source>
        <translation>Sieht einmal auf der Startseite des Anbieters nach</translation>
    </message>
    <message>
        <source>Subscribe to %1</source>
        <extracomment>On a chip of a publisher&apos;s account; %1 is its name there.</extracomment>
        <translation>%1 abonnieren</translation>
    </message>
    <message>
        <source>Also told by</source>
        <translation>Auch berichtet von</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Verwandte Artikel</translation>
    </message>
</context>
<context>
    <name>broadsheet::ArticleMarks</name>
    <message>
        <source>1 article marked as read.</source>
        <translation>1 Artikel als gelesen markiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n articles marked as read.</source>
        <translation>
            <numerusform>%n Artikel als gelesen markiert.</numerusform>
            <numerusform>%n Artikel als gelesen markiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>All marked as read.</source>
        <translation>Alle als gelesen markiert.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Article deleted.</source>
        <translation>Artikel gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n articles deleted.</source>
        <translation>
            <numerusform>%n Artikel gelöscht.</numerusform>
            <numerusform>%n Artikel gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::ArticleOutput</name>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Books (*.epub)</source>
        <translation>Bücher (*.epub)</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Link kopiert.</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Als &amp;Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;quotation with link</source>
        <translation>Als &amp;Zitat mit Link kopieren</translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>&amp;Speichern als</translation>
    </message>
    <message>
        <source>&amp;Web page…</source>
        <translation>&amp;Webseite&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;PDF…</source>
        <translation>&amp;PDF&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Book (EPUB)…</source>
        <translation>&amp;Buch (EPUB)&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Markdown…</source>
        <translation>&amp;Markdown&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Text…</source>
        <translation>&amp;Text&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Open link in the browser</source>
        <translation>Link im &amp;Browser öffnen</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>&amp;Link kopieren</translation>
    </message>
    <message>
        <source>Save the article</source>
        <translation>Artikel speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>Der Drucker antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>broadsheet::ArticlePane</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>Nichts zu lesen</translation>
    </message>
    <message>
        <source>New articles turn up here by themselves.</source>
        <translation>Neue Artikel erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>Your front page is empty</source>
        <translation>Ihre Titelseite ist leer</translation>
    </message>
    <message>
        <source>Add a feed, or bring your subscriptions with an OPML file.</source>
        <translation>Fügen Sie einen Feed hinzu, oder bringen Sie Ihre Abonnements mit einer OPML-Datei mit.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>Nichts gefunden zu „%1“</translation>
    </message>
    <message>
        <source>Try fewer words.</source>
        <translation>Versuchen Sie es mit weniger Wörtern.</translation>
    </message>
    <message>
        <source>Try fewer words, or search everywhere.</source>
        <translation>Versuchen Sie es mit weniger Wörtern, oder suchen Sie überall.</translation>
    </message>
    <message>
        <source>These articles cannot be shown</source>
        <translation>Diese Artikel können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>It last answered on %1.</source>
        <translation>Zuletzt hat er am %1 geantwortet.</translation>
    </message>
    <message>
        <source>This feed does not answer</source>
        <translation>Dieser Feed antwortet nicht</translation>
    </message>
    <message>
        <source>No stars yet</source>
        <translation>Noch keine Sterne</translation>
    </message>
    <message>
        <source>Press S on an article to keep it here.</source>
        <translation>Drücken Sie S, um einen Artikel hier zu behalten.</translation>
    </message>
    <message>
        <source>No replies yet</source>
        <translation>Noch keine Antworten</translation>
    </message>
    <message>
        <source>What you write stays on this computer.</source>
        <translation>Was Sie schreiben, bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>No stories yet</source>
        <translation>Noch keine Storys</translation>
    </message>
    <message>
        <source>When several of your feeds tell of one event, it appears here.</source>
        <translation>Berichten mehrere Ihrer Feeds von einem Ereignis, erscheint es hier.</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>Alles gelesen</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Noch nichts da</translation>
    </message>
    <message>
        <source>Add a feed</source>
        <translation>Feed hinzufügen</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The search is not understood from letter %1 on: “%2”</source>
        <translation>Die Suche ist ab Zeichen %1 nicht verständlich: „%2“</translation>
    </message>
    <message>
        <source>The search is not finished: something is missing at its end.</source>
        <translation>Die Suche ist nicht vollständig: Am Ende fehlt etwas.</translation>
    </message>
    <message>
        <source>No program opens this address.</source>
        <translation>Kein Programm öffnet diese Adresse.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open in the &amp;Browser</source>
        <translation>Im &amp;Browser öffnen</translation>
    </message>
    <message>
        <source>Show All &amp;Tellings of This Story</source>
        <translation>Alle &amp;Artikel dieser Story zeigen</translation>
    </message>
    <message>
        <source>Copy &amp;Link</source>
        <translation>Lin&amp;k kopieren</translation>
    </message>
    <message>
        <source>Remove the &amp;Star</source>
        <translation>&amp;Stern entfernen</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>&amp;Stern setzen</translation>
    </message>
    <message>
        <source>Mark as &amp;Read</source>
        <translation>Als &amp;gelesen markieren</translation>
    </message>
    <message>
        <source>Mark as Un&amp;read</source>
        <translation>Als &amp;ungelesen markieren</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Mark &amp;Newer as Read</source>
        <translation>&amp;Neuere als gelesen markieren</translation>
    </message>
    <message>
        <source>Mark Ol&amp;der as Read</source>
        <translation>Äl&amp;tere als gelesen markieren</translation>
    </message>
</context>
<context>
    <name>broadsheet::ArticleSaver</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>broadsheet::Attachments</name>
    <message>
        <source>%1 %</source>
        <extracomment>How much of a file is saved.</extracomment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>This recording cannot be played here.</source>
        <translation>Diese Aufnahme kann hier nicht abgespielt werden.</translation>
    </message>
    <message>
        <source>&amp;Open it outside</source>
        <translation>A&amp;ußerhalb öffnen</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Ab&amp;spielen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Stop saving</source>
        <translation>Speichern an&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>S&amp;peichern&#xa0;…</translation>
    </message>
    <message>
        <source>Copy &amp;address</source>
        <translation>&amp;Adresse kopieren</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Stopped. Saved under the same name, it goes on where it stopped.</source>
        <translation>Angehalten. Unter demselben Namen gespeichert, geht es dort weiter, wo es stehen blieb.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>broadsheet::AudioBar</name>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>15 seconds back</source>
        <translation>15 Sekunden zurück</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>30 seconds on</source>
        <translation>30 Sekunden vor</translation>
    </message>
    <message>
        <source>Place in the recording</source>
        <translation>Stelle in der Aufnahme</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>%1×</source>
        <extracomment>How fast a recording is played: &quot;1.5×&quot;.</extracomment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed: %1 times</source>
        <translation>Tempo: %1-fach</translation>
    </message>
</context>
<context>
    <name>broadsheet::BinDialog</name>
    <message>
        <source>Recently deleted</source>
        <translation>Kürzlich gelöscht</translation>
    </message>
    <message>
        <source>Deleted articles</source>
        <translation>Gelöschte Artikel</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Nothing was deleted in the last 30 days.</source>
        <translation>In den letzten 30 Tagen wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>What is deleted stays here for 30 days.</source>
        <translation>Was gelöscht wird, bleibt hier 30 Tage lang.</translation>
    </message>
</context>
<context>
    <name>broadsheet::BookMaker</name>
    <message>
        <source>There is no article to make a book of.</source>
        <translation>Es gibt keinen Artikel, aus dem sich ein Buch machen ließe.</translation>
    </message>
    <message>
        <source>Save as a book</source>
        <translation>Als Buch speichern</translation>
    </message>
    <message>
        <source>Books (*.epub)</source>
        <translation>Bücher (*.epub)</translation>
    </message>
    <message numerus="yes">
        <source>%n articles saved as %1.</source>
        <translation>
            <numerusform>%n Artikel gespeichert als %1.</numerusform>
            <numerusform>%n Artikel gespeichert als %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::CardText</name>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Age of an article: minutes, abbreviated</extracomment>
        <translation>%1&#xa0;Min.</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of an article&apos;s row as a screen reader reads it</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>1 comment</source>
        <translation>1 Kommentar</translation>
    </message>
    <message numerus="yes">
        <source>%n comments</source>
        <translation>
            <numerusform>%n Kommentar</numerusform>
            <numerusform>%n Kommentare</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on the site</source>
        <extracomment>%1 is &quot;6 comments&quot;; the reader wrote none of them</extracomment>
        <translation>%1 auf der Website</translation>
    </message>
    <message>
        <source>%1, %2 by you</source>
        <extracomment>%1 is &quot;6 comments&quot;, %2 how many of them the reader wrote; the others are the site&apos;s</extracomment>
        <translation>%1, davon %2 von Ihnen</translation>
    </message>
    <message>
        <source>also in %1</source>
        <extracomment>The other feeds that have the same article; %1 is their titles.</extracomment>
        <translation>auch in %1</translation>
    </message>
    <message>
        <source>+1 source</source>
        <extracomment>On an article whose story other feeds tell as well</extracomment>
        <translation>+1 Quelle</translation>
    </message>
    <message numerus="yes">
        <source>+%n sources</source>
        <translation>
            <numerusform>+%n Quelle</numerusform>
            <numerusform>+%n Quellen</numerusform>
        </translation>
    </message>
    <message>
        <source>edited</source>
        <extracomment>On an article that its publisher changed</extracomment>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Headline was: “%1”.</source>
        <extracomment>What the headline was before the publisher changed it</extracomment>
        <translation>Die Überschrift lautete: „%1“.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>broadsheet::CardView</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Remove the star (S)</source>
        <translation>Stern entfernen (S)</translation>
    </message>
    <message>
        <source>Star (S)</source>
        <translation>Stern setzen (S)</translation>
    </message>
    <message>
        <source>Mark as read (M)</source>
        <translation>Als gelesen markieren (M)</translation>
    </message>
    <message>
        <source>Mark as unread (M)</source>
        <translation>Als ungelesen markieren (M)</translation>
    </message>
    <message>
        <source>Open in the browser (B)</source>
        <translation>Im Browser öffnen (B)</translation>
    </message>
</context>
<context>
    <name>broadsheet::CategoryOptionsDialog</name>
    <message>
        <source>Options of “%1”</source>
        <translation>Optionen von „%1“</translation>
    </message>
    <message>
        <source>As for the category above</source>
        <translation>Wie die übergeordnete Kategorie</translation>
    </message>
    <message>
        <source>As for all feeds</source>
        <translation>Wie für alle Feeds</translation>
    </message>
    <message>
        <source>For the feeds of this category and of those inside it. A feed can have limits of its own; what you starred or wrote about is always kept.</source>
        <translation>Für die Feeds dieser Kategorie und der Kategorien darin. Ein Feed kann eigene Grenzen haben; was Sie mit Stern versehen oder kommentiert haben, wird immer behalten.</translation>
    </message>
</context>
<context>
    <name>broadsheet::CommentComposer</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Absenden</translation>
    </message>
    <message>
        <source>About “%1” · Esc: without it</source>
        <extracomment>%1 is the beginning of a passage of the article</extracomment>
        <translation>Zu „%1“ · Esc: ohne Bezug</translation>
    </message>
    <message>
        <source>About “%1”</source>
        <translation>Zu „%1“</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>broadsheet::CommentFiles</name>
    <message>
        <source>Comments of Broadsheet (*.json);;Notes in Markdown (*.md);;Atom feed (*.atom)</source>
        <translation>Kommentare von Broadsheet (*.json);;Notizen in Markdown (*.md);;Atom-Feed (*.atom)</translation>
    </message>
    <message>
        <source>Export comments</source>
        <translation>Kommentare exportieren</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>Your comments were written to “%1”.</source>
        <translation>Ihre Kommentare wurden nach „%1“ geschrieben.</translation>
    </message>
    <message>
        <source>Import comments</source>
        <translation>Kommentare importieren</translation>
    </message>
    <message>
        <source>Comments of Broadsheet (*.json);;All files (*)</source>
        <translation>Kommentare von Broadsheet (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All of these comments were here already.</source>
        <translation>Alle diese Kommentare waren schon da.</translation>
    </message>
    <message numerus="yes">
        <source>%n comments were taken in.</source>
        <translation>
            <numerusform>%n Kommentar wurde übernommen.</numerusform>
            <numerusform>%n Kommentare wurden übernommen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::CommentModel</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Somebody</source>
        <comment>a comment of a site that gives no name</comment>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Deleted reply</source>
        <translation>Gelöschte Antwort</translation>
    </message>
    <message>
        <source>Reply by %1</source>
        <extracomment>read aloud; %1 who wrote, %2 whom it answers</extracomment>
        <translation>Antwort: %1</translation>
    </message>
    <message>
        <source>Reply by %1 to %2</source>
        <translation>Antwort: %1 an %2</translation>
    </message>
    <message>
        <source>from the site</source>
        <translation>von der Website</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>on “%1”</source>
        <extracomment>read aloud; %1 is a passage of the article</extracomment>
        <translation>zu „%1“</translation>
    </message>
    <message>
        <source>no longer in the article</source>
        <translation>nicht mehr im Artikel</translation>
    </message>
    <message>
        <source>1 reply</source>
        <translation>1 Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the parts of a sentence that is read aloud</extracomment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>broadsheet::CommentPreview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>broadsheet::CommentsPanel</name>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Close comments</source>
        <translation>Kommentare schließen</translation>
    </message>
    <message>
        <source>Highlights and notes only</source>
        <translation>Nur Markierungen und Notizen</translation>
    </message>
    <message>
        <source>Leave a reply…</source>
        <translation>Antwort schreiben&#xa0;…</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>Diskussion</translation>
    </message>
    <message numerus="yes">
        <source>%n comments</source>
        <translation>
            <numerusform>%n Kommentar</numerusform>
            <numerusform>%n Kommentare</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::DiscussionView</name>
    <message>
        <source>Leave a reply</source>
        <translation>Antwort schreiben</translation>
    </message>
    <message>
        <source>Write a reply…</source>
        <translation>Antwort schreiben&#xa0;…</translation>
    </message>
    <message>
        <source>Reply to %1…</source>
        <translation>Antwort an %1&#xa0;…</translation>
    </message>
    <message>
        <source>Reply deleted</source>
        <translation>Antwort gelöscht</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>This reply is not on this computer.</source>
        <translation>Diese Antwort ist nicht auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>broadsheet::FailedFeedsDialog</name>
    <message>
        <source>Feeds that do not answer</source>
        <translation>Feeds, die nicht antworten</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Feed &amp;health…</source>
        <translation>&amp;Zustand der Feeds&#xa0;…</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
</context>
<context>
    <name>broadsheet::FeedHealthDialog</name>
    <message>
        <source>Feed health</source>
        <translation>Zustand der Feeds</translation>
    </message>
    <message>
        <source>Find a feed</source>
        <translation>Feed suchen</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Feeds</translation>
    </message>
    <message>
        <source>The last tries of this feed</source>
        <translation>Die letzten Abrufe dieses Feeds</translation>
    </message>
    <message>
        <source>The &amp;last tries</source>
        <translation>Die &amp;letzten Abrufe</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Find the new address</source>
        <translation>&amp;Neue Adresse suchen</translation>
    </message>
    <message>
        <source>&amp;Use the new address</source>
        <translation>Neue A&amp;dresse übernehmen</translation>
    </message>
    <message>
        <source>&amp;Accept this certificate…</source>
        <translation>&amp;Zertifikat annehmen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Options…</source>
        <translation>&amp;Optionen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>U&amp;nsubscribe…</source>
        <translation>Abbe&amp;stellen&#xa0;…</translation>
    </message>
    <message>
        <source>You are not subscribed to any feed yet.</source>
        <translation>Sie haben noch keinen Feed abonniert.</translation>
    </message>
    <message>
        <source>All feeds are fine.</source>
        <translation>Alle Feeds sind in Ordnung.</translation>
    </message>
    <message numerus="yes">
        <source>%n of your feeds need you.</source>
        <translation>
            <numerusform>%n Ihrer Feeds braucht Sie.</numerusform>
            <numerusform>%n Ihrer Feeds brauchen Sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>The publisher says that this feed is now the one at %1, to which you are subscribed as well. You can unsubscribe from this one: what you starred and wrote stays.</source>
        <translation>Der Anbieter sagt, dass dieser Feed jetzt der unter %1 ist, den Sie ebenfalls abonniert haben. Sie können diesen hier abbestellen: Was Sie mit Stern versehen und geschrieben haben, bleibt.</translation>
    </message>
    <message>
        <source>The publisher says that this feed now lives at %1.</source>
        <translation>Der Anbieter sagt, dass dieser Feed jetzt unter %1 zu finden ist.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>%1 is a date and time, %2 what came of it</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Looking at %1…</source>
        <translation>%1 wird angesehen&#xa0;…</translation>
    </message>
    <message>
        <source>The publisher&apos;s page names the address that you have.</source>
        <translation>Die Seite des Anbieters nennt die Adresse, die Sie schon haben.</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Neue Adresse</translation>
    </message>
    <message>
        <source>Take %1 as the address of this feed from now on? What you have read, starred and written stays.</source>
        <translation>Von nun an %1 als Adresse dieses Feeds verwenden? Was Sie gelesen, mit Stern versehen und geschrieben haben, bleibt.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>The server&apos;s certificate cannot be verified: somebody else may be answering in its place. Accept this one certificate for this feed all the same?

SHA-256: %1</source>
        <translation>Das Zertifikat des Servers lässt sich nicht prüfen: Jemand anderes könnte an seiner Stelle antworten. Dieses eine Zertifikat für diesen Feed trotzdem annehmen?

SHA-256: %1</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>Abbestellen</translation>
    </message>
    <message>
        <source>Unsubscribe from “%1”? Starred and commented articles stay.</source>
        <translation>„%1“ abbestellen? Artikel mit Stern oder Kommentaren bleiben.</translation>
    </message>
</context>
<context>
    <name>broadsheet::FeedHealthModel</name>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>How it does</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>Last new article</source>
        <translation>Letzter neuer Artikel</translation>
    </message>
    <message>
        <source>Articles a week</source>
        <translation>Artikel pro Woche</translation>
    </message>
</context>
<context>
    <name>broadsheet::FeedOptionsDialog</name>
    <message>
        <source>As the program has it</source>
        <translation>Wie das Programm</translation>
    </message>
    <message>
        <source>&amp;One row for what other feeds have too</source>
        <translation>&amp;Eine Zeile für das, was auch andere Feeds haben</translation>
    </message>
    <message>
        <source>&amp;Mark unread when edited</source>
        <translation>Nach Änderungen wieder &amp;ungelesen</translation>
    </message>
    <message>
        <source>The login was not kept. Please give it again.</source>
        <translation>Die Zugangsdaten wurden nicht aufbewahrt. Bitte geben Sie sie erneut ein.</translation>
    </message>
    <message>
        <source>Options of “%1”</source>
        <translation>Optionen von „%1“</translation>
    </message>
    <message>
        <source>As the feed has it</source>
        <translation>Wie vom Feed vorgesehen</translation>
    </message>
    <message>
        <source>Every 15 minutes</source>
        <translation>Alle 15 Minuten</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Stündlich</translation>
    </message>
    <message>
        <source>Every 6 hours</source>
        <translation>Alle 6 Stunden</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>Einmal am Tag</translation>
    </message>
    <message>
        <source>Once a week</source>
        <translation>Einmal pro Woche</translation>
    </message>
    <message numerus="yes">
        <source>Every %n minutes</source>
        <translation>
            <numerusform>Jede Minute</numerusform>
            <numerusform>Alle %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>As the feed gives it</source>
        <translation>Wie der Feed sie liefert</translation>
    </message>
    <message>
        <source>Always the full text of its page</source>
        <translation>Immer im Volltext ihrer Seite</translation>
    </message>
    <message>
        <source>Name: value</source>
        <translation>Name: Wert</translation>
    </message>
    <message>
        <source>The same page in several feeds is read and starred once, and lists show it once.</source>
        <translation>Dieselbe Seite in mehreren Feeds wird einmal gelesen und einmal mit Stern versehen, und Listen zeigen sie nur einmal.</translation>
    </message>
    <message>
        <source>An article that its publisher changes in substance counts as new.</source>
        <translation>Ein Artikel, den sein Anbieter inhaltlich ändert, gilt wieder als neu.</translation>
    </message>
    <message>
        <source>Login, token and headers are kept in the keyring and told to this feed’s server alone.</source>
        <translation>Zugangsdaten, Token und Header werden im Schlüsselbund aufbewahrt und nur dem Server dieses Feeds mitgeteilt.</translation>
    </message>
    <message>
        <source>&amp;How often:</source>
        <translation>&amp;Wie oft:</translation>
    </message>
    <message>
        <source>Articles are &amp;read:</source>
        <translation>Artikel &amp;lesen:</translation>
    </message>
    <message>
        <source>As for its category</source>
        <translation>Wie für die Kategorie</translation>
    </message>
    <message>
        <source>As for all feeds</source>
        <translation>Wie für alle Feeds</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>Be&amp;nutzername:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>H&amp;eaders and cookies:</source>
        <translation>&amp;Header und Cookies:</translation>
    </message>
    <message>
        <source>Pro&amp;xy:</source>
        <translation>Pro&amp;xy:</translation>
    </message>
    <message>
        <source>Articles:</source>
        <translation>Artikel:</translation>
    </message>
    <message>
        <source>&amp;Forget the certificate</source>
        <translation>Zertifikat &amp;vergessen</translation>
    </message>
    <message>
        <source>There is no keyring, so this login lasts until Broadsheet is closed.</source>
        <translation>Es gibt keinen Schlüsselbund, daher gelten diese Zugangsdaten, bis Broadsheet beendet wird.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show, but not over a metered connection</source>
        <translation>Anzeigen, außer über getaktete Verbindungen</translation>
    </message>
    <message>
        <source>Only when I ask</source>
        <translation>Nur auf Wunsch</translation>
    </message>
    <message>
        <source>Never load</source>
        <translation>Nie laden</translation>
    </message>
    <message>
        <source>P&amp;ictures:</source>
        <translation>B&amp;ilder:</translation>
    </message>
</context>
<context>
    <name>broadsheet::FindBar</name>
    <message>
        <source>Find in this article</source>
        <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Vorherige Fundstelle</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>Keine Fundstellen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>The hit that is shown and how many there are.</extracomment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>broadsheet::FootSupply</name>
    <message>
        <source>More articles</source>
        <translation>Mehr Artikel</translation>
    </message>
    <message>
        <source>More from %1</source>
        <translation>Mehr aus %1</translation>
    </message>
    <message>
        <source>The home page of %1 names no other places.</source>
        <translation>Die Startseite von %1 nennt keine anderen Orte.</translation>
    </message>
    <message>
        <source>Subscribed to %1.</source>
        <translation>%1 abonniert.</translation>
    </message>
</context>
<context>
    <name>broadsheet::FrontPage</name>
    <message>
        <source>Today&apos;s stories</source>
        <translation>Storys von heute</translation>
    </message>
    <message>
        <source>1 story</source>
        <translation>1 Story</translation>
    </message>
    <message numerus="yes">
        <source>%n stories</source>
        <translation>
            <numerusform>%n Story</numerusform>
            <numerusform>%n Storys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 from %n feeds</source>
        <extracomment>Below the heading &quot;Today&quot;: &quot;Friday, 27 November 2026 · 12 stories from 23 feeds&quot;</extracomment>
        <translation>
            <numerusform>%1 · %2 aus %n Feed</numerusform>
            <numerusform>%1 · %2 aus %n Feeds</numerusform>
        </translation>
    </message>
    <message>
        <source>No stories yet</source>
        <translation>Noch keine Storys</translation>
    </message>
    <message>
        <source>When several of your feeds tell of one event, it appears here.</source>
        <translation>Berichten mehrere Ihrer Feeds von einem Ereignis, erscheint es hier.</translation>
    </message>
    <message>
        <source>Stories are switched off</source>
        <translation>Storys sind ausgeschaltet</translation>
    </message>
    <message>
        <source>Articles that tell one story are put together when you switch it on in the settings.</source>
        <translation>Artikel zur selben Story werden zusammengefasst, wenn Sie es in den Einstellungen einschalten.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>More of today</source>
        <translation>Mehr von heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
</context>
<context>
    <name>broadsheet::IconButton</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>broadsheet::ListHeader</name>
    <message>
        <source>Unread only</source>
        <translation>Nur ungelesene</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search %1</source>
        <translation>In „%1“ suchen</translation>
    </message>
</context>
<context>
    <name>broadsheet::MainWindow</name>
    <message>
        <source>You are offline</source>
        <translation>Sie sind offline</translation>
    </message>
    <message>
        <source>Metered: waiting</source>
        <extracomment>Beside the button that fetches: feeds are not fetched where the network is paid by volume. Short.</extracomment>
        <translation>Getaktet: wartet</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>This reply is not on this computer.</source>
        <translation>Diese Antwort ist nicht auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>broadsheet::NewPill</name>
    <message>
        <source>Go to the new articles (Home)</source>
        <translation>Zu den neuen Artikeln (Pos1)</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::OwnComments</name>
    <message>
        <source>Highlight</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>the article is gone</source>
        <translation>der Artikel ist nicht mehr da</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a sentence that is read aloud</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>article gone · %1</source>
        <comment>%1 is when the comment was written</comment>
        <translation>Artikel fehlt · %1</translation>
    </message>
    <message>
        <source>Search what you wrote</source>
        <translation>Suchen, was Sie geschrieben haben</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>&amp;Zeigen:</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Highlights and notes</source>
        <translation>Markierungen und Notizen</translation>
    </message>
    <message>
        <source>Highlights: %1</source>
        <translation>Markierungen: %1</translation>
    </message>
    <message>
        <source>Of articles that are gone</source>
        <translation>Zu Artikeln, die nicht mehr da sind</translation>
    </message>
    <message>
        <source>My comments</source>
        <translation>Meine Kommentare</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Nothing yet. What you write stays on this computer.</source>
        <translation>Noch nichts. Was Sie schreiben, bleibt auf diesem Computer.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>This article is no longer here; what you wrote is kept.</source>
        <translation>Dieser Artikel ist nicht mehr hier; was Sie geschrieben haben, bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>broadsheet::PageObjects</name>
    <message>
        <source>Click to load this picture</source>
        <translation>Klicken, um dieses Bild zu laden</translation>
    </message>
    <message>
        <source>Click to load: %1</source>
        <translation>Klicken zum Laden: %1</translation>
    </message>
    <message>
        <source>This picture could not be loaded. Click to try again.</source>
        <extracomment>In the place of a picture that could not be loaded; %1 describes it.</extracomment>
        <translation>Dieses Bild konnte nicht geladen werden. Klicken, um es erneut zu versuchen.</translation>
    </message>
    <message>
        <source>%1 (not loaded; click to try again)</source>
        <translation>%1 (nicht geladen; klicken, um es erneut zu versuchen)</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>broadsheet::PassageTools</name>
    <message>
        <source>Select a passage first.</source>
        <translation>Wählen Sie zuerst eine Stelle aus.</translation>
    </message>
    <message>
        <source>Highlighted.</source>
        <translation>Markiert.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>No highlights in this article.</source>
        <translation>Keine Markierungen in diesem Artikel.</translation>
    </message>
</context>
<context>
    <name>broadsheet::PictureChoice</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>Names of sites: &quot;a.example, b.example and 4 more&quot;.</extracomment>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show pictures</source>
        <translation>Bilder anzeigen</translation>
    </message>
    <message>
        <source>Always for this feed</source>
        <extracomment>A button: the pictures of this feed are loaded from now on.</extracomment>
        <translation>Immer bei diesem Feed</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures of this article are not loaded. They come from %1.</source>
        <translation>
            <numerusform>%n Bild dieses Artikels ist nicht geladen. Es kommt von %1.</numerusform>
            <numerusform>%n Bilder dieses Artikels sind nicht geladen. Sie kommen von %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>P&amp;ictures of this feed</source>
        <translation>B&amp;ilder dieses Feeds</translation>
    </message>
    <message>
        <source>As for &amp;all feeds</source>
        <translation>Wie für &amp;alle Feeds</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <source>Show, but not over a &amp;metered connection</source>
        <translation>Anzeigen, außer über &amp;getaktete Verbindungen</translation>
    </message>
    <message>
        <source>&amp;Only when I ask</source>
        <translation>Nur auf &amp;Wunsch</translation>
    </message>
    <message>
        <source>&amp;Never load</source>
        <translation>&amp;Nie laden</translation>
    </message>
    <message>
        <source>&amp;View picture</source>
        <translation>Bild &amp;ansehen</translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation>Bild speic&amp;hern&#xa0;…</translation>
    </message>
    <message>
        <source>Copy picture&apos;s &amp;address</source>
        <translation>Bildad&amp;resse kopieren</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>broadsheet::PictureRoom</name>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Clear the pictures on this computer</source>
        <translation>Bilder auf diesem Computer löschen</translation>
    </message>
    <message>
        <source>Pictures take %1 on this computer now.</source>
        <translation>Bilder belegen derzeit %1 auf diesem Computer.</translation>
    </message>
    <message>
        <source>No pictures are kept on this computer now.</source>
        <translation>Derzeit sind keine Bilder auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>broadsheet::PictureView</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A button and its key: &quot;Save the picture (S)&quot;.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Picture. Escape closes it.</source>
        <translation>Bild. Escape schließt es.</translation>
    </message>
    <message>
        <source>Picture: %1. Escape closes it.</source>
        <translation>Bild: %1. Escape schließt es.</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>This picture could not be loaded.</source>
        <translation>Dieses Bild konnte nicht geladen werden.</translation>
    </message>
</context>
<context>
    <name>broadsheet::ProxyField</name>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation>SOCKS 5</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>host:port</source>
        <translation>Rechner:Port</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
</context>
<context>
    <name>broadsheet::ReaderTabs</name>
    <message>
        <source>Open articles</source>
        <translation>Offene Artikel</translation>
    </message>
    <message>
        <source>From the list</source>
        <extracomment>The tab that shows what is chosen in the list, while that is nothing.</extracomment>
        <translation>Aus der Liste</translation>
    </message>
    <message>
        <source>Close this tab</source>
        <translation>Diesen Tab schließen</translation>
    </message>
</context>
<context>
    <name>broadsheet::ReaderToolbar</name>
    <message>
        <source>Previous article</source>
        <translation>Vorheriger Artikel</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Nächster Artikel</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>Volltext</translation>
    </message>
    <message>
        <source>Text size and face</source>
        <translation>Schriftgröße und Schriftart</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Comments beside the article</source>
        <translation>Kommentare neben dem Artikel</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>broadsheet::ReaderView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Alles a&amp;uswählen</translation>
    </message>
</context>
<context>
    <name>broadsheet::ReadingPane</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Pick an article from the list. J and K move through it; Space reads on and then goes to the next one.</source>
        <translation>Wählen Sie einen Artikel aus der Liste. J und K gehen darin weiter; die Leertaste blättert und geht dann zum nächsten.</translation>
    </message>
    <message>
        <source>This article was updated.</source>
        <translation>Dieser Artikel wurde aktualisiert.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>This article was removed from the library. It stays here until you go on.</source>
        <translation>Dieser Artikel wurde aus der Bibliothek entfernt. Er bleibt hier, bis Sie weitergehen.</translation>
    </message>
    <message>
        <source>This article is no longer here.</source>
        <translation>Dieser Artikel ist nicht mehr hier.</translation>
    </message>
    <message>
        <source>What &amp;changed</source>
        <translation>Was sich &amp;geändert hat</translation>
    </message>
    <message>
        <source>Alt+Left goes back to where you were.</source>
        <translation>Alt+Links führt dorthin zurück, wo Sie waren.</translation>
    </message>
    <message>
        <source>Go &amp;back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>The desktop has no program for %1.</source>
        <translation>Der Desktop hat kein Programm für %1.</translation>
    </message>
    <message>
        <source>The arrow keys move a caret through the text. F7 takes it away.</source>
        <translation>Die Pfeiltasten bewegen einen Cursor durch den Text. F7 schaltet ihn aus.</translation>
    </message>
    <message>
        <source>The arrow keys move the page.</source>
        <translation>Die Pfeiltasten bewegen die Seite.</translation>
    </message>
</context>
<context>
    <name>broadsheet::RelatedRow</name>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>A related article, as a screen reader says it: headline, source, time.</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>broadsheet::ReplyBox</name>
    <message>
        <source>Post</source>
        <translation>Absenden</translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Enter)</source>
        <translation>%1 (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Preview (%1)</source>
        <translation>Vorschau (%1)</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>as %1</source>
        <extracomment>under which name one writes</extracomment>
        <translation>Name: %1</translation>
    </message>
    <message>
        <source>Kept on this computer only  ·  Ctrl+Enter to post</source>
        <translation>Bleibt nur auf diesem Computer  ·  Strg+Eingabe zum Absenden</translation>
    </message>
    <message>
        <source>Only on this computer</source>
        <translation>Nur lokal</translation>
    </message>
</context>
<context>
    <name>broadsheet::ScopeBar</name>
    <message>
        <source>This &amp;view</source>
        <extracomment>Where a search looks: in the view that is open</extracomment>
        <translation>Diese Ansi&amp;cht</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>Überal&amp;l</translation>
    </message>
    <message>
        <source>Co&amp;mments</source>
        <translation>Ko&amp;mmentare</translation>
    </message>
</context>
<context>
    <name>broadsheet::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>broadsheet::SelectionBar</name>
    <message>
        <source>Highlight: %1</source>
        <translation>Markieren: %1</translation>
    </message>
    <message>
        <source>Selected passage</source>
        <translation>Ausgewählte Stelle</translation>
    </message>
    <message>
        <source>Write a note on it</source>
        <translation>Notiz dazu schreiben</translation>
    </message>
    <message>
        <source>Quote it in a reply</source>
        <translation>In einer Antwort zitieren</translation>
    </message>
</context>
<context>
    <name>broadsheet::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Abruf</translation>
    </message>
    <message>
        <source>Keeping</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
</context>
<context>
    <name>broadsheet::SidebarHeader</name>
    <message>
        <source>Add a feed</source>
        <translation>Feed hinzufügen</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <extracomment>The date under the program&apos;s name, in the language of QLocale: &quot;Thursday, 12 March&quot;</extracomment>
        <translation>dddd, d. MMMM</translation>
    </message>
</context>
<context>
    <name>broadsheet::SiteLine</name>
    <message>
        <source>Answer there</source>
        <translation>Dort antworten</translation>
    </message>
    <message>
        <source>Answer on the site</source>
        <translation>Auf der Website antworten</translation>
    </message>
    <message numerus="yes">
        <source>%n new comments from the site</source>
        <translation>
            <numerusform>%n neuer Kommentar von der Website</numerusform>
            <numerusform>%n neue Kommentare von der Website</numerusform>
        </translation>
    </message>
    <message>
        <source>The site does not answer; these were kept.</source>
        <translation>Die Website antwortet nicht; diese wurden aufbewahrt.</translation>
    </message>
    <message>
        <source>The site&apos;s comments did not come.</source>
        <translation>Die Kommentare der Website sind nicht angekommen.</translation>
    </message>
    <message>
        <source>Asking the site…</source>
        <translation>Website wird gefragt&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%n from the site</source>
        <translation>
            <numerusform>%n von der Website</numerusform>
            <numerusform>%n von der Website</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing said on the site</source>
        <translation>Keine Kommentare auf der Website</translation>
    </message>
    <message>
        <source>Discussed on the site</source>
        <translation>Wird auf der Website diskutiert</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>broadsheet::StarterDialog</name>
    <message>
        <source>Well-known feeds</source>
        <translation>Bekannte Feeds</translation>
    </message>
    <message>
        <source>Tick what you want to read. You can change all of it later.</source>
        <translation>Haken Sie an, was Sie lesen möchten. Alles lässt sich später ändern.</translation>
    </message>
    <message>
        <source>&amp;Subscribe to one feed</source>
        <translation>Einen Feed &amp;abonnieren</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Subscribe to %n feeds</source>
        <translation>
            <numerusform>%n Feed &amp;abonnieren</numerusform>
            <numerusform>%n Feeds &amp;abonnieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::StoryCards</name>
    <message>
        <source>More stories today</source>
        <translation>Weitere Storys von heute</translation>
    </message>
</context>
<context>
    <name>broadsheet::StoryView</name>
    <message>
        <source>Story</source>
        <translation>Story</translation>
    </message>
    <message>
        <source>Back to today&apos;s stories</source>
        <translation>Zurück zu den Storys von heute</translation>
    </message>
    <message>
        <source>%1 · %2 was first</source>
        <extracomment>%1 is &quot;6 of your feeds&quot;, %2 who told it first</extracomment>
        <translation>%1 · %2 war zuerst da</translation>
    </message>
    <message>
        <source>Mark the story read</source>
        <translation>Story als gelesen markieren</translation>
    </message>
    <message>
        <source>Show in the list</source>
        <translation>In der Liste zeigen</translation>
    </message>
    <message>
        <source>Who told it, and when</source>
        <translation>Wer wann davon berichtet hat</translation>
    </message>
</context>
<context>
    <name>broadsheet::StoryWords</name>
    <message numerus="yes">
        <source>%n of your feeds</source>
        <translation>
            <numerusform>%n Ihrer Feeds</numerusform>
            <numerusform>%n Ihrer Feeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles of one feed</source>
        <translation>
            <numerusform>%n Artikel eines Feeds</numerusform>
            <numerusform>%n Artikel eines Feeds</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, about “%2”, which you often read</source>
        <extracomment>%1 is &quot;6 of your feeds&quot;, %2 a publisher&apos;s term: &quot;Space&quot;</extracomment>
        <translation>%1, zu „%2“, worüber Sie oft lesen</translation>
    </message>
    <message>
        <source>%1, among them ones you often read</source>
        <extracomment>%1 is &quot;6 of your feeds&quot;</extracomment>
        <translation>%1, darunter welche, die Sie oft lesen</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of publishers: &quot;The Meridian, Harbour News and 3 more&quot;</extracomment>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>shares %1</source>
        <extracomment>%1 is a list of words: &quot;shares Velmora, bridge, and storm&quot;</extracomment>
        <translation>gemeinsam: %1</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <extracomment>How long after the first article of a story, in minutes</extracomment>
        <translation>+%1&#xa0;Min.</translation>
    </message>
    <message>
        <source>+%1 h</source>
        <extracomment>The same in hours</extracomment>
        <translation>+%1&#xa0;Std.</translation>
    </message>
    <message>
        <source>+%1 d</source>
        <extracomment>The same in days</extracomment>
        <translation>+%1&#xa0;T.</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>A story, as a screen reader says it: headline, reason, time of the last telling.</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>broadsheet::SubscriptionCommands</name>
    <message>
        <source>One feed was added.</source>
        <translation>Ein Feed wurde hinzugefügt.</translation>
    </message>
    <message numerus="yes">
        <source>%n feeds were added.</source>
        <translation>
            <numerusform>%n Feed wurde hinzugefügt.</numerusform>
            <numerusform>%n Feeds wurden hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>One was already there.</source>
        <translation>Einer war schon da.</translation>
    </message>
    <message numerus="yes">
        <source>%n were already there.</source>
        <translation>
            <numerusform>%n war schon da.</numerusform>
            <numerusform>%n waren schon da.</numerusform>
        </translation>
    </message>
    <message>
        <source>One line could not be used.</source>
        <translation>Eine Zeile war nicht verwendbar.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines could not be used.</source>
        <translation>
            <numerusform>%n Zeile war nicht verwendbar.</numerusform>
            <numerusform>%n Zeilen waren nicht verwendbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no keyring, so the logins in the list last until Broadsheet is closed.</source>
        <translation>Es gibt keinen Schlüsselbund, daher gelten die Zugangsdaten aus der Liste, bis Broadsheet beendet wird.</translation>
    </message>
    <message>
        <source>&amp;Add a feed…</source>
        <translation>&amp;Feed hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;New category…</source>
        <translation>&amp;Neue Kategorie&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Mark all as read</source>
        <translation>&amp;Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>&amp;Stop following</source>
        <translation>Nicht mehr fol&amp;gen</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>Akt&amp;ualisieren</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Um&amp;benennen</translation>
    </message>
    <message>
        <source>&amp;Pause fetching</source>
        <translation>Abruf &amp;pausieren</translation>
    </message>
    <message>
        <source>&amp;Options…</source>
        <translation>&amp;Optionen&#xa0;…</translation>
    </message>
    <message>
        <source>Copy feed &amp;address</source>
        <translation>Feed-A&amp;dresse kopieren</translation>
    </message>
    <message>
        <source>Open &amp;website</source>
        <translation>&amp;Website öffnen</translation>
    </message>
    <message>
        <source>&amp;Unsubscribe…</source>
        <translation>Abbe&amp;stellen&#xa0;…</translation>
    </message>
    <message>
        <source>Mo&amp;ve to</source>
        <translation>&amp;Verschieben nach</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Keine Kategorie</translation>
    </message>
    <message>
        <source>New category &amp;inside…</source>
        <translation>Neue Un&amp;terkategorie&#xa0;…</translation>
    </message>
    <message>
        <source>Remove &amp;category…</source>
        <translation>&amp;Kategorie entfernen&#xa0;…</translation>
    </message>
    <message>
        <source>Unsubscribe from “%1”?</source>
        <translation>„%1“ abbestellen?</translation>
    </message>
    <message>
        <source>Its articles leave your lists. What you starred or wrote stays.</source>
        <translation>Die Artikel verschwinden aus Ihren Listen. Was Sie mit Stern versehen oder geschrieben haben, bleibt.</translation>
    </message>
    <message>
        <source>&amp;Unsubscribe</source>
        <translation>&amp;Abbestellen</translation>
    </message>
    <message>
        <source>Remove the category “%1”?</source>
        <translation>Kategorie „%1“ entfernen?</translation>
    </message>
    <message>
        <source>You stay subscribed to its feeds; they move one level up.</source>
        <translation>Ihre Feeds bleiben abonniert und rücken eine Ebene nach oben.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>“%1” is not followed any more.</source>
        <translation>Sie folgen „%1“ nicht mehr.</translation>
    </message>
    <message>
        <source>Unsubscribed from “%1”.</source>
        <translation>„%1“ abbestellt.</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Neue Kategorie</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Marked as read.</source>
        <translation>Als gelesen markiert.</translation>
    </message>
    <message>
        <source>Import subscriptions</source>
        <translation>Abonnements importieren</translation>
    </message>
    <message>
        <source>Subscription lists (*.opml *.xml);;All files (*)</source>
        <translation>Abonnementlisten (*.opml *.xml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export subscriptions</source>
        <translation>Abonnements exportieren</translation>
    </message>
    <message>
        <source>Subscription lists (*.opml)</source>
        <translation>Abonnementlisten (*.opml)</translation>
    </message>
    <message>
        <source>Your subscriptions were written to “%1”.</source>
        <translation>Ihre Abonnements wurden nach „%1“ geschrieben.</translation>
    </message>
</context>
<context>
    <name>broadsheet::SubscriptionDelegate</name>
    <message>
        <source>%1k</source>
        <extracomment>a large count, shortened: thousands</extracomment>
        <translation>%1k</translation>
    </message>
</context>
<context>
    <name>broadsheet::SubscriptionFoot</name>
    <message>
        <source>Updated just now</source>
        <translation>Gerade aktualisiert</translation>
    </message>
    <message>
        <source>Updated a minute ago</source>
        <translation>Stand: vor 1 Minute</translation>
    </message>
    <message numerus="yes">
        <source>Updated %n minutes ago</source>
        <translation>
            <numerusform>Stand: vor %n Minute</numerusform>
            <numerusform>Stand: vor %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Updated an hour ago</source>
        <translation>Stand: vor 1 Stunde</translation>
    </message>
    <message numerus="yes">
        <source>Updated %n hours ago</source>
        <translation>
            <numerusform>Stand: vor %n Stunde</numerusform>
            <numerusform>Stand: vor %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Updated on %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Refresh all feeds</source>
        <translation>Alle Feeds aktualisieren</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>No feeds yet</source>
        <translation>Noch keine Feeds</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Sie sind offline</translation>
    </message>
    <message>
        <source>One feed failed</source>
        <translation>1 Feed mit Fehler</translation>
    </message>
    <message numerus="yes">
        <source>%n feeds failed</source>
        <translation>
            <numerusform>%n Feed mit Fehler</numerusform>
            <numerusform>%n Feeds mit Fehlern</numerusform>
        </translation>
    </message>
    <message>
        <source>Not updated yet</source>
        <translation>Noch nicht abgerufen</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Wird abgerufen&#xa0;…</translation>
    </message>
    <message>
        <source>Fetching %1 of %2…</source>
        <translation>%1 von %2 wird abgerufen&#xa0;…</translation>
    </message>
    <message>
        <source>%1 of %2…</source>
        <comment>feeds fetched</comment>
        <translation>%1 von %2&#xa0;…</translation>
    </message>
    <message>
        <source>Stop fetching</source>
        <translation>Abruf anhalten</translation>
    </message>
    <message>
        <source>%1 (F5)</source>
        <translation>%1 (F5)</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>Gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <extracomment>Minutes since feeds were fetched, as short as can be.</extracomment>
        <translation>
            <numerusform>Vor %n&#xa0;Min.</numerusform>
            <numerusform>Vor %n&#xa0;Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <extracomment>Hours since feeds were fetched, as short as can be.</extracomment>
        <translation>
            <numerusform>Vor %n&#xa0;Std.</numerusform>
            <numerusform>Vor %n&#xa0;Std.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::SubscriptionModel</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Commented</source>
        <translation>Kommentiert</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Storys</translation>
    </message>
    <message>
        <source>My comments</source>
        <translation>Meine Kommentare</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>one story</source>
        <translation>eine Story</translation>
    </message>
    <message numerus="yes">
        <source>%n stories</source>
        <translation>
            <numerusform>%n Story</numerusform>
            <numerusform>%n Storys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>one article</source>
        <translation>ein Artikel</translation>
    </message>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>Last read without trouble: %1.</source>
        <translation>Zuletzt ohne Störung gelesen: %1.</translation>
    </message>
    <message>
        <source>It has never been read without trouble.</source>
        <translation>Er ließ sich noch nie ohne Störung lesen.</translation>
    </message>
</context>
<context>
    <name>broadsheet::SubscriptionPane</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>broadsheet::SubscriptionTree</name>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
</context>
<context>
    <name>broadsheet::TellingRow</name>
    <message>
        <source>d MMM HH:mm</source>
        <translation>d. MMM HH:mm</translation>
    </message>
    <message>
        <source>first</source>
        <translation>zuerst</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Not this story</source>
        <translation>Nicht diese Story</translation>
    </message>
    <message>
        <source>Takes “%1” out of this story, for good</source>
        <translation>Nimmt „%1“ dauerhaft aus dieser Story heraus</translation>
    </message>
</context>
<context>
    <name>broadsheet::TextChoice</name>
    <message>
        <source>This article has no page of its own.</source>
        <translation>Dieser Artikel hat keine eigene Seite.</translation>
    </message>
    <message>
        <source>Fetching the full text…</source>
        <translation>Volltext wird abgerufen&#xa0;…</translation>
    </message>
    <message>
        <source>Open in the &amp;browser</source>
        <translation>Im &amp;Browser öffnen</translation>
    </message>
    <message>
        <source>The full text is here.</source>
        <translation>Der Volltext ist da.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>%1 gives only the first lines of its articles.</source>
        <translation>%1 liefert nur Textanfänge.</translation>
    </message>
    <message>
        <source>&amp;Always fetch the full text</source>
        <translation>&amp;Immer Volltext</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>Nein, danke</translation>
    </message>
    <message>
        <source>&amp;Full text</source>
        <translation>&amp;Volltext</translation>
    </message>
    <message>
        <source>Fetch the full text a&amp;new</source>
        <translation>Volltext n&amp;eu abrufen</translation>
    </message>
    <message>
        <source>A&amp;lways the full text of this feed</source>
        <translation>Bei diesem &amp;Feed immer den Volltext</translation>
    </message>
</context>
<context>
    <name>broadsheet::TextPanel</name>
    <message>
        <source>Text and colours</source>
        <translation>Text und Farben</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>With serifs</source>
        <translation>Mit Serifen</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>Serifen</translation>
    </message>
    <message>
        <source>Without serifs</source>
        <translation>Ohne Serifen</translation>
    </message>
    <message>
        <source>Sans</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>A</source>
        <extracomment>A letter that shows a size of text.</extracomment>
        <translation>A</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Am kleinsten</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Am größten</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Closest lines</source>
        <translation>Engste Zeilen</translation>
    </message>
    <message>
        <source>Close lines</source>
        <translation>Enge Zeilen</translation>
    </message>
    <message>
        <source>Usual lines</source>
        <translation>Normale Zeilen</translation>
    </message>
    <message>
        <source>Wide lines</source>
        <translation>Weite Zeilen</translation>
    </message>
    <message>
        <source>Widest lines</source>
        <translation>Weiteste Zeilen</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>Absätze</translation>
    </message>
    <message>
        <source>Close paragraphs</source>
        <translation>Enge Absätze</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Eng</translation>
    </message>
    <message>
        <source>Usual paragraphs</source>
        <translation>Normale Absätze</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Paragraphs wide apart</source>
        <translation>Weite Absätze</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Weit</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Narrow column</source>
        <translation>Schmale Spalte</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>Schmal</translation>
    </message>
    <message>
        <source>Usual column</source>
        <translation>Normale Spalte</translation>
    </message>
    <message>
        <source>Wide column</source>
        <translation>Breite Spalte</translation>
    </message>
    <message>
        <source>&amp;Justify paragraphs</source>
        <translation>&amp;Blocksatz</translation>
    </message>
    <message>
        <source>&amp;Wrap long lines of code</source>
        <translation>Lange &amp;Codezeilen umbrechen</translation>
    </message>
    <message>
        <source>Wide</source>
        <comment>a column</comment>
        <translation>Breit</translation>
    </message>
</context>
<context>
    <name>broadsheet::ThreadView</name>
    <message>
        <source>&amp;Copy text</source>
        <translation>Text &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy link to this &amp;reply</source>
        <translation>Link zu dieser &amp;Antwort kopieren</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>&amp;Earlier wordings…</source>
        <translation>F&amp;rühere Fassungen&#xa0;…</translation>
    </message>
    <message>
        <source>Copy &amp;link %1</source>
        <translation>&amp;Link %1 kopieren</translation>
    </message>
    <message>
        <source>Fold this thread</source>
        <translation>Diesen Zweig einklappen</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>broadsheet::TopicMenu</name>
    <message>
        <source>S&amp;how articles</source>
        <translation>Artikel &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Stop following “%1”</source>
        <extracomment>%1 is a topic such as &quot;World News&quot;.</extracomment>
        <translation>„%1“ nicht &amp;mehr folgen</translation>
    </message>
    <message>
        <source>&amp;Follow “%1”</source>
        <translation>„%1“ &amp;folgen</translation>
    </message>
    <message>
        <source>“%1” is in the sidebar now.</source>
        <translation>„%1“ ist jetzt in der Seitenleiste.</translation>
    </message>
    <message>
        <source>“%1” is not followed any more.</source>
        <translation>Sie folgen „%1“ nicht mehr.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
</context>
<context>
    <name>broadsheet::VersionView</name>
    <message>
        <source>Back to the article</source>
        <translation>Zurück zum Artikel</translation>
    </message>
    <message>
        <source>Earlier edit</source>
        <translation>Frühere Änderung</translation>
    </message>
    <message>
        <source>Later edit</source>
        <translation>Spätere Änderung</translation>
    </message>
    <message>
        <source>What changed in this article</source>
        <translation>Was sich in diesem Artikel geändert hat</translation>
    </message>
    <message>
        <source>Back to the article (Esc)</source>
        <translation>Zurück zum Artikel (Esc)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>The text with its changes</source>
        <translation>Der Text mit seinen Änderungen</translation>
    </message>
    <message>
        <source>Edit %1 of %2, %3</source>
        <extracomment>One of the times that a publisher changed an article: &quot;Edit 2 of 3, 4 May 2026 10:12&quot;</extracomment>
        <translation>Änderung %1 von %2, %3</translation>
    </message>
    <message>
        <source>All edits together</source>
        <translation>Alle Änderungen zusammen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is &quot;2 passages added&quot;, %2 a time</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>broadsheet::ViewSummary</name>
    <message>
        <source>1 article</source>
        <translation>1 Artikel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing unread</source>
        <translation>Nichts ungelesen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln ungelesen</numerusform>
            <numerusform>%Ln ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, 1 source</source>
        <translation>%1, 1 Quelle</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln sources</source>
        <extracomment>&quot;38 unread, 5 sources&quot;</extracomment>
        <translation>
            <numerusform>%1, %Ln Quelle</numerusform>
            <numerusform>%1, %Ln Quellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Your own newspaper, every day</source>
        <translation>Jeden Tag Ihre eigene Zeitung</translation>
    </message>
    <message>
        <source>Choose whom you want to hear from. Broadsheet fetches their articles, sets them as if in print, and keeps everything on this computer.</source>
        <translation>Wählen Sie, von wem Sie hören möchten. Broadsheet holt die Artikel, setzt sie wie gedruckt und bewahrt alles auf diesem Computer auf.</translation>
    </message>
    <message>
        <source>Start with well-known feeds</source>
        <translation>Bekannte Feeds auswählen</translation>
    </message>
    <message>
        <source>World news, technology, science, culture: you choose.</source>
        <translation>Aus Politik, Technik, Kultur und mehr.</translation>
    </message>
    <message>
        <source>Add a feed</source>
        <translation>Feed hinzufügen</translation>
    </message>
    <message>
        <source>By the address of a feed or of a website.</source>
        <translation>Mit der Adresse von Feed oder Website.</translation>
    </message>
    <message>
        <source>Bring your subscriptions</source>
        <translation>Abonnements mitbringen</translation>
    </message>
    <message>
        <source>With an OPML file from another reader.</source>
        <translation>Als OPML-Datei anderer Programme.</translation>
    </message>
    <message>
        <source>Read the guide</source>
        <translation>Anleitung lesen</translation>
    </message>
    <message>
        <source>What Broadsheet can do, in a few short articles.</source>
        <translation>Was Broadsheet kann, in aller Kürze.</translation>
    </message>
</context>
</TS>
