// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/safehtml.h"
#include "widgets/comments/commenttext.h"

#include <QAbstractScrollArea>

#include <optional>

namespace broadsheet {

class Appearance;

/** A text as it will look in the thread. */
class CommentPreview : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit CommentPreview(Appearance &appearance, QWidget *parent = nullptr);

    void setText(const QString &text, const SafeHtml &html);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void lay();

    Appearance &m_appearance;
    std::optional<CommentText> m_text;
};

} // namespace broadsheet
