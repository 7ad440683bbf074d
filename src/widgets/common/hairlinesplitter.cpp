// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/hairlinesplitter.h"

namespace broadsheet {

namespace {

class Handle : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        // Not QSplitterHandle's: it sets margins of its own, and each change of margins is a resize event again.
        QWidget::resizeEvent(event);
        // QSplitter counts the margins into the handle's place, and lets the mouse through to the mask only
        // where WA_MouseNoMask is not set: so 1 px is seen and 7 are felt.
        setContentsMargins(3, 0, 3, 0);
        setAttribute(Qt::WA_MouseNoMask, true);
        setMask(QRegion(contentsRect()));
    }
};

} // namespace

HairlineSplitter::HairlineSplitter(QWidget *parent) : QSplitter(Qt::Horizontal, parent)
{
    setHandleWidth(1);
    setChildrenCollapsible(false);
    setOpaqueResize(true);
}

QSplitterHandle *HairlineSplitter::createHandle()
{
    return new Handle(orientation(), this);
}

} // namespace broadsheet
