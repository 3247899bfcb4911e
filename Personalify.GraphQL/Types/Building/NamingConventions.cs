using System.Reflection;
using System.Text;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// How C# names become GraphQL names: Hot Chocolate's rules, so that code and clients can move between the two.
/// A <see cref="GraphQLNameAttribute"/> always wins.
/// </summary>
public static class NamingConventions
{
    private const string Getter = "Get";
    private const string Asynchronous = "Async";
    private const string Input = "Input";

    /// <summary>The field of a property or method: <c>GetTopTracksAsync</c> is <c>topTracks</c>.</summary>
    public static string GetFieldName(MemberInfo member) => member switch
    {
        _ when Named(member) is { } named => named.Name,
        MethodInfo method => FormatMethodName(method.Name, IsAsynchronous(method.ReturnType)),
        _ => FormatFieldName(member.Name),
    };

    /// <summary>The argument of a parameter.</summary>
    public static string GetArgumentName(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? parameter.GetCustomAttribute<ArgumentAttribute>()?.Name ?? FormatFieldName(parameter.Name!);

    /// <summary>The value of a member of a CLR enum.</summary>
    public static string GetEnumValueName(FieldInfo member) =>
        Named(member)?.Name ?? FormatEnumValueName(member.Name);

    /// <summary>The type of a class, struct, interface or enum: <c>Page&lt;Track&gt;</c> is <c>PageOfTrack</c>.</summary>
    public static string GetTypeName(Type type)
    {
        if (Named(type) is { } named) return named.Name;
        if (!type.IsGenericType) return type.Name;
        var arguments = type.GetGenericArguments().Select(GetTypeName);
        return $"{type.Name[..type.Name.IndexOf('`')]}Of{string.Join("And", arguments)}";
    }

    /// <summary>The input object of a class: its name with <c>Input</c> at the end.</summary>
    public static string GetInputTypeName(Type type)
    {
        var name = GetTypeName(type);
        return Named(type) is null && !name.EndsWith(Input, StringComparison.Ordinal) ? name + Input : name;
    }

    /// <summary>The object type of an exception: <c>NameTakenException</c> is <c>NameTakenError</c>.</summary>
    public static string GetErrorTypeName(Type exception)
    {
        var name = GetTypeName(exception);
        if (Named(exception) is not null) return name;
        return name.EndsWith(nameof(Exception), StringComparison.Ordinal) ? name[..^nameof(Exception).Length] + "Error" : name;
    }

    /// <summary>The directive of a class: <c>OwnerDirective</c> is <c>owner</c>.</summary>
    public static string GetDirectiveName(Type type)
    {
        if (Named(type) is { } named) return named.Name;
        var name = GetTypeName(type);
        string[] endings = ["DirectiveAttribute", "DirectiveType", "Directive", nameof(Attribute)];
        var ending = Array.Find(endings, each => name.Length > each.Length && name.EndsWith(each, StringComparison.Ordinal));
        return FormatFieldName(name[..^(ending?.Length ?? 0)]);
    }

    /// <summary>A place as the specification writes it: <c>FIELD_DEFINITION</c>.</summary>
    public static string GetLocationName(DirectiveLocation location) => FormatEnumValueName(location.ToString());

    /// <summary>Drops a leading <c>Get</c> and, from a method that returns a task or stream, a trailing <c>Async</c>.</summary>
    public static string FormatMethodName(string name, bool isAsynchronous)
    {
        if (name.Length > Getter.Length && name.StartsWith(Getter, StringComparison.Ordinal)) name = name[Getter.Length..];
        if (isAsynchronous && name.Length > Asynchronous.Length && name.EndsWith(Asynchronous, StringComparison.Ordinal))
            name = name[..^Asynchronous.Length];
        return FormatFieldName(name);
    }

    /// <summary>
    /// Lowers the leading capitals but the one that begins the next word: <c>IPAddress</c> is <c>ipAddress</c>, <c>ID</c> is
    /// <c>id</c>.
    /// </summary>
    public static string FormatFieldName(string name)
    {
        var capitals = 0;
        while (capitals < name.Length && char.IsUpper(name[capitals])) capitals++;
        if (capitals > 1 && capitals < name.Length && char.IsLetter(name[capitals])) capitals--;
        return name[..capitals].ToLowerInvariant() + name[capitals..];
    }

    /// <summary>
    /// Capitals with underscores between words: <c>Http2Server</c> is <c>HTTP2_SERVER</c>. A name without small letters stays.
    /// </summary>
    public static string FormatEnumValueName(string name)
    {
        if (!name.Any(char.IsLower)) return name;
        var value = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && BeginsWord(name, i)) value.Append('_');
            value.Append(char.ToUpperInvariant(name[i]));
        }

        return value.ToString();
    }

    private static GraphQLNameAttribute? Named(MemberInfo member) => member.GetCustomAttribute<GraphQLNameAttribute>(inherit: false);

    private static bool BeginsWord(string name, int index)
    {
        if (!char.IsUpper(name[index]) || name[index - 1] == '_') return false;
        return !char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1]));
    }

    private static bool IsAsynchronous(Type type) =>
        typeof(Task).IsAssignableFrom(type)
        || type == typeof(ValueTask)
        || ClrTypes.IsGeneric(type, typeof(ValueTask<>), typeof(IAsyncEnumerable<>));
}
