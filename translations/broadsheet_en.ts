<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ChangeDocument</name>
    <message numerus="yes">
        <source>%n passages added</source>
        <translation>
            <numerusform>%n passage added</numerusform>
            <numerusform>%n passages added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passages taken out</source>
        <translation>
            <numerusform>%n passage taken out</numerusform>
            <numerusform>%n passages taken out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraphs moved</source>
        <translation>
            <numerusform>%n paragraph moved</numerusform>
            <numerusform>%n paragraphs moved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CliImportExport</name>
    <message numerus="yes">
        <source>There is no keyring, so the logins of %n feed(s) in the list last for this run alone. To have them kept in a file that only you can read, set inFile=true under [secrets] in settings.ini and import the list again.</source>
        <translation>
            <numerusform>There is no keyring, so the login of %n feed in the list lasts for this run alone. To have it kept in a file that only you can read, set inFile=true under [secrets] in settings.ini and import the list again.</numerusform>
            <numerusform>There is no keyring, so the logins of %n feeds in the list last for this run alone. To have them kept in a file that only you can read, set inFile=true under [secrets] in settings.ini and import the list again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CliStories</name>
    <message numerus="yes">
        <source>%n of your feeds</source>
        <translation>
            <numerusform>%n of your feeds</numerusform>
            <numerusform>%n of your feeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles of one feed</source>
        <translation>
            <numerusform>%n article of one feed</numerusform>
            <numerusform>%n articles of one feed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CliSync</name>
    <message numerus="yes">
        <source>%n feed(s)</source>
        <translation>
            <numerusform>%n feed</numerusform>
            <numerusform>%n feeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommentTime</name>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepingFields</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The latest %n</source>
        <translation>
            <numerusform>The latest %n</numerusform>
            <numerusform>The latest %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>Every %n minutes</source>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The latest %n</source>
        <translation>
            <numerusform>The latest %n</numerusform>
            <numerusform>The latest %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadLayout</name>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TryText</name>
    <message numerus="yes">
        <source>%n articles changed</source>
        <translation>
            <numerusform>%n article changed</numerusform>
            <numerusform>%n articles changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new articles</source>
        <translation>
            <numerusform>%n new article</numerusform>
            <numerusform>%n new articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::ArticleMarks</name>
    <message numerus="yes">
        <source>%n articles marked as read.</source>
        <translation>
            <numerusform>%n article marked as read.</numerusform>
            <numerusform>%n articles marked as read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles deleted.</source>
        <translation>
            <numerusform>%n article deleted.</numerusform>
            <numerusform>%n articles deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::ArticlePane</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::BookMaker</name>
    <message numerus="yes">
        <source>%n articles saved as %1.</source>
        <translation>
            <numerusform>%n article saved as %1.</numerusform>
            <numerusform>%n articles saved as %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::CardText</name>
    <message numerus="yes">
        <source>%n comments</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n sources</source>
        <translation>
            <numerusform>+%n source</numerusform>
            <numerusform>+%n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::CommentFiles</name>
    <message numerus="yes">
        <source>%n comments were taken in.</source>
        <translation>
            <numerusform>%n comment was taken in.</numerusform>
            <numerusform>%n comments were taken in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::CommentModel</name>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::CommentsPanel</name>
    <message numerus="yes">
        <source>%n comments</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::FeedHealthDialog</name>
    <message numerus="yes">
        <source>%n of your feeds need you.</source>
        <translation>
            <numerusform>One of your feeds needs you.</numerusform>
            <numerusform>%n of your feeds need you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::FeedOptionsDialog</name>
    <message numerus="yes">
        <source>Every %n minutes</source>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::FrontPage</name>
    <message numerus="yes">
        <source>%n stories</source>
        <translation>
            <numerusform>%n story</numerusform>
            <numerusform>%n stories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 from %n feeds</source>
        <extracomment>Below the heading &quot;Today&quot;: &quot;Friday, 27 November 2026 · 12 stories from 23 feeds&quot;</extracomment>
        <translation>
            <numerusform>%1 · %2 from %n feed</numerusform>
            <numerusform>%1 · %2 from %n feeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::NewPill</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::OwnComments</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::PictureChoice</name>
    <message numerus="yes">
        <source>%n pictures of this article are not loaded. They come from %1.</source>
        <translation>
            <numerusform>%n picture of this article is not loaded. It comes from %1.</numerusform>
            <numerusform>%n pictures of this article are not loaded. They come from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>Names of sites: &quot;a.example, b.example and 4 more&quot;.</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::SiteLine</name>
    <message numerus="yes">
        <source>%n new comments from the site</source>
        <translation>
            <numerusform>%n new comment from the site</numerusform>
            <numerusform>%n new comments from the site</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from the site</source>
        <translation>
            <numerusform>%n from the site</numerusform>
            <numerusform>%n from the site</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::StarterDialog</name>
    <message numerus="yes">
        <source>&amp;Subscribe to %n feeds</source>
        <translation>
            <numerusform>&amp;Subscribe to %n feed</numerusform>
            <numerusform>&amp;Subscribe to %n feeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::StoryWords</name>
    <message numerus="yes">
        <source>%n of your feeds</source>
        <translation>
            <numerusform>%n of your feeds</numerusform>
            <numerusform>%n of your feeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles of one feed</source>
        <translation>
            <numerusform>%n article of one feed</numerusform>
            <numerusform>%n articles of one feed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of publishers: &quot;The Meridian, Harbour News and 3 more&quot;</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::SubscriptionCommands</name>
    <message numerus="yes">
        <source>%n feeds were added.</source>
        <translation>
            <numerusform>%n feed was added.</numerusform>
            <numerusform>%n feeds were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were already there.</source>
        <translation>
            <numerusform>%n was already there.</numerusform>
            <numerusform>%n were already there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines could not be used.</source>
        <translation>
            <numerusform>%n line could not be used.</numerusform>
            <numerusform>%n lines could not be used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::SubscriptionFoot</name>
    <message numerus="yes">
        <source>Updated %n minutes ago</source>
        <translation>
            <numerusform>Updated %n minute ago</numerusform>
            <numerusform>Updated %n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Updated %n hours ago</source>
        <translation>
            <numerusform>Updated %n hour ago</numerusform>
            <numerusform>Updated %n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds failed</source>
        <translation>
            <numerusform>%n feed failed</numerusform>
            <numerusform>%n feeds failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <extracomment>Minutes since feeds were fetched, as short as can be.</extracomment>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <extracomment>Hours since feeds were fetched, as short as can be.</extracomment>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::SubscriptionModel</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stories</source>
        <translation>
            <numerusform>%n story</numerusform>
            <numerusform>%n stories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broadsheet::ViewSummary</name>
    <message numerus="yes">
        <source>%Ln articles</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln sources</source>
        <extracomment>&quot;38 unread, 5 sources&quot;</extracomment>
        <translation>
            <numerusform>%1, %Ln source</numerusform>
            <numerusform>%1, %Ln sources</numerusform>
        </translation>
    </message>
</context>
</TS>
