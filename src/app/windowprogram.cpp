// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowprogram.h"

#include "app/language.h"
#include "app/singleinstance.h"
#include "app/stopsignals.h"
#include "base/answer.h"
#include "base/clock.h"
#include "net/connectivity.h"
#include "services/commentservice.h"
#include "services/core.h"
#include "services/fulltextservice.h"
#include "services/iconservice.h"
#include "services/libraryservice.h"
#include "services/log.h"
#include "services/sitecommentservice.h"
#include "services/storyservice.h"
#include "services/syncservice.h"
#include "services/upkeepservice.h"
#include "settings/settings.h"
#include "widgets/common/appearance.h"
#include "widgets/common/errortext.h"
#include "widgets/common/faviconloader.h"
#include "widgets/common/fonts.h"
#include "widgets/mainwindow/mainwindow.h"
#include "widgets/reader/imageloader.h"

#include <QApplication>
#include <QIcon>
#include <QMessageBox>
#include <QTimer>

namespace broadsheet {

/** Declared from the bottom up: destroyed from the top down. */
struct WindowProgram::Parts
{
    Parts(int &argc, char **argv, const QString &profileFolder)
        : app(argc, argv)
        , profile(profileFolder)
        , instance(profileFolder)
        , core(profileFolder, clock)
        , settings(profileFolder)
    {
    }

    void open(const QStringList &addresses);
    void show(const QStringList &addresses);
    void comeForward(const QStringList &addresses);
    void offer(const QStringList &addresses);
    void addGuide();
    void keepSyncing();
    void keepWithinLimits();
    void heedNetwork();
    bool mayFetch() const;
    void refuse(const Error &error);

