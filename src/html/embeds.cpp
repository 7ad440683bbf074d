// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/embeds.h"

#include <algorithm>
#include <array>

namespace broadsheet::html {

namespace {

using Kind = EmbedTarget::Kind;

/** A player: host (or what it ends with), how its path begins, and page and still with %1 for the id after
 * that, or in a parameter of the address. */
struct Player
{
    const char *host;
    const char *path;
    Kind kind;
    const char *provider;
    const char *page = nullptr;      ///< null: the frame's own address
    const char *still = nullptr;     ///< null: none
    const char *parameter = nullptr; ///< that holds the id; without it the row does not fit
    const char *key = nullptr;       ///< a parameter without which the page does not open, where it is there
};

#define YOUTUBE                                                                                              \
    Kind::Video, "YouTube", "https://www.youtube.com/watch?v=%1", "https://i.ytimg.com/vi/%1/hqdefault.jpg"

constexpr auto players = std::to_array<Player>({
    {"youtube.com", "/embed/", YOUTUBE},
    {"youtube.com", "/v/", YOUTUBE},
    {"youtube.com", "/e/", YOUTUBE},
    {"youtube.com", "/shorts/", YOUTUBE},
    {"youtube.com", "/live/", YOUTUBE},
    {"youtube.com", "/watch", YOUTUBE, "v"},
    {"youtube-nocookie.com", "/embed/", YOUTUBE},
    {"youtube-nocookie.com", "/v/", YOUTUBE},
    {"youtu.be", "/", YOUTUBE},
    {"piped.video", "/embed/", YOUTUBE},
    {"player.vimeo.com", "/video/", Kind::Video, "Vimeo", "https://vimeo.com/%1", nullptr, nullptr, "h"},
    {"vimeo.com", "/moogaloop.swf", Kind::Video, "Vimeo", "https://vimeo.com/%1", nullptr, "clip_id"},
    {"vimeo.com", "/", Kind::Video, "Vimeo", "https://vimeo.com/%1"},
    {"dailymotion.com", "/embed/video/", Kind::Video, "Dailymotion", "https://www.dailymotion.com/video/%1",
     "https://www.dailymotion.com/thumbnail/video/%1"},
    {"geo.dailymotion.com", "/player", Kind::Video, "Dailymotion", "https://www.dailymotion.com/video/%1",
     "https://www.dailymotion.com/thumbnail/video/%1", "video"},
    {"geo.dailymotion.com", "/player", Kind::Video, "Dailymotion"},
    {"player.twitch.tv", "/", Kind::Video, "Twitch", "https://www.twitch.tv/videos/%1", nullptr, "video"},
    {"player.twitch.tv", "/", Kind::Video, "Twitch", "https://www.twitch.tv/%1",
     "https://static-cdn.jtvnw.net/previews-ttv/live_user_%1-640x360.jpg", "channel"},
    {"player.twitch.tv", "/", Kind::Video, "Twitch"},
    {"clips.twitch.tv", "/embed", Kind::Video, "Twitch", "https://clips.twitch.tv/%1", nullptr, "clip"},
    {"clips.twitch.tv", "/embed", Kind::Video, "Twitch"},
    {"embed.ted.com", "/talks/", Kind::Video, "TED", "https://www.ted.com/talks/%1"},
    {"streamable.com", "/e/", Kind::Video, "Streamable", "https://streamable.com/%1"},
    {"streamable.com", "/o/", Kind::Video, "Streamable", "https://streamable.com/%1"},
    {"rumble.com", "/embed/", Kind::Video, "Rumble"},
    {"odysee.com", "/$/embed/", Kind::Video, "Odysee", "https://odysee.com/%1"},
    {"player.bilibili.com", "/", Kind::Video, "Bilibili", "https://www.bilibili.com/video/%1", nullptr,
     "bvid"},
    {"player.bilibili.com", "/", Kind::Video, "Bilibili"},
    {"facebook.com", "/plugins/video", Kind::Video, "Facebook"},
    {"tiktok.com", "/embed/", Kind::Video, "TikTok"},
    {"tiktok.com", "/player/", Kind::Video, "TikTok"},
    {"archive.org", "/embed/", Kind::Video, "Internet Archive", "https://archive.org/details/%1",
     "https://archive.org/services/img/%1"},
    {"media.ccc.de", "/v/", Kind::Video, "media.ccc.de"},
    {"fast.wistia.net", "/embed/iframe/", Kind::Video, "Wistia"},
    {"fast.wistia.com", "/embed/iframe/", Kind::Video, "Wistia"},
    {"videopress.com", "/embed/", Kind::Video, "VideoPress", "https://videopress.com/v/%1"},
    {"videopress.com", "/v/", Kind::Video, "VideoPress", "https://videopress.com/v/%1"},
    {"video.wordpress.com", "/embed/", Kind::Video, "VideoPress", "https://videopress.com/v/%1"},
    {"loom.com", "/embed/", Kind::Video, "Loom", "https://www.loom.com/share/%1"},
    {"rutube.ru", "/play/embed/", Kind::Video, "RuTube", "https://rutube.ru/video/%1/"},
    {"rutube.ru", "/video/embed/", Kind::Video, "RuTube", "https://rutube.ru/video/%1/"},
    {"ok.ru", "/videoembed/", Kind::Video, "OK", "https://ok.ru/video/%1"},
    {"vk.com", "/video_ext.php", Kind::Video, "VK"},
    {"vkvideo.ru", "/video_ext.php", Kind::Video, "VK"},
    {"dzen.ru", "/embed/", Kind::Video, "Dzen"},
    {"tv.naver.com", "/embed/", Kind::Video, "Naver TV", "https://tv.naver.com/v/%1"},
    {"tv.kakao.com", "/embed/", Kind::Video, "Kakao TV"},
    {"embed.nicovideo.jp", "/watch/", Kind::Video, "Niconico", "https://www.nicovideo.jp/watch/%1"},
    {"v.qq.com", "/", Kind::Video, "Tencent Video", "https://v.qq.com/x/page/%1.html", nullptr, "vid"},
    {"player.youku.com", "/embed/", Kind::Video, "Youku", "https://v.youku.com/v_show/id_%1.html"},
    {"coub.com", "/embed/", Kind::Video, "Coub", "https://coub.com/view/%1"},
    {"bitchute.com", "/embed/", Kind::Video, "BitChute", "https://www.bitchute.com/video/%1/"},
    {"player.kick.com", "/", Kind::Video, "Kick", "https://kick.com/%1"},
    {"arte.tv", "/", Kind::Video, "ARTE"},
    {"cdn.jwplayer.com", "/players/", Kind::Video, "JW Player"},
    {"players.brightcove.net", "/", Kind::Video, "Brightcove"},
    {"giphy.com", "/embed/", Kind::Video, "GIPHY", "https://giphy.com/gifs/%1",
     "https://media.giphy.com/media/%1/giphy.gif"},
    {"w.soundcloud.com", "/player", Kind::Audio, "SoundCloud"},
    {"open.spotify.com", "/embed", Kind::Audio, "Spotify"},
    {"bandcamp.com", "/EmbeddedPlayer", Kind::Audio, "Bandcamp"},
    {"embed.podcasts.apple.com", "/", Kind::Audio, "Apple Podcasts"},
    {"embed.music.apple.com", "/", Kind::Audio, "Apple Music"},
    {"widget.deezer.com", "/", Kind::Audio, "Deezer"},
    {"mixcloud.com", "/widget/", Kind::Audio, "Mixcloud"},
    {"html5-player.libsyn.com", "/", Kind::Audio, "Libsyn"},
    {"player.simplecast.com", "/", Kind::Audio, "Simplecast"},
    {"playlist.megaphone.fm", "/", Kind::Audio, "Megaphone"},
    {"player.captivate.fm", "/", Kind::Audio, "Captivate"},
    {"player.acast.com", "/", Kind::Audio, "Acast"},
    {"embed.acast.com", "/", Kind::Audio, "Acast"},
    {"share.transistor.fm", "/e/", Kind::Audio, "Transistor", "https://share.transistor.fm/s/%1"},
    {"buzzsprout.com", "/", Kind::Audio, "Buzzsprout"},
    {"anchor.fm", "/", Kind::Audio, "Anchor"},
    {"datawrapper.dwcdn.net", "/", Kind::Frame, "Datawrapper"},
    {"flo.uri.sh", "/", Kind::Frame, "Flourish"},
    {"google.com", "/maps/", Kind::Frame, "Google Maps"},
    {"maps.google.com", "/", Kind::Frame, "Google Maps"},
    {"openstreetmap.org", "/export/embed", Kind::Frame, "OpenStreetMap"},
    {"docs.google.com", "/", Kind::Frame, "Google Docs"},
    {"codepen.io", "/", Kind::Frame, "CodePen"},
    {"jsfiddle.net", "/", Kind::Frame, "JSFiddle"},
    {"codesandbox.io", "/embed/", Kind::Frame, "CodeSandbox"},
    {"stackblitz.com", "/edit/", Kind::Frame, "StackBlitz"},
    {"observablehq.com", "/embed/", Kind::Frame, "Observable"},
    {"slideshare.net", "/", Kind::Frame, "SlideShare"},
    {"speakerdeck.com", "/player/", Kind::Frame, "Speaker Deck"},
    {"scribd.com", "/embeds/", Kind::Frame, "Scribd"},
    {"instagram.com", "/", Kind::Frame, "Instagram"},
    {"embed.bsky.app", "/", Kind::Frame, "Bluesky"},
    {"platform.twitter.com", "/embed/", Kind::Frame, "X"},
    {"redditmedia.com", "/", Kind::Frame, "Reddit"},
    {"embed.reddit.com", "/", Kind::Frame, "Reddit"},
});

#undef YOUTUBE

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

/** The value of a parameter of an address's query; empty: there is none. */
QByteArrayView parameterOf(QByteArrayView path, QByteArrayView name)
{
    for (qsizetype at = path.indexOf('?'); at >= 0 && at + 1 < path.size(); at = path.indexOf('&', at + 1)) {
        const QByteArrayView rest = path.sliced(at + 1);
        if (rest.startsWith(name) && rest.size() > name.size() && rest[name.size()] == '=')
            return leadingId(rest.sliced(name.size() + 1));
    }
    return {};
}

/** The id of what \a player plays at \a path; empty: none, or a list of several. */
QByteArrayView idOf(const Player &player, QByteArrayView path)
{
    QByteArrayView id = player.parameter ? parameterOf(path, player.parameter)
                                         : leadingId(path.sliced(QByteArrayView(player.path).size()));
    if (player.still && id.contains('/')) // what follows is no part of the id where a picture is made of it
        id = id.first(id.indexOf('/'));
    // Twitch numbers its videos with or without a letter before.
    const bool numbered = player.parameter && id.size() > 4 && id.startsWith('v');
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (numbered && std::ranges::all_of(id.sliced(1), isDigit))
        id = id.sliced(1);
    return id == "videoseries" || id == "live_stream" ? QByteArrayView() : id;
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
            const QByteArrayView id = idOf(player, path);
            if (id.isEmpty() && player.parameter)
                continue;
            if (id.isEmpty())
                return target;
            target.page = filled(player.page, id);
            if (const QByteArrayView key = player.key ? parameterOf(path, player.key) : QByteArrayView();
                !key.isEmpty())
                target.page += '/' + key.toByteArray();
            target.still = filled(player.still, id);
        }
        return target;
    }
    return peerTube(origin, host, path);
}

} // namespace broadsheet::html
