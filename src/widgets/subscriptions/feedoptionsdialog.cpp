// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/feedoptionsdialog.h"

#include "base/answer.h"
#include "services/libraryservice.h"
#include "services/secrets.h"
#include "widgets/common/errortext.h"
#include "widgets/common/proxyfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace broadsheet {

namespace {

/** "Name: value", a line each; what is no header is left out. */
QList<QPair<QByteArray, QByteArray>> headersFrom(const QString &text)
{
    QList<QPair<QByteArray, QByteArray>> headers;
    const auto lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const auto colon = line.indexOf(u':');
        const QString name = line.left(colon).trimmed();
        if (colon > 0 && !name.contains(u' '))
            headers.append({name.toLatin1(), line.mid(colon + 1).trimmed().toUtf8()});
    }
    return headers;
}

} // namespace

FeedOptionsDialog::FeedOptionsDialog(LibraryService &library, const Subscription &feed, QWidget *parent)
    : QDialog(parent)
    , m_library(library)
    , m_feed(feed)
    , m_interval(new QComboBox(this))
    , m_fullText(new QComboBox(this))
    , m_pictures(new QComboBox(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_token(new QLineEdit(this))
    , m_headers(new QPlainTextEdit(this))
    , m_proxy(new ProxyField(tr("As the program has it"), feed.proxy, this))
    , m_fold(new QCheckBox(tr("&One row for what other feeds have too"), this))
    , m_unreadWhenEdited(new QCheckBox(tr("&Mark unread when edited"), this))
    , m_words(new QLabel(this))
{
    build();
    if (!feed.hasSecret)
        return;
    whenAnswered(m_library.secret(feed.id), this, [this](const Result<FeedSecret> &found) {
        if (found)
            fill(*found);
        else
            m_words->setText(tr("The login was not kept. Please give it again."));
    });
}

void FeedOptionsDialog::build()
{
    setWindowTitle(tr("Options of “%1”").arg(m_feed.title()));
    resize(500, 560);
    const QList<std::pair<QString, int>> choices{{tr("As the feed has it"), 0}, {tr("Every 15 minutes"), 15},
                                                 {tr("Every hour"), 60},        {tr("Every 6 hours"), 360},
                                                 {tr("Once a day"), 1440},      {tr("Once a week"), 10080}};
    for (const auto &[text, minutes] : choices)
        m_interval->addItem(text, minutes);
    const int present = m_feed.interval ? int(m_feed.interval->count()) : 0;
    if (m_interval->findData(present) < 0)
        m_interval->addItem(tr("Every %n minutes", nullptr, present), present);
    m_interval->setCurrentIndex(m_interval->findData(present));
    m_fullText->addItem(tr("As the feed gives it"), int(FullTextWish::OnDemand));
    m_fullText->addItem(tr("Always the full text of its page"), int(FullTextWish::Always));
    m_fullText->setCurrentIndex(m_feed.fullTextWish == FullTextWish::Always);
    m_pictures->setObjectName(QStringLiteral("pictures"));
    m_pictures->addItem(tr("As for all feeds"));
    const std::pair<QString, ImagePolicy> policies[] = {
        {tr("Show"), ImagePolicy::Always},
        {tr("Show, but not over a metered connection"), ImagePolicy::Unmetered},
        {tr("Only when I ask"), ImagePolicy::Ask},
        {tr("Never load"), ImagePolicy::Never}};
    for (const auto &[text, policy] : policies) {
        m_pictures->addItem(text, int(policy));
        if (m_feed.imagePolicy == policy)
            m_pictures->setCurrentIndex(m_pictures->count() - 1);
    }
    m_interval->setObjectName(QStringLiteral("interval"));
    m_user->setObjectName(QStringLiteral("user"));
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_token->setEchoMode(QLineEdit::Password);
    m_headers->setPlaceholderText(tr("Name: value"));
    m_headers->setTabChangesFocus(true);
    m_fold->setChecked(m_feed.foldDuplicates);
    m_fold->setToolTip(
        tr("The same page in several feeds is read and starred once, and lists show it once."));
    m_unreadWhenEdited->setChecked(m_feed.unreadWhenEdited);
    m_unreadWhenEdited->setToolTip(tr("An article that its publisher changes in substance counts as new."));
    m_words->setWordWrap(true);
    m_words->setText(
        tr("Login, token and headers are kept in the keyring and told to this feed’s server alone."));

    auto *form = new QFormLayout;
    form->addRow(tr("&How often:"), m_interval);
    form->addRow(tr("Articles are &read:"), m_fullText);
    form->addRow(tr("P&ictures:"), m_pictures);
    m_keeping = std::make_unique<KeepingFields>(
        *form, m_feed.keep, m_feed.category.isValid() ? tr("As for its category") : tr("As for all feeds"),
        this);
    form->addRow(tr("&User name:"), m_user);
    form->addRow(tr("&Password:"), m_password);
    form->addRow(tr("&Token:"), m_token);
    form->addRow(tr("H&eaders and cookies:"), m_headers);
    form->addRow(tr("Pro&xy:"), m_proxy);
    form->addRow(tr("Articles:"), m_fold);
    form->addRow({}, m_unreadWhenEdited);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &FeedOptionsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (!m_feed.certificate.isEmpty()) {
        QPushButton *forget = buttons->addButton(tr("&Forget the certificate"), QDialogButtonBox::ActionRole);
        connect(forget, &QPushButton::clicked, this, [this, forget] {
            m_certificateForgotten = true;
            forget->setEnabled(false);
        });
    }
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_words);
    layout->addWidget(buttons);
}

void FeedOptionsDialog::fill(const FeedSecret &secret)
{
    m_user->setText(secret.user);
    m_password->setText(secret.password);
    m_token->setText(QString::fromUtf8(secret.bearer));
    QStringList lines;
    for (const auto &[name, value] : secret.headers)
        lines << QString::fromUtf8(name) + QStringLiteral(": ") + QString::fromUtf8(value);
    m_headers->setPlainText(lines.join(u'\n'));
}

FeedSecret FeedOptionsDialog::secret() const
{
    FeedSecret secret;
    secret.origin = m_feed.feedUrl;
    secret.user = m_user->text();
    secret.password = m_password->text();
    secret.bearer = m_token->text().trimmed().toUtf8();
    secret.headers = headersFrom(m_headers->toPlainText());
    return secret;
}

void FeedOptionsDialog::accept()
{
    if (m_told)
        return QDialog::accept();
    SubscriptionEdit edit;
    edit.interval = std::chrono::minutes(m_interval->currentData().toInt());
    edit.proxy = m_proxy->value();
    const auto wish = FullTextWish(m_fullText->currentData().toInt());
    if ((wish == FullTextWish::Always) != (m_feed.fullTextWish == FullTextWish::Always))
        edit.fullTextWish = wish;
    std::optional<ImagePolicy> policy;
    if (const QVariant chosen = m_pictures->currentData(); chosen.isValid())
        policy = ImagePolicy(chosen.toInt());
    if (policy != m_feed.imagePolicy)
        edit.imagePolicy = policy;
    if (m_fold->isChecked() != m_feed.foldDuplicates)
        edit.foldDuplicates = m_fold->isChecked();
    if (m_unreadWhenEdited->isChecked() != m_feed.unreadWhenEdited)
        edit.unreadWhenEdited = m_unreadWhenEdited->isChecked();
    if (m_certificateForgotten)
        edit.certificate = QByteArray();
    whenAnswered(m_library.editSubscription(m_feed.id, edit), this, [this](const Result<void> &done) {
        if (done)
            keepLimits();
        else
            m_words->setText(errorText(done.error()));
    });
}

void FeedOptionsDialog::keepLimits()
{
    const RetentionLimits limits = m_keeping->limits();
    if (limits == m_feed.keep)
        return keepSecret();
    whenAnswered(m_library.setRetention(m_feed.id, limits), this, [this](const Result<void> &done) {
        if (done)
            keepSecret();
        else
            m_words->setText(errorText(done.error()));
    });
}

void FeedOptionsDialog::keepSecret()
{
    const FeedSecret wanted = secret();
    if (wanted.isEmpty() && !m_feed.hasSecret)
        return QDialog::accept();
    whenAnswered(m_library.setSecret(m_feed.id, wanted), this, [this, wanted](const Result<bool> &kept) {
        if (!kept)
            return m_words->setText(errorText(kept.error()));
        if (*kept || wanted.isEmpty())
            return QDialog::accept();
        // Stays open, so that the sentence is read; the next "OK" closes.
        m_words->setText(tr("There is no keyring, so this login lasts until Broadsheet is closed."));
        m_told = true;
    });
}

} // namespace broadsheet
