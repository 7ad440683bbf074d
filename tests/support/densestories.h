// SPDX-License-Identifier: GPL-3.0-or-later
// Headlines of many events within days that share names, topics and turns of phrase, made of the forms in
// tests/data/stories/dense/events.txt: harder than news. The same seed gives the same headlines.
#pragma once

#include "support/storycorpus.h"

#include <QMap>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>

#include <optional>

namespace broadsheet::test {

class DenseStories
{
public:
    explicit DenseStories(const QString &file)
    {
        QFile in(file);
        if (!in.open(QIODevice::ReadOnly))
            return;
        QTextStream text(&in);
        for (QString line; text.readLineInto(&line);) {
            if (line.startsWith(u'@'))
                m_lists.insert(line.section(u' ', 1, 1), line.section(u' ', 2).split(u'|'));
            else if (line.startsWith(u'='))
                m_kinds.append({line.section(u' ', 1, 1), line.section(u' ', 2, 2), {}});
            else if (!line.isEmpty() && !line.startsWith(u'#'))
                m_kinds.last().forms.append(line);
        }
    }

    /** \a events told by a dozen on average, some by many more, and \a singles that nobody else tells, over
     * \a days. */
    QList<LabelledText> make(int events, int singles, double days, quint32 seed)
    {
        m_random.seed(seed);
        m_used.clear();
        QList<LabelledText> texts;
        for (int i = 0; i < events + singles; ++i) {
            auto told = event();
            if (!told)
                continue;
            // Few are told by many.
            const int size = i < events ? 2 + int(std::pow(m_random.generateDouble(), 3.0) * 44) : 1;
            const double begins = m_random.generateDouble() * days * 24;
            for (int n = 0; n < size; ++n)
                texts.append(headline(*told, i, begins - 6 * std::log(1 - 0.999 * m_random.generateDouble()),
                                      texts.size()));
        }
        return texts;
    }

private:
    struct Kind
    {
        QString name, main;
        QStringList forms;
    };
    struct Event
    {
        const Kind *kind;
        QMap<QString, QString> words; ///< chosen for it, by list
    };

    const QString &oneOf(const QStringList &list) { return list[m_random.bounded(int(list.size()))]; }

    std::optional<Event> event()
    {
        Event made{&m_kinds[m_random.bounded(int(m_kinds.size()))], {}};
        const QString name = made.kind->name + u' ' + chosen(made, made.kind->main);
        if (m_used.contains(name))
            return std::nullopt;
        m_used.insert(name);
        return made;
    }

    QString chosen(Event &event, const QString &list)
    {
        auto found = event.words.constFind(list);
        if (found != event.words.cend())
            return *found;
        QString word;
        if (list.front().isDigit()) {
            const double low = list.section(u'-', 0, 0).toDouble(), high = list.section(u'-', 1).toDouble();
            const double value = low + m_random.generateDouble() * (high - low);
            word = QString::number(value, 'f', list.contains(u'.') ? 1 : 0);
        } else if (list.endsWith(u'2')) {
            const QString first = chosen(event, list.chopped(1));
            do
                word = oneOf(m_lists.value(list.chopped(1)));
            while (word == first);
        } else {
            word = oneOf(m_lists.value(list));
        }
        event.words.insert(list, word);
        return word;
    }

    QString filledIn(Event &event, const QString &form)
    {
        static const QRegularExpression place(QStringLiteral("\\{([^}]+)\\}"));
        QString text;
        qsizetype at = 0;
        for (auto it = place.globalMatch(form); it.hasNext();) {
            const auto match = it.next();
            text.append(QStringView(form).mid(at, match.capturedStart() - at));
            at = match.capturedEnd();
            const QString name = match.captured(1);
            const bool number = name.front().isDigit();
            const QString how = number ? QString() : name.section(u'.', 1);
            QString word = chosen(event, number ? name : name.section(u'.', 0, 0));
            if (how == QLatin1String("last"))
                word = word.section(u' ', -1);
            else if (how == QLatin1String("up"))
                word[0] = word[0].toUpper();
            text += word;
        }
        return text.append(QStringView(form).mid(at));
    }

    LabelledText headline(Event &event, int number, double hours, qsizetype before)
    {
        QString title = filledIn(event, oneOf(event.kind->forms));
        // As publishers and agencies have it.
        const double way = m_random.generateDouble();
        if (way < 0.12) {
            for (qsizetype i = 0; i < title.size(); ++i) {
                if (i == 0 || title[i - 1] == u' ')
                    title[i] = title[i].toUpper();
            }
        } else if (way < 0.17) {
            title += oneOf(
                {QStringLiteral(" (video)"), QStringLiteral(" - report"), QStringLiteral(" | Newsline")});
        } else if (way < 0.20) {
            title.prepend(oneOf({QStringLiteral("UPDATE 1-"), QStringLiteral("Watch: ")}));
        }
        if (m_random.generateDouble() < 0.08 && title.count(u' ') > 7)
            title = title.section(u' ', 0, 7) + QStringLiteral("  ...");
        LabelledText made;
        made.story = event.kind->name + u'-' + QString::number(number);
        made.text.article = ArticleId(before + 1);
        made.text.key = QCryptographicHash::hash(QByteArray::number(before), QCryptographicHash::Md5);
        made.text.time =
            QDateTime::fromMSecsSinceEpoch(1'780'000'000'000 + qint64(hours * 3'600'000), Qt::UTC);
        made.text.title = title;
        return made;
    }

    QRandomGenerator m_random;
    QMap<QString, QStringList> m_lists;
    QList<Kind> m_kinds;
    QSet<QString> m_used;
};

} // namespace broadsheet::test