    QApplication app;
    StopSignals stops;
    QString profile;
    SystemClock clock;
    SingleInstance instance;
    Core core;
    Settings settings;
    Language language;
    QTimer syncTimer;
    std::unique_ptr<net::Connectivity> connectivity; ///< made after the window: it loads a plugin
    bool waits = false;                              ///< a sync was due while the network was away or metered
    std::unique_ptr<Appearance> appearance;
    std::unique_ptr<ImageLoader> images;
    std::unique_ptr<MainWindow> window;
};

bool WindowProgram::hasDisplay()
{
    const auto set = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    return set("DISPLAY") || set("WAYLAND_DISPLAY") || set("QT_QPA_PLATFORM");
}

WindowProgram::WindowProgram(int &argc, char **argv, const QString &profile)
    : d(std::make_unique<Parts>(argc, argv, profile))
{
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Broadsheet"));
    QGuiApplication::setDesktopFileName(QStringLiteral("broadsheet"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/broadsheet.svg")));
}

WindowProgram::~WindowProgram() = default;

int WindowProgram::run(const QStringList &addresses)
{
    if (d->instance.handOver(addresses))
        return 0;
    d->instance.listen();

    // "C" is no language for people: its times have seconds and its dates no order.
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    d->language.install();
    d->language.installQt();

    QObject::connect(&d->stops, &StopSignals::stopWanted, &d->app, [] { QCoreApplication::quit(); });
    fonts::loadFirst();
    d->appearance = std::make_unique<Appearance>(d->settings);
    d->open(addresses);
    return QApplication::exec();
}

void WindowProgram::Parts::open(const QStringList &addresses)
{
    whenAnswered(core.open(), &app, [this, addresses](const Result<void> &opened) {
        if (opened)
            show(addresses);
        else
            refuse(opened.error());
    });
}

void WindowProgram::Parts::show(const QStringList &addresses)
{
    const auto takeWishes = [this] {
        core.stories().setWishes(settings.findStories(), settings.rankByInterest());
    };
    takeWishes();
    QObject::connect(&settings, &Settings::storiesChanged, &core.stories(), takeWishes);
    core.stories().update(); // what an interrupted sync or an older version left
    // What has come may tell one event with what was there.
    QObject::connect(&core.sync(), &SyncService::finished, &core.stories(),
                     [this] { core.stories().update(); });
    QObject::connect(&core.sync(), &SyncService::finished, &core.fullTexts(), &FullTextService::fetchWanted);
    const auto takeNames = [this] {
        core.comments().setDefaultName(settings.commentName());
        core.comments().setOtherNames(settings.otherCommentNames());
    };
    takeNames();
    QObject::connect(&settings, &Settings::commentNameChanged, &core.comments(), takeNames);
    core.siteComments().setKnownSites(settings.discussionSites());
    QObject::connect(&settings, &Settings::discussionSitesChanged, &core.siteComments(),
                     [this] { core.siteComments().setKnownSites(settings.discussionSites()); });

    core.setProxy(settings.proxy());
    QObject::connect(&settings, &Settings::proxyChanged, &app, [this] { core.setProxy(settings.proxy()); });
    images = std::make_unique<ImageLoader>(core.images(), core.workers(), settings);
    window = std::make_unique<MainWindow>(MainWindowServices{
        core.library(), core.reading(), core.comments(), core.search(), core.sync(), core.finder(),
        core.events(), settings, *appearance, *images, core.workers(), profile, nullptr, &core.stories(),
        &core.siteComments(), &core.follow(), &core.fullTexts(), &core.downloads()});
    QObject::connect(&instance, &SingleInstance::activated, window.get(),
                     [this](const QStringList &given) { comeForward(given); });
    QObject::connect(window.get(), &MainWindow::guideWanted, &core.library(), [this] { addGuide(); });
    new FaviconLoader(core.icons(), core.library(), core.sync(), core.workers(), *window);
    window->show();
    offer(addresses);
    QTimer::singleShot(0, window.get(), [this] {
        fonts::loadRest();
        keepWithinLimits();
        core.upkeep().watch();
        keepSyncing();
    });
}

void WindowProgram::Parts::comeForward(const QStringList &addresses)
{
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->raise();
    window->activateWindow();
    offer(addresses);
}

void WindowProgram::Parts::offer(const QStringList &addresses)
{
    for (const QString &address : addresses)
        window->openAddress(address);
}

void WindowProgram::Parts::addGuide()
{
    whenAnswered(core.library().addGuide(), window.get(), [this](const Result<Subscription> &guide) {
        if (!guide)
            return;
        core.sync().start(true, {guide->id});
        window->showNewFeed(guide->id);
    });
}

void WindowProgram::Parts::keepSyncing()
{
    const auto schedule = [this] {
        syncTimer.stop();
        if (settings.syncInterval().count() > 0) {
            // What is due is decided feed by feed; the timer only looks. A minute is often enough for any wish.
            syncTimer.start(std::chrono::minutes(qMin<qint64>(settings.syncInterval().count(), 5)));
        }
    };
    connectivity = std::make_unique<net::Connectivity>();
    const auto fetch = [this] {
        waits = !mayFetch();
        if (!waits)
            core.sync().start(false);
    };
    QObject::connect(&syncTimer, &QTimer::timeout, &core.sync(), fetch);
    QObject::connect(connectivity.get(), &net::Connectivity::changed, &core.sync(), [this, fetch] {
        heedNetwork();
        if (waits)
            fetch();
    });
    heedNetwork();
    QObject::connect(&settings, &Settings::syncChanged, &syncTimer, schedule);
    schedule();
    if (settings.syncAtStart())
        fetch();
}

/** By itself the program fetches neither offline nor where each byte is paid for; the reader's own wish always goes. */
bool WindowProgram::Parts::mayFetch() const
{
    return !connectivity->isOffline() && (!connectivity->isMetered() || settings.syncOnMetered());
}

void WindowProgram::Parts::heedNetwork()
{
    core.icons().setAllowed(!connectivity->isOffline() && !connectivity->isMetered());
    if (connectivity->isOffline())
        window->setFetchingHeldBack(MainWindow::tr("You are offline"));
    else if (connectivity->isMetered() && !settings.syncOnMetered())
        //: Beside the button that fetches: feeds are not fetched where the network is paid by volume. Short.
        window->setFetchingHeldBack(MainWindow::tr("Metered: waiting"));
    else
        window->setFetchingHeldBack({});
}

void WindowProgram::Parts::keepWithinLimits()
{
    const auto take = [this] {
        core.upkeep().setRetention({settings.keepDays(), settings.keepCount(), settings.keepUnread()});
    };
    QObject::connect(&settings, &Settings::retentionChanged, &core.upkeep(), take);
    take();
}

void WindowProgram::Parts::refuse(const Error &error)
{
    qCCritical(servicesLog).noquote() << "the store cannot be opened:" << error.detail;
    auto *box = new QMessageBox(QMessageBox::Critical, QStringLiteral("Broadsheet"), errorText(error),
                                QMessageBox::Close);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(box, &QDialog::finished, &app, [] { QCoreApplication::exit(3); });
    box->open();
}

} // namespace broadsheet
