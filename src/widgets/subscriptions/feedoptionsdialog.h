// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/subscription.h"
#include "widgets/subscriptions/keepingfields.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace broadsheet {

class LibraryService;
class ProxyField;
struct FeedSecret;

/** How one feed is fetched and kept: how often, in full or as it comes, how long, with which login, headers and
 * proxy, whether its certificate is excused, and what becomes of articles that others have too or that are edited. */
class FeedOptionsDialog : public QDialog
{
    Q_OBJECT
public:
    FeedOptionsDialog(LibraryService &library, const Subscription &feed, QWidget *parent = nullptr);

    void accept() override;

private:
    void build();
    void fill(const FeedSecret &secret);
    FeedSecret secret() const;
    void keepLimits();
    void keepSecret();

    LibraryService &m_library;
    const Subscription m_feed;
    QComboBox *m_interval;
    QComboBox *m_fullText;
    QComboBox *m_pictures;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLineEdit *m_token;
    QPlainTextEdit *m_headers;
    std::unique_ptr<KeepingFields> m_keeping;
    ProxyField *m_proxy;
    QCheckBox *m_fold;
    QCheckBox *m_unreadWhenEdited;
    QLabel *m_words;
    bool m_certificateForgotten = false;
    bool m_told = false; ///< that the login does not outlive the program
};

} // namespace broadsheet
