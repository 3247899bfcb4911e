using System.Text.Json.Serialization;
using Personalify.Web.Components;
using Personalify.Web.Pages.Community;
using Personalify.Web.Pages.Distributed;
using Personalify.Web.Pages.History;
using Personalify.Web.Pages.Imports;
using Personalify.Web.Pages.Library;
using Personalify.Web.Pages.Moods;
using Personalify.Web.Pages.Overview;
using Personalify.Web.Pages.Places;
using Personalify.Web.Pages.ResetPassword;
using Personalify.Web.Pages.Search;
using Personalify.Web.Pages.Settings;
using Personalify.Web.Pages.Shows;
using Personalify.Web.Pages.SignIn;
using Personalify.Web.Pages.Spotify;
using Personalify.Web.Pages.SyncHistory;
using Personalify.Web.Pages.Top;
using Personalify.Web.Pages.Tops;
using Personalify.Web.Sessions;

namespace Personalify.Web.Api;

/// <summary>Every request and every answer, with readers and writers made when the program is built.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(GraphQLRequest<NoVariables>))]
[JsonSerializable(typeof(GraphQLRequest<SignInVariables>))]
[JsonSerializable(typeof(GraphQLRequest<CreateAccountVariables>))]
[JsonSerializable(typeof(GraphQLRequest<OverviewVariables>))]
[JsonSerializable(typeof(GraphQLRequest<TopVariables>))]
[JsonSerializable(typeof(GraphQLRequest<TopListVariables>))]
[JsonSerializable(typeof(GraphQLRequest<HistoryVariables>))]
[JsonSerializable(typeof(GraphQLRequest<PlayListVariables>))]
[JsonSerializable(typeof(GraphQLRequest<PlaysVariables>))]
[JsonSerializable(typeof(GraphQLRequest<PageVariables>))]
[JsonSerializable(typeof(GraphQLRequest<SearchVariables>))]
[JsonSerializable(typeof(GraphQLRequest<PlaceVariables>))]
[JsonSerializable(typeof(GraphQLRequest<ShowsVariables>))]
[JsonSerializable(typeof(GraphQLRequest<CommunityVariables>))]
[JsonSerializable(typeof(GraphQLRequest<DistributedVariables>))]
[JsonSerializable(typeof(GraphQLRequest<MoodsVariables>))]
[JsonSerializable(typeof(GraphQLRequest<CorrectMoodVariables>))]
[JsonSerializable(typeof(GraphQLRequest<ForgetCorrectionVariables>))]
[JsonSerializable(typeof(GraphQLRequest<ImportVariables>))]
[JsonSerializable(typeof(GraphQLRequest<StartImportVariables>))]
[JsonSerializable(typeof(GraphQLRequest<SyncRunVariables>))]
[JsonSerializable(typeof(GraphQLRequest<SyncCompareVariables>))]
[JsonSerializable(typeof(GraphQLRequest<CancelImportVariables>))]
[JsonSerializable(typeof(GraphQLRequest<UndoImportVariables>))]
[JsonSerializable(typeof(GraphQLRequest<UpdateProfileVariables>))]
[JsonSerializable(typeof(GraphQLRequest<ChangePasswordVariables>))]
[JsonSerializable(typeof(GraphQLRequest<DeleteAccountVariables>))]
[JsonSerializable(typeof(GraphQLRequest<ClearCacheVariables>))]
[JsonSerializable(typeof(GraphQLRequest<CreatePasswordResetVariables>))]
[JsonSerializable(typeof(GraphQLRequest<ResetPasswordVariables>))]
[JsonSerializable(typeof(GraphQLRequest<ResetLinkVariables>))]
[JsonSerializable(typeof(GraphQLRequest<BegunByVariables>))]
[JsonSerializable(typeof(GraphQLRequest<LibraryVariables>))]
[JsonSerializable(typeof(GraphQLRequest<OnePlaylistVariables>))]
[JsonSerializable(typeof(GraphQLRequest<SpotifyTopsVariables>))]
[JsonSerializable(typeof(GraphQLRequest<SyncNowVariables>))]
[JsonSerializable(typeof(GraphQLRequest<SpotifyVariables>))]
[JsonSerializable(typeof(GraphQLRequest<BeginVariables>))]
[JsonSerializable(typeof(GraphQLRequest<CompleteVariables>))]
[JsonSerializable(typeof(GraphQLRequest<DisconnectVariables>))]
[JsonSerializable(typeof(GraphQLRequest<SetAppVariables>))]
[JsonSerializable(typeof(GraphQLErrors))]
[JsonSerializable(typeof(GraphQLResponse<ViewerData>))]
[JsonSerializable(typeof(GraphQLResponse<SpokenWordData>))]
[JsonSerializable(typeof(GraphQLResponse<ServerData>))]
[JsonSerializable(typeof(GraphQLResponse<SignInData>))]
[JsonSerializable(typeof(GraphQLResponse<SignInToDemoData>))]
[JsonSerializable(typeof(GraphQLResponse<SignUpData>))]
[JsonSerializable(typeof(GraphQLResponse<OverviewData>))]
[JsonSerializable(typeof(GraphQLResponse<TopData>))]
[JsonSerializable(typeof(GraphQLResponse<TopListData>))]
[JsonSerializable(typeof(GraphQLResponse<HistoryData>))]
[JsonSerializable(typeof(GraphQLResponse<PlayListData>))]
[JsonSerializable(typeof(GraphQLResponse<PlaysData>))]
[JsonSerializable(typeof(GraphQLResponse<SearchData>))]
[JsonSerializable(typeof(GraphQLResponse<PlaceData>))]
[JsonSerializable(typeof(GraphQLResponse<ShowsData>))]
[JsonSerializable(typeof(GraphQLResponse<CommunityData>))]
[JsonSerializable(typeof(GraphQLResponse<MoodsData>))]
[JsonSerializable(typeof(GraphQLResponse<CorrectMoodData>))]
[JsonSerializable(typeof(GraphQLResponse<ForgetCorrectionData>))]
[JsonSerializable(typeof(GraphQLResponse<DistributedData>))]
[JsonSerializable(typeof(GraphQLResponse<JoinCommunityData>))]
[JsonSerializable(typeof(GraphQLResponse<LeaveCommunityData>))]
[JsonSerializable(typeof(GraphQLResponse<LibraryData>))]
[JsonSerializable(typeof(GraphQLResponse<OnePlaylistData>))]
[JsonSerializable(typeof(GraphQLResponse<NowPlayingData>))]
[JsonSerializable(typeof(List<Suggestion>))]
[JsonSerializable(typeof(GraphQLResponse<ImportsData>))]
[JsonSerializable(typeof(GraphQLResponse<ImportData>))]
[JsonSerializable(typeof(GraphQLResponse<StartImportData>))]
[JsonSerializable(typeof(GraphQLResponse<SyncHistoryData>))]
[JsonSerializable(typeof(GraphQLResponse<SyncChoicesData>))]
[JsonSerializable(typeof(GraphQLResponse<SyncRunData>))]
[JsonSerializable(typeof(GraphQLResponse<SyncCompareData>))]
[JsonSerializable(typeof(GraphQLResponse<CancelImportData>))]
[JsonSerializable(typeof(GraphQLResponse<UndoImportData>))]
[JsonSerializable(typeof(GraphQLResponse<UpdateProfileData>))]
[JsonSerializable(typeof(GraphQLResponse<ChangePasswordData>))]
[JsonSerializable(typeof(GraphQLResponse<SignOutData>))]
[JsonSerializable(typeof(GraphQLResponse<AccountsData>))]
[JsonSerializable(typeof(GraphQLResponse<AddAccountData>))]
[JsonSerializable(typeof(GraphQLResponse<DeleteAccountData>))]
[JsonSerializable(typeof(GraphQLResponse<ClearCacheData>))]
[JsonSerializable(typeof(GraphQLResponse<CreatePasswordResetData>))]
[JsonSerializable(typeof(GraphQLResponse<ResetPasswordData>))]
[JsonSerializable(typeof(GraphQLResponse<ResetLinkData>))]
[JsonSerializable(typeof(GraphQLResponse<BegunByData>))]
[JsonSerializable(typeof(GraphQLResponse<SpotifyTopsData>))]
[JsonSerializable(typeof(GraphQLResponse<TopsStatusData>))]
[JsonSerializable(typeof(GraphQLResponse<SyncNowData>))]
[JsonSerializable(typeof(GraphQLResponse<SpotifyPageData>))]
[JsonSerializable(typeof(GraphQLResponse<ConnectData>))]
[JsonSerializable(typeof(GraphQLResponse<SignInWithSpotifyData>))]
[JsonSerializable(typeof(GraphQLResponse<CompleteData>))]
[JsonSerializable(typeof(GraphQLResponse<DisconnectData>))]
[JsonSerializable(typeof(GraphQLResponse<SetAppData>))]
[JsonSerializable(typeof(GraphQLResponse<RemoveAppData>))]
public sealed partial class PersonalifyJson : JsonSerializerContext;
