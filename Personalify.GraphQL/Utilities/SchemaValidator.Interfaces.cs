using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Utilities;

/// <content>What a type owes the interfaces that it declares. Specification: 3.6 Objects, IsValidImplementation().</content>
public sealed partial class SchemaValidator
{
    private void CheckInterfaces(ComplexType type)
    {
        CheckUnique(type.Interfaces.Select(parent => parent.Name), $"Type {type} can only implement once the interface");
        foreach (var parent in type.Interfaces.Distinct())
        {
            if (parent == type)
            {
                Report($"Type {type} cannot implement itself because it would create a circular reference.");
                continue;
            }

            CheckAncestors(type, parent);
            foreach (var field in parent.Fields) CheckImplementation(type, parent, field);
        }
    }

    private void CheckAncestors(ComplexType type, InterfaceType parent)
    {
        foreach (var ancestor in parent.Interfaces.Where(ancestor => !type.Interfaces.Contains(ancestor)))
        {
            Report(ancestor == type
                ? $"Type {type} cannot implement {parent} because it would create a circular reference."
                : $"Type {type} must implement {ancestor} because it is implemented by {parent}.");
        }
    }

    private void CheckImplementation(ComplexType type, InterfaceType parent, OutputField expected)
    {
        var owner = $"{parent}.{expected.Name}";
        if (!type.Fields.TryGetValue(expected.Name, out var field))
        {
            Report($"Interface field {owner} expected but {type} does not provide it.");
            return;
        }

        var own = $"{type}.{field.Name}";
        if (!TypeComparators.IsSubType(_schema, field.Type, expected.Type))
            Report($"Interface field {owner} expects type {expected.Type} but {own} is type {field.Type}.");
        if (field.DeprecationReason is not null && expected.DeprecationReason is null)
            Report($"Interface field {owner} is not deprecated, so implementation field {own} must not be deprecated.");
        CheckImplementedArguments(field, own, expected, owner);
    }

    private void CheckImplementedArguments(OutputField field, string own, OutputField expected, string owner)
    {
        foreach (var argument in expected.Arguments)
        {
            var (promised, given) = ($"{owner}({argument.Name}:)", $"{own}({argument.Name}:)");
            var found = field.Arguments.Find(each => each.Name == argument.Name);
            if (found is null)
                Report($"Interface field argument {promised} expected but {own} does not provide it.");
            else if (!TypeComparators.AreEqual(argument.Type, found.Type))
                Report($"Interface field argument {promised} expects type {argument.Type} but {given} is type {found.Type}.");
        }

        foreach (var extra in field.Arguments.Where(argument => argument.IsRequired).ExceptBy(expected.Arguments.Select(NameOf), NameOf))
        {
            Report(
                $"Argument \"{own}({extra.Name}:)\" must not be required type \"{extra.Type}\" "
                + $"if not provided by the Interface field \"{owner}\".");
        }

        static string NameOf(InputField argument) => argument.Name;
    }
}
