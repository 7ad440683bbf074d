// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/icons.h"

#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace broadsheet::icons {

namespace {

/** What an icon is made of: lines, and areas filled without a line. Path data of SVG on a grid of 20. */
struct Drawing
{
    const char *lines = "";
    const char *areas = "";
};

constexpr const char *bubble =
    "M5 4h10a1.9 1.9 0 0 1 1.9 1.9v6a1.9 1.9 0 0 1-1.9 1.9H9.6L6.4 16.6v-2.8H5a1.9 1.9 0 0 "
    "1-1.9-1.9v-6A1.9 1.9 0 0 1 5 4z";
constexpr const char *star =
    "M10 2.9l2.15 4.5 4.95.65-3.6 3.45.9 4.9L10 14.05 5.6 16.4l.9-4.9L2.9 8.05l4.95-.65z";

Drawing mediaDrawing(Name name);

Drawing drawing(Name name)
{
    switch (name) {
    case Name::Add:
        return {"M10 4v12M4 10h12"};
    case Name::Today:
        return {
            "M5 4.5h10a1.75 1.75 0 0 1 1.75 1.75v8.5A1.75 1.75 0 0 1 15 16.5H5a1.75 1.75 0 0 1-1.75-1.75v-8.5"
            "A1.75 1.75 0 0 1 5 4.5zM3.5 8.25h13M6.75 2.75v3.25M13.25 2.75v3.25M7.6 12.2l1.7 1.7 3.1-3.3"};
    case Name::Unread:
        return {"M10 3.25a6.75 6.75 0 1 1 0 13.5a6.75 6.75 0 1 1 0-13.5z",
                "M10 7.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5z"};
    case Name::Read:
        return {"M10 3.25a6.75 6.75 0 1 1 0 13.5a6.75 6.75 0 1 1 0-13.5z"};
    case Name::Starred:
        return {star};
    case Name::StarFilled:
        return {star, star};
    case Name::Comment:
        return {bubble};
    case Name::CommentFilled:
        return {bubble, bubble};
    case Name::Stories:
        return {"M4.5 3.75h11a1.25 1.25 0 0 1 1.25 1.25v2.5a1.25 1.25 0 0 1-1.25 1.25h-11A1.25 1.25 0 0 1 "
                "3.25 7.5V5"
                "A1.25 1.25 0 0 1 4.5 3.75zM3.25 12.25h13.5M3.25 16h8.5"};
    case Name::Refresh:
        return {"M16.3 8.6A6.6 6.6 0 0 0 4.2 7M3.7 11.4A6.6 6.6 0 0 0 15.8 13M3.6 3.6V7.2h3.6M16.4 "
                "16.4v-3.6h-3.6"};
    case Name::Stop:
        return {"M6.5 5h7A1.5 1.5 0 0 1 15 6.5v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 5 13.5v-7"
                "A1.5 1.5 0 0 1 6.5 5z"};
    case Name::Settings:
        return {"M10 7.4a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 1 1 0-5.2zM10 2.75v2.1M10 15.15v2.1M2.75 10h2.1M15.15 "
                "10h2.1"
                "M4.87 4.87l1.5 1.5M13.63 13.63l1.5 1.5M4.87 15.13l1.5-1.5M13.63 6.37l1.5-1.5"};
    case Name::Search:
        return {"M8.75 3.5a5.25 5.25 0 1 1 0 10.5a5.25 5.25 0 1 1 0-10.5zM12.6 12.6l4.15 4.15"};
    case Name::Filter:
        return {"M3.25 5.25h13.5M5.75 10h8.5M8.25 14.75h3.5"};
    case Name::CheckAll:
        return {"M2 10.9l3.3 3.3 7-8.2M9.4 13.3l.9.9 7-8.2"};
    case Name::Up:
        return {"M4.5 12.6L10 7.1l5.5 5.5"};
    case Name::Down:
        return {"M4.5 7.4l5.5 5.5 5.5-5.5"};
    case Name::ChevronRight:
        return {"M7.4 4.5l5.5 5.5-5.5 5.5"};
    case Name::TextSize:
        return {"M2.25 15.25L6.4 4.75l4.15 10.5M3.7 11.75h5.4M14.6 9.75a2.75 2.75 0 1 1 0 5.5a2.75 2.75 0 1 "
                "1 0-5.5z"
                "M17.35 9.75v5.5"};
    case Name::FullText:
        return {"M3.5 4.75h13M3.5 8.25h13M3.5 11.75h13M3.5 15.25h7.5"};
    case Name::Highlighter:
        return {"M6.6 11.1l6.3-7.1 3.1 2.8-6.3 7.1-3.6.5zM3.5 17h13"};
    case Name::Link:
        return {"M8.4 11.6a3.25 3.25 0 0 0 4.6 0l2.75-2.75a3.25 3.25 0 0 0-4.6-4.6L9.9 5.5"
                "M11.6 8.4a3.25 3.25 0 0 0-4.6 0l-2.75 2.75a3.25 3.25 0 0 0 4.6 4.6l1.25-1.25"};
    case Name::OpenOutside:
        return {
            "M11.75 3.5h4.75v4.75M16.3 3.7l-6.8 6.8M15 11.75v3A1.75 1.75 0 0 1 13.25 16.5h-8a1.75 1.75 0 0 1"
            "-1.75-1.75v-8A1.75 1.75 0 0 1 5.25 5h3"};
    case Name::Close:
        return {"M5 5l10 10M15 5L5 15"};
    case Name::Warning:
        return {"M10 3.5l7.25 12.75H2.75zM10 8.25v3.75", "M10 13.2a.9.9 0 1 1 0 1.8a.9.9 0 1 1 0-1.8z"};
    case Name::Newspaper:
        return {"M13.75 16.5H4.75A1.75 1.75 0 0 1 3 14.75V3.75h10.75V15.2a1.4 1.4 0 0 0 2.8 0V7.75h-2.8"
                "M5.75 7h5.25M5.75 10h5.25M5.75 13h3.25"};
    case Name::Folder:
        return {"M2.75 6A1.5 1.5 0 0 1 4.25 4.5H7.6l2 2.1h6.15a1.5 1.5 0 0 1 1.5 1.5v6.4a1.5 1.5 0 0 1-1.5 "
                "1.5H4.25"
                "a1.5 1.5 0 0 1-1.5-1.5z"};
    default:
        return mediaDrawing(name);
    }
}

Drawing mediaDrawing(Name name)
{
    switch (name) {
    case Name::Feed:
        return {"M4.25 4A11.75 11.75 0 0 1 16 15.75M4.25 9A6.75 6.75 0 0 1 11 15.75",
                "M5.4 13.2a1.4 1.4 0 1 1 0 2.8a1.4 1.4 0 1 1 0-2.8z"};
    case Name::Website:
        return {"M4.5 4h11a1.75 1.75 0 0 1 1.75 1.75v8.5A1.75 1.75 0 0 1 15.5 16h-11a1.75 1.75 0 0 "
                "1-1.75-1.75v-8.5"
                "A1.75 1.75 0 0 1 4.5 4zM2.9 7.75h14.2"};
    case Name::Play:
        return {"M6.5 4.4v11.2l9-5.6z"};
    case Name::Tag:
        return {"M8.1 3.5L6.4 16.5M13.6 3.5l-1.7 13M3.75 7.5h12.75M3.5 12.5h12.75"};
    case Name::Pause:
        return {"M7.25 4.75v10.5M12.75 4.75v10.5"};
    case Name::Rewind:
        return {"M9.25 5.5v9L3 10zM16.75 5.5v9L10.5 10z"};
    case Name::Forward:
        return {"M3.25 5.5v9L9.5 10zM10.75 5.5v9L17 10z"};
    case Name::Image:
        return {"M4.75 4h10.5A1.75 1.75 0 0 1 17 5.75v8.5A1.75 1.75 0 0 1 15.25 16H4.75A1.75 1.75 0 0 1 3 "
                "14.25v-8.5"
                "A1.75 1.75 0 0 1 4.75 4zM3.4 14.4l4-3.9 3 2.8 2.6-2.3 3.7 3.4",
                "M12.9 6.6a1.3 1.3 0 1 1 0 2.6a1.3 1.3 0 1 1 0-2.6z"};
    case Name::Reply:
        return {"M8 4.75L3.5 9.25l4.5 4.5M3.75 9.25h7.5a5 5 0 0 1 5 5v1.25"};
    case Name::Edit:
        return {"M3.75 16.25l.9-3.7 8.6-8.6a1.6 1.6 0 0 1 2.3 0l.5.5a1.6 1.6 0 0 1 0 2.3l-8.6 8.6z"
                "M11.75 5.5l2.75 2.75"};
    case Name::Trash:
        return {
            "M3.5 5.75h13M7.75 5.5V3.75h4.5V5.5M5 5.9l.65 9.1a1.5 1.5 0 0 0 1.5 1.4h5.7a1.5 1.5 0 0 0 1.5-1.4"
            "l.65-9.1M8.4 9v4.25M11.6 9v4.25"};
    case Name::Undo:
        return {"M7.25 4L3.5 7.75l3.75 3.75M3.75 7.75H12a4.25 4.25 0 0 1 0 8.5H8"};
    case Name::More:
        return {"", "M4.5 8.6a1.4 1.4 0 1 1 0 2.8a1.4 1.4 0 1 1 0-2.8zM10 8.6a1.4 1.4 0 1 1 0 2.8a1.4 1.4 0 "
                    "1 1 0-2.8z"
                    "M15.5 8.6a1.4 1.4 0 1 1 0 2.8a1.4 1.4 0 1 1 0-2.8z"};
    case Name::Offline:
        return {"M7.4 6.1a4.9 4.9 0 0 1 6.9 3.2a3.5 3.5 0 0 1 2 5.6M13.6 15.75H5.9a3.5 3.5 0 0 1-.6-6.95M3 "
                "3l14 14"};
    case Name::Menu:
        return {"M3.25 5.25h13.5M3.25 10h13.5M3.25 14.75h13.5"};
    case Name::Copy:
        return {"M8.75 7.25h6A1.5 1.5 0 0 1 16.25 8.75v6a1.5 1.5 0 0 1-1.5 1.5h-6a1.5 1.5 0 0 1-1.5-1.5v-6"
                "A1.5 1.5 0 0 1 8.75 7.25zM12.75 7V5.25a1.5 1.5 0 0 0-1.5-1.5h-6a1.5 1.5 0 0 0-1.5 1.5v6"
                "a1.5 1.5 0 0 0 1.5 1.5H7"};
    case Name::Check:
        return {"M4 10.6l4 4 8-9.2"};
    case Name::Globe:
        return {
            "M10 3a7 7 0 1 1 0 14a7 7 0 1 1 0-14zM3.2 10h13.6M10 3c4 3.6 4 10.4 0 14c-4-3.6-4-10.4 0-14z"};
    case Name::Mail:
        return {"M4.5 4.5h11a1.75 1.75 0 0 1 1.75 1.75v7.5a1.75 1.75 0 0 1-1.75 1.75h-11a1.75 1.75 0 0 "
                "1-1.75-1.75"
                "v-7.5A1.75 1.75 0 0 1 4.5 4.5zM3.2 6l6.8 5.1L16.8 6"};
    case Name::Mastodon:
        return {"M5.5 3.5h9a2.25 2.25 0 0 1 2.25 2.25v4.5a3 3 0 0 1-3 3H7.25c.2 1.6 1.9 2.2 5 1.7c-.8 1-2.1 "
                "1.55-3.75"
                " 1.55c-3.5 0-5.25-1.9-5.25-6.25v-4.5A2.25 2.25 0 0 1 5.5 3.5z"
                "M6.75 10.25V7.6a1.62 1.62 0 0 1 3.25 0v1.4M10 7.6a1.62 1.62 0 0 1 3.25 0v2.65"};
    case Name::Video:
        return {
            "M4 5h7.25A1.75 1.75 0 0 1 13 6.75v6.5A1.75 1.75 0 0 1 11.25 15H4a1.75 1.75 0 0 1-1.75-1.75v-6.5"
            "A1.75 1.75 0 0 1 4 5zM13.25 8.75l4.25-2.5v7.5l-4.25-2.5"};
    default:
        return {};
    }
}

QByteArray svg(Name name, const QColor &color, double stroke)
{
    const Drawing parts = drawing(name);
    const QByteArray ink = color.name(QColor::HexRgb).toLatin1();
    QByteArray result = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 20\">";
    if (*parts.areas)
        result += "<path fill=\"" + ink + "\" d=\"" + QByteArray(parts.areas) + "\"/>";
    if (*parts.lines) {
        result += "<path fill=\"none\" stroke=\"" + ink + "\" stroke-width=\"" + QByteArray::number(stroke) +
                  "\" stroke-linecap=\"round\" stroke-linejoin=\"round\" d=\"" + QByteArray(parts.lines) +
                  "\"/>";
    }
    return result + "</svg>";
}

} // namespace

