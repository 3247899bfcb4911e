using System.Text;
using Personalify.Domain.Imports;

namespace Personalify.Domain.Tests.Imports;

public sealed class PlatformClassTests
{
    [Theory]
    [InlineData("Android OS 13 API 33 (Google, Pixel 6 Pro)", "android")]
    [InlineData("Android-tablet OS 6.0.1 API 23 (samsung, SM-G800H)", "android")]
    [InlineData("ios", "ios")]
    [InlineData("iOS 13.3.1 (iPhone8,1)", "ios")]
    [InlineData("Windows 10 (10.0.19044; x64; AppX)", "desktop")]
    [InlineData("OS X 14.1 [arm 2]", "desktop")]
    [InlineData("Linux [x86-64 0]", "desktop")]
    [InlineData("Windows Phone 8.0 ARM", "other")]
    [InlineData("web_player windows 10;chrome 93.0.3216.0;desktop", "web")]
    [InlineData("WebPlayer (websocket RFC6455)", "web")]
    [InlineData("Partner spotify web_player", "web")]
    [InlineData("Partner google cast_voice;Google_Home;;5.4.1--1.56.500000", "speaker")]
    [InlineData("Partner google cast_touch;Chromecast_Assistant_Touch;;5.1.0", "tv")]
    [InlineData("Partner tizen_tv samsung;UN43RU7100GXZD;;tpapi", "tv")]
    [InlineData("Partner webos_tv lg;50up7750psb;;", "tv")]
    [InlineData("cast", "speaker")]
    [InlineData("Partner android_auto", "car")]
    [InlineData("not_applicable", "other")]
    [InlineData("", null)]
    public void A_platform_is_kept_as_its_class_only(string platform, string? expected) => Assert.Equal(expected, PlatformClass.Of(Encoding.UTF8.GetBytes(platform)));
}
