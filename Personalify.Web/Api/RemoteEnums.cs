using System.Text.Json.Serialization;

namespace Personalify.Web.Api;

[JsonConverter(typeof(GraphQLEnumConverter<NodeBState>))]
public enum NodeBState { NotConfigured, Away, Preparing, Up }

[JsonConverter(typeof(GraphQLEnumConverter<ReplicationState>))]
public enum ReplicationState { NotConfigured, Preparing, CatchingUp, Streaming, Stopped, SlotLost, ResyncNeeded }
