// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/embeds.h"

#include <algorithm>
#include <array>

namespace broadsheet::html {

namespace {

using Kind = EmbedTarget::Kind;

/** A player: host (or what it ends with), how its path begins, and page and still with %1 for the id after
 * that. */
struct Player
{
    const char *host;
    const char *path;
    Kind kind;
    const char *provider;
    const char *page;  ///< null: the frame's own address
    const char *still; ///< null: none
};

constexpr auto players = std::to_array<Player>({
    {"youtube.com", "/embed/", Kind::Video, "YouTube", "https://www.youtube.com/watch?v=%1",
     "https://i.ytimg.com/vi/%1/hqdefault.jpg"},
    {"youtube.com", "/v/", Kind::Video, "YouTube", "https://www.youtube.com/watch?v=%1",
     "https://i.ytimg.com/vi/%1/hqdefault.jpg"},
    {"youtube.com", "/shorts/", Kind::Video, "YouTube", "https://www.youtube.com/watch?v=%1",
     "https://i.ytimg.com/vi/%1/hqdefault.jpg"},
    {"youtube-nocookie.com", "/embed/", Kind::Video, "YouTube", "https://www.youtube.com/watch?v=%1",
     "https://i.ytimg.com/vi/%1/hqdefault.jpg"},
    {"youtu.be", "/", Kind::Video, "YouTube", "https://www.youtube.com/watch?v=%1",
     "https://i.ytimg.com/vi/%1/hqdefault.jpg"},
    {"player.vimeo.com", "/video/", Kind::Video, "Vimeo", "https://vimeo.com/%1", nullptr},
    {"dailymotion.com", "/embed/video/", Kind::Video, "Dailymotion", "https://www.dailymotion.com/video/%1",
     "https://www.dailymotion.com/thumbnail/video/%1"},
    {"geo.dailymotion.com", "/player", Kind::Video, "Dailymotion", nullptr, nullptr},
    {"player.twitch.tv", "/", Kind::Video, "Twitch", nullptr, nullptr},
    {"clips.twitch.tv", "/embed", Kind::Video, "Twitch", nullptr, nullptr},
    {"embed.ted.com", "/talks/", Kind::Video, "TED", "https://www.ted.com/talks/%1", nullptr},
    {"streamable.com", "/e/", Kind::Video, "Streamable", "https://streamable.com/%1", nullptr},
    {"rumble.com", "/embed/", Kind::Video, "Rumble", nullptr, nullptr},
    {"odysee.com", "/$/embed/", Kind::Video, "Odysee", "https://odysee.com/%1", nullptr},
    {"player.bilibili.com", "/", Kind::Video, "Bilibili", nullptr, nullptr},
    {"facebook.com", "/plugins/video", Kind::Video, "Facebook", nullptr, nullptr},
    {"tiktok.com", "/embed/", Kind::Video, "TikTok", nullptr, nullptr},
    {"archive.org", "/embed/", Kind::Video, "Internet Archive", "https://archive.org/details/%1", nullptr},
    {"media.ccc.de", "/v/", Kind::Video, "media.ccc.de", nullptr, nullptr},
    {"fast.wistia.net", "/embed/iframe/", Kind::Video, "Wistia", nullptr, nullptr},
    {"videopress.com", "/embed/", Kind::Video, "VideoPress", "https://videopress.com/v/%1", nullptr},
    {"w.soundcloud.com", "/player", Kind::Audio, "SoundCloud", nullptr, nullptr},
    {"open.spotify.com", "/embed", Kind::Audio, "Spotify", nullptr, nullptr},
    {"bandcamp.com", "/EmbeddedPlayer", Kind::Audio, "Bandcamp", nullptr, nullptr},
    {"embed.podcasts.apple.com", "/", Kind::Audio, "Apple Podcasts", nullptr, nullptr},
    {"mixcloud.com", "/widget/", Kind::Audio, "Mixcloud", nullptr, nullptr},
    {"html5-player.libsyn.com", "/", Kind::Audio, "Libsyn", nullptr, nullptr},
    {"player.simplecast.com", "/", Kind::Audio, "Simplecast", nullptr, nullptr},
    {"playlist.megaphone.fm", "/", Kind::Audio, "Megaphone", nullptr, nullptr},
    {"anchor.fm", "/", Kind::Audio, "Anchor", nullptr, nullptr},
    {"datawrapper.dwcdn.net", "/", Kind::Frame, "Datawrapper", nullptr, nullptr},
    {"flo.uri.sh", "/", Kind::Frame, "Flourish", nullptr, nullptr},
    {"google.com", "/maps/", Kind::Frame, "Google Maps", nullptr, nullptr},
    {"maps.google.com", "/", Kind::Frame, "Google Maps", nullptr, nullptr},
    {"openstreetmap.org", "/export/embed", Kind::Frame, "OpenStreetMap", nullptr, nullptr},
    {"docs.google.com", "/", Kind::Frame, "Google Docs", nullptr, nullptr},
    {"codepen.io", "/", Kind::Frame, "CodePen", nullptr, nullptr},
    {"jsfiddle.net", "/", Kind::Frame, "JSFiddle", nullptr, nullptr},
    {"codesandbox.io", "/embed/", Kind::Frame, "CodeSandbox", nullptr, nullptr},
    {"slideshare.net", "/", Kind::Frame, "SlideShare", nullptr, nullptr},
    {"speakerdeck.com", "/player/", Kind::Frame, "Speaker Deck", nullptr, nullptr},
    {"scribd.com", "/embeds/", Kind::Frame, "Scribd", nullptr, nullptr},
    {"instagram.com", "/", Kind::Frame, "Instagram", nullptr, nullptr},
    {"embed.bsky.app", "/", Kind::Frame, "Bluesky", nullptr, nullptr},
    {"redditmedia.com", "/", Kind::Frame, "Reddit", nullptr, nullptr},
});

bool isHost(QByteArrayView host, QByteArrayView wanted)
{
    return host.endsWith(wanted) &&
           (host.size() == wanted.size() || host[host.size() - wanted.size() - 1] == '.');
}

/** The id at the start of \a rest: letters, digits, "-" and "_". */
QByteArrayView leadingId(QByteArrayView rest)
{
    qsizetype end = 0;
    const auto fits = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
               c == '_' || c == '.' || c == '@' || c == ':' || c == '/';
    };
    while (end < rest.size() && fits(rest[end]))
        ++end;
    if (end > 0 && rest[end - 1] == '/')
        --end;
    return rest.first(end);
}

QByteArray filled(const char *pattern, QByteArrayView id)
{
    return pattern ? QByteArray(pattern).replace("%1", id.toByteArray()) : QByteArray();
}

/** PeerTube runs on many hosts; its path is its mark. */
std::optional<EmbedTarget> peerTube(QByteArrayView origin, QByteArrayView host, QByteArrayView path)
{
    constexpr QByteArrayView mark("/videos/embed/");
    if (!path.startsWith(mark))
        return std::nullopt;
    const QByteArrayView id = leadingId(path.sliced(mark.size()));
    if (id.size() < 20 || id.contains('/'))
        return std::nullopt;
    return EmbedTarget{Kind::Video, origin.toByteArray() + "/w/" + id.toByteArray(), {}, host.toByteArray()};
}

} // namespace

std::optional<EmbedTarget> embedTarget(QByteArrayView address)
{
    const qsizetype scheme = address.indexOf("://");
    if (scheme < 0)
        return std::nullopt;
    const auto isEnd = [](char c) { return c == '/' || c == '?' || c == '#'; };
    const auto *end = std::find_if(address.begin() + scheme + 3, address.end(), isEnd);
    const QByteArrayView origin = address.first(end - address.begin());
    const QByteArrayView host = origin.sliced(scheme + 3);
    const QByteArrayView path = address.sliced(origin.size());
    for (const Player &player : players) {
        if (!isHost(host, player.host) || !path.startsWith(QByteArrayView(player.path)))
            continue;
        EmbedTarget target{player.kind, address.toByteArray(), {}, player.provider};
        if (player.page) {
            const QByteArrayView id = leadingId(path.sliced(QByteArrayView(player.path).size()));
            if (id.isEmpty() || id == "videoseries")
                return target;
            target.page = filled(player.page, id);
            target.still = filled(player.still, id);
        }
        return target;
    }
    return peerTube(origin, host, path);
}

} // namespace broadsheet::html