QPixmap pixmap(Name name, const QColor &color, int size, double devicePixelRatio)
{
    const QString key = QStringLiteral("icon/%1/%2/%3/%4")
                            .arg(int(name))
                            .arg(color.rgba(), 0, 16)
                            .arg(size)
                            .arg(devicePixelRatio);
    QPixmap result;
    if (QPixmapCache::find(key, &result))
        return result;
    result = QPixmap(QSize(size, size) * devicePixelRatio);
    result.setDevicePixelRatio(devicePixelRatio);
    result.fill(Qt::transparent);
    // The large drawings of empty panes have thinner lines.
    QSvgRenderer renderer(svg(name, color, size >= 40 ? 1.0 : 1.5));
    QPainter painter(&result);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter, QRectF(0, 0, size, size));
    painter.end();
    QPixmapCache::insert(key, result);
    return result;
}

QIcon icon(Name name, const QColor &color, int size)
{
    QIcon result;
    QColor faint = color;
    faint.setAlphaF(color.alphaF() * 0.5f);
    for (const double ratio : {1.0, 2.0}) {
        result.addPixmap(pixmap(name, color, size, ratio));
        result.addPixmap(pixmap(name, faint, size, ratio), QIcon::Disabled);
    }
    return result;
}

} // namespace broadsheet::icons
