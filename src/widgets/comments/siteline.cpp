// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/siteline.h"

#include "base/answer.h"
#include "base/url.h"
#include "services/sitecommentservice.h"
#include "widgets/comments/commenttime.h"
#include "widgets/common/accessible.h"
#include "widgets/common/appearance.h"
#include "widgets/common/errortext.h"
#include "widgets/common/fonts.h"
#include "widgets/common/quietlink.h"

#include <QLabel>

#include <chrono>

namespace broadsheet {

using namespace std::chrono_literals;
using When = SiteCommentService::When;

namespace {

constexpr int lineHeight = 30;
constexpr int gap = 12;

} // namespace

SiteLine::SiteLine(SiteCommentService &site, Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_site(site)
    , m_appearance(appearance)
    , m_sentence(new QLabel(this))
    , m_again(new QuietLink(appearance, this))
    , m_answer(new QuietLink(appearance, this))
{
    m_again->setObjectName(QStringLiteral("refreshSite"));
    m_answer->setObjectName(QStringLiteral("answerOnSite"));
    m_answer->setText(tr("Answer there"));
    m_answer->setAccessibleName(tr("Answer on the site"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_later.setSingleShot(true);
    m_later.setInterval(600ms);
    connect(&m_later, &QTimer::timeout, this, [this] { refresh(false); });
    connect(m_again, &QAbstractButton::clicked, this, [this] { refresh(true); });
    connect(m_answer, &QAbstractButton::clicked, this, [this] { Q_EMIT pageWanted(m_known.pageUrl); });
    applyTheme();
    connect(&appearance, &Appearance::changed, this, &SiteLine::applyTheme);
    tellState();
}

void SiteLine::applyTheme()
{
    m_sentence->setFont(fonts::sans(12));
    QPalette palette = m_sentence->palette();
    palette.setColor(QPalette::WindowText, m_appearance.theme().text3);
    m_sentence->setPalette(palette);
}

QString SiteLine::sentence() const
{
    return m_sentence->text();
}

QSize SiteLine::sizeHint() const
{
    return {260, qRound(lineHeight * fonts::scale())};
}

void SiteLine::showArticle(ArticleId article)
{
    m_article = article;
    m_known = {};
    m_problem.clear();
    m_busy = false;
    m_count = 0;
    m_later.stop();
    tellState();
    if (article.isValid())
        ask();
}

void SiteLine::setCount(int count)
{
    m_count = count;
    tellState();
}

void SiteLine::showEvent(QShowEvent *)
{
    if (m_article.isValid())
        m_later.start();
}

/** Where the site's comments lie; from the store. */
void SiteLine::ask()
{
    whenAnswered(m_site.discussion(m_article), this,
                 [this, asked = m_article](const Result<SiteDiscussion> &known) {
                     if (asked != m_article || !known)
                         return;
                     m_known = *known;
                     tellState();
                     // The panel around may be shut: it is seen as soon as that one opens.
                     if (m_offered && isVisible() && !m_busy && m_problem.isEmpty())
                         m_later.start();
                 });
}

void SiteLine::refresh(bool asked)
{
    if (!m_article.isValid() || m_busy)
        return;
    m_busy = true;
    m_problem.clear();
    tellState();
    whenAnswered(m_site.refresh(m_article, asked ? When::Asked : When::Due), this,
                 [this, about = m_article](const Result<SiteCommentsResult> &result) {
                     if (about != m_article)
                         return;
                     m_busy = false;
                     if (!result)
                         return tell(result.error());
                     if (result->added > 0)
                         announce(tr("%n new comments from the site", nullptr, result->added));
                     whenAnswered(m_site.discussion(m_article), this,
                                  [this, about](const Result<SiteDiscussion> &known) {
                                      if (about != m_article || !known)
                                          return;
                                      m_known = *known;
                                      tellState();
                                  });
                 });
}

void SiteLine::tell(const Error &error)
{
    m_problem = m_count > 0 ? tr("The site does not answer; these were kept.")
                            : tr("The site's comments did not come.");
    m_sentence->setToolTip(errorText(error).toHtmlEscaped());
    tellState();
}

void SiteLine::tellState()
{
    const bool page = isWebUrl(m_known.pageUrl);
    const bool offered = isWebUrl(m_known.feedUrl) || page || m_count > 0;
    if (m_problem.isEmpty())
        m_sentence->setToolTip({});
    if (!m_problem.isEmpty())
        m_sentence->setText(m_problem);
    else if (m_busy)
        m_sentence->setText(tr("Asking the site…"));
    else if (m_count > 0)
        m_sentence->setText(tr("%n from the site", nullptr, m_count));
    else if (m_known.fetched.isValid())
        m_sentence->setText(tr("Nothing said on the site"));
    else
        m_sentence->setText(tr("Discussed on the site"));
    m_again->setText(m_problem.isEmpty() ? tr("Refresh") : tr("Try again"));
    m_again->setVisible(!m_busy && offered);
    m_answer->setVisible(page);
    arrange();
    if (offered == m_offered)
        return;
    m_offered = offered;
    Q_EMIT wantedChanged(offered);
}

void SiteLine::arrange()
{
    const int high = height();
    int right = width();
    for (QuietLink *link : {m_answer, m_again}) {
        if (link->isHidden())
            continue;
        const int wide = link->sizeHint().width();
        right -= wide;
        link->setGeometry(right, 0, wide, high);
        right -= gap;
    }
    m_sentence->setGeometry(0, 0, qMax(0, right), high);
}

void SiteLine::resizeEvent(QResizeEvent *)
{
    arrange();
}

} // namespace broadsheet

// Here and not with the others, so that a test of the thread alone links without services and store.
#include "moc_siteline.cpp"
