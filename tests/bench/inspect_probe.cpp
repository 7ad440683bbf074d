// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what `broadsheet inspect [--raw] [--base-url URL] [--content-type TYPE] FILE…` prints, without the
// program around it: for scoring the parser and for measuring it alone. --quiet reads and parses, and prints
// nothing.
#include "exchange/jsonfeedwriter.h"
#include "ingest/readfeed.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>
#include <QUrl>

#include <cstdio>

using namespace broadsheet;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QStringList files = QCoreApplication::arguments().mid(1);
    ingest::ReadOptions options;
    options.plainText = false;
    bool quiet = false;
    QUrl base;
    QString contentType;
    while (!files.isEmpty() && files.constFirst().startsWith(u"--")) {
        const QString option = files.takeFirst();
        if (option == u"--raw")
            options.raw = true;
        else if (option == u"--quiet")
            quiet = true;
        else if (option == u"--base-url" && !files.isEmpty())
            base = QUrl(files.takeFirst());
        else if (option == u"--content-type" && !files.isEmpty())
            contentType = files.takeFirst();
    }
    bool failed = false;
    for (const QString &name : std::as_const(files)) {
        QFile file(name);
        QByteArray line;
        if (!file.open(QIODevice::ReadOnly)) {
            line = exchange::toJsonFeedError(name, file.errorString());
            failed = true;
        } else {
            const Result<ParsedFeed> feed = ingest::readFeed(file.readAll(), base, contentType, options);
            line = feed ? exchange::toJsonFeed(*feed, name, options.raw)
                        : exchange::toJsonFeedError(name, feed.error().detail);
            failed = failed || !feed;
        }
        if (quiet)
            continue;
        std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
        std::fputc('\n', stdout);
    }
    return failed ? 1 : 0;
}
