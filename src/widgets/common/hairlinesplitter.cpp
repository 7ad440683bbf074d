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
        // Not QSplitterHandle's own, which would set margins of 2, whose change asks for a resize again.
        QWidget::resizeEvent(event);
        // QSplitter counts the margins into the handle's place, and the mask leaves only the line to be seen
        // while WA_MouseNoMask lets the mouse feel all of it.
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
