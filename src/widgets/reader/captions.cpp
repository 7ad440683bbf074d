// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/captions.h"

#include "widgets/reader/documentformat.h"

namespace broadsheet::captions {

using namespace documentformat;

std::optional<QTextBlockFormat> formatUnder(const QTextBlock &picture, double width, double room)
{
    const QTextBlock caption = picture.next();
    if (!caption.isValid() || kind(caption.blockFormat()) != BlockKind::Caption)
        return {};
    const QTextBlockFormat above = picture.blockFormat();
    const bool small = width < room * 0.55;
    const int inset = small ? 0 : qRound((room - width) / 2);
    QTextBlockFormat format = caption.blockFormat();
    format.setLeftMargin(above.leftMargin() + inset);
    format.setRightMargin(above.rightMargin() + inset);
    format.setAlignment(small ? Qt::AlignHCenter : Qt::AlignLeading);
    if (format == caption.blockFormat())
        return {};
    return format;
}

} // namespace broadsheet::captions
